package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * Reads back what an earlier compilation wrote to the same output, so that one that sees only some of the sources keeps the rest. Generated
 * classes say what they were generated from; a class that is gone, or no longer annotated, drops out.
 */
final class EarlierOutput {
    private final OutputFiles files;
    private final JavaTypes types;
    private final Options options;
    private final Predicate<TypeElement> compiledHere;

    EarlierOutput(
            ProcessingEnvironment environment, JavaTypes types, Options options, Predicate<TypeElement> compiledHere) {
        this.files = new OutputFiles(environment.getFiler());
        this.types = types;
        this.options = options;
        this.compiledHere = compiledHere;
    }

    /**
     * What was found.
     *
     * @param modulePackage where the classes of the module are
     * @param types the annotated classes that they come from
     * @param packages those that may be marked to hold the classes of the module
     */
    record Left(String modulePackage, SortedSet<ClassRef> types, List<String> packages) {}

    Optional<Left> find(ModuleContents contents) {
        Set<String> candidates = candidates(contents);
        List<String> described = candidates.stream()
                .filter(name -> files.has(name, "package-info.class"))
                .toList();
        return candidates.stream().filter(this::holdsModule).findFirst().map(name -> read(name, described));
    }

    private Set<String> candidates(ModuleContents contents) {
        Set<String> candidates =
                new LinkedHashSet<>(options.modulePackage().stream().toList());
        candidates.addAll(contents.chosenPackages());
        registeredModule().ifPresent(candidates::add);
        String prefix = ModulePackage.commonPrefix(contents.annotated()).orElse("");
        while (!prefix.isEmpty()) {
            candidates.add(prefix);
            prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('.')));
        }
        return candidates;
    }

    private Optional<String> registeredModule() {
        return files.resource(ModuleFiles.SERVICES)
                .map(String::strip)
                .filter(name -> name.endsWith("." + ModuleWriter.NAME))
                .map(name -> name.substring(0, name.lastIndexOf('.')));
    }

    /** A class that this compile would drop, since it neither compiles it nor sees the output that holds it. */
    Optional<String> firstLost(ModuleContents contents) {
        return new UnseenOutput(files, types).firstLost(candidates(contents));
    }

    private boolean holdsModule(String packageName) {
        return files.hasClass(packageName, CommandsWriter.NAME)
                && generated(packageName + "." + CommandsWriter.NAME).isPresent();
    }

    /** Whether a class of that name is on the class path only, where one in the output would come before it. */
    boolean isHidden(ClassRef name) {
        return types.find(name)
                .filter(found -> !compiledHere.test(found))
                .filter(found -> !files.hasClass(name.packageName(), name.simpleName()))
                .isPresent();
    }

    private Left read(String packageName, List<String> described) {
        SortedSet<ClassRef> found = new TreeSet<>();
        for (TypeElement commands :
                generated(packageName + "." + CommandsWriter.NAME).stream().toList()) {
            found.addAll(sources(commands));
        }
        for (TypeElement module :
                generated(packageName + "." + ModuleWriter.NAME).stream().toList()) {
            for (ClassRef defined : sources(module)) {
                found.add(defined);
                generated(defined.companion(DefinitionParts.SUFFIX).canonicalName())
                        .ifPresent(definition -> found.addAll(sources(definition)));
            }
        }
        return new Left(packageName, found, described);
    }

    private Optional<TypeElement> generated(String canonicalName) {
        return types.find(canonicalName).filter(type -> Annotations.has(type, Api.EVENTFOLD_GENERATED));
    }

    private List<ClassRef> sources(TypeElement generated) {
        List<ClassRef> sources = new ArrayList<>();
        for (AnnotationValue source : Annotations.find(generated, Api.EVENTFOLD_GENERATED)
                .orElseThrow()
                .list("from")) {
            types.find(source.getValue().toString())
                    .filter(AnnotatedTypes::isMarked)
                    .map(types::ref)
                    .ifPresent(sources::add);
        }
        return sources;
    }
}
