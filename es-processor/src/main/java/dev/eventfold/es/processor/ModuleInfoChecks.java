package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a named module has to declare, since a processor cannot add it. */
final class ModuleInfoChecks {
    private ModuleInfoChecks() {}

    static void check(ModuleInfo module, String provider, ModuleContents contents, Diagnostics diagnostics) {
        SourceSpot spot = SourceSpot.ofModule(module.name());
        if (!module.providers().contains(provider)) {
            diagnostics.report(spot, Problem.MISSING_PROVIDES, module.name(), Api.GENERATED_MODULE, provider);
        }
        for (String name : packagesOfStoredTypes(contents)) {
            if (!module.isOpen() && !module.opened().contains(name)) {
                String target = module.seesCodec() ? " to " + ModuleInfo.CODEC : "";
                diagnostics.report(spot, Problem.MISSING_OPENS, module.name(), name, name + target);
            }
        }
    }

    private static SortedSet<String> packagesOfStoredTypes(ModuleContents contents) {
        SortedSet<String> packages = new TreeSet<>();
        Stream.of(contents.commands(), contents.events(), contents.managers(), contents.projections())
                .flatMap(Collection::stream)
                .filter(type -> !(type instanceof Family))
                .forEach(type -> packages.add(type.type().packageName()));
        return packages;
    }
}
