package dev.eventfold.es.processor;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Chooses the package that {@code Commands}, {@code ProcessManagers} and the module class go to. */
final class ModulePackage {
    private final Options options;
    private final Diagnostics diagnostics;

    ModulePackage(Options options, Diagnostics diagnostics) {
        this.options = options;
        this.diagnostics = diagnostics;
    }

    /** The option, else what is marked, else that of an earlier run, else what all packages begin with; empty after an error. */
    Optional<String> choose(ModuleContents contents) {
        Optional<ClassRef> unnamed = contents.annotated().stream()
                .filter(type -> type.packageName().isEmpty())
                .findFirst();
        if (unnamed.isPresent()) {
            diagnostics.report(
                    SourceSpot.ofMark(unnamed.get()),
                    Problem.UNNAMED_PACKAGE,
                    unnamed.get().nestedName());
            return Optional.empty();
        }
        if (contents.chosenPackages().size() > 1) {
            diagnostics.report(
                    SourceSpot.ofPackage(contents.chosenPackages().last()).annotation(Api.EVENT_SOURCED),
                    Problem.TWO_PACKAGES,
                    contents.chosenPackages().first(),
                    contents.chosenPackages().last());
        }
        Optional<String> chosen = options.modulePackage()
                .or(() -> contents.chosenPackages().stream().findFirst())
                .or(contents::earlierPackage)
                .or(() -> commonPrefix(contents.inPackages()));
        if (chosen.isEmpty()) {
            reportNone(contents);
        }
        return chosen;
    }

    private void reportNone(ModuleContents contents) {
        ClassRef first = contents.annotated().first();
        ClassRef last = contents.annotated().last();
        diagnostics.report(SourceSpot.ofMark(last), Problem.NO_PACKAGE, first.packageName(), last.packageName());
    }

    static Optional<String> commonPrefix(Collection<ClassRef> types) {
        return types.stream()
                .map(type -> Arrays.asList(type.packageName().split("\\.")))
                .reduce(ModulePackage::commonPrefix)
                .filter(segments -> !segments.isEmpty())
                .map(segments -> String.join(".", segments))
                .filter(name -> !name.isEmpty());
    }

    private static List<String> commonPrefix(List<String> left, List<String> right) {
        int same = 0;
        while (same < Math.min(left.size(), right.size()) && left.get(same).equals(right.get(same))) {
            same++;
        }
        return left.subList(0, same);
    }
}
