package dev.eventfold.es.processor;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What a named module declares, as far as it concerns us.
 *
 * @param name of the module
 * @param providers the classes that it provides to the run time
 * @param opened the packages that the codec may look into
 * @param isOpen whether these are all
 * @param seesCodec whether the codec's module is there to be named
 */
record ModuleInfo(String name, Set<String> providers, Set<String> opened, boolean isOpen, boolean seesCodec) {
    static final String CODEC = "tools.jackson.databind";

    /** Empty for the unnamed module. */
    static Optional<ModuleInfo> of(ModuleElement module, Elements elements) {
        return Optional.of(module)
                .filter(found -> !found.isUnnamed())
                .map(found -> new ModuleInfo(
                        found.getQualifiedName().toString(),
                        providers(found),
                        opened(found),
                        found.isOpen(),
                        elements.getModuleElement(CODEC) != null));
    }

    private static Set<String> providers(ModuleElement module) {
        Set<String> names = new TreeSet<>();
        for (ModuleElement.ProvidesDirective provides : ElementFilter.providesIn(module.getDirectives())) {
            if (provides.getService().getQualifiedName().contentEquals(Api.GENERATED_MODULE)) {
                provides.getImplementations()
                        .forEach(provider ->
                                names.add(provider.getQualifiedName().toString()));
            }
        }
        return names;
    }

    private static Set<String> opened(ModuleElement module) {
        Set<String> names = new TreeSet<>();
        for (ModuleElement.OpensDirective opens : ElementFilter.opensIn(module.getDirectives())) {
            boolean toCodec = opens.getTargetModules() == null
                    || opens.getTargetModules().stream()
                            .anyMatch(target -> target.getQualifiedName().contentEquals(CODEC));
            if (toCodec) {
                names.add(opens.getPackage().getQualifiedName().toString());
            }
        }
        return names;
    }
}
