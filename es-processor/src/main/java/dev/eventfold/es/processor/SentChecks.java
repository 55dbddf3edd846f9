package dev.eventfold.es.processor;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether {@code Commands} can name the commands of other modules that this one sends. Its own are checked where they are declared. */
final class SentChecks {
    private SentChecks() {}

    static void check(ModuleContents contents, String modulePackage, Diagnostics diagnostics) {
        Set<ClassRef> own = contents.commands().stream().map(PayloadType::type).collect(Collectors.toSet());
        for (Sent sent : contents.sent()) {
            if (!own.contains(sent.command().type()) && sent.command().sound()) {
                hidden(sent.command(), modulePackage)
                        .findFirst()
                        .ifPresent(
                                name -> diagnostics.report(sent.spot(), Problem.NOT_ACCESSIBLE, name, modulePackage));
            }
        }
    }

    private static Stream<String> hidden(PayloadType command, String modulePackage) {
        Stream<String> classes = Stream.concat(Stream.of(command), command.members().stream())
                .filter(type -> !type.reaches(modulePackage))
                .map(type -> type.type().nestedName());
        Stream<String> id = command.id().reaches(modulePackage)
                ? Stream.of()
                : Stream.of(command.id().typeName());
        return Stream.concat(classes, id);
    }
}
