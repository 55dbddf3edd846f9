package dev.eventfold.es.processor;

import dev.eventfold.es.processor.schema.Schema;
import dev.eventfold.es.processor.schema.SchemaComparison;
import dev.eventfold.es.processor.schema.SchemaEntry;
import dev.eventfold.es.processor.schema.SchemaFile;
import dev.eventfold.es.processor.schema.SchemaSyntax;
import dev.eventfold.es.processor.schema.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/**
 * Compares the module with its schema lock, or writes the lock. What is wrong otherwise comes first: a class that could not be read would
 * look changed.
 */
final class SchemaChecks {
    private final JavaTypes types;
    private final SchemaReader reader;
    private final Options options;
    private final Predicate<TypeElement> compiledHere;
    private final Diagnostics diagnostics;

    SchemaChecks(
            JavaTypes types,
            SchemaReader reader,
            Options options,
            Predicate<TypeElement> compiledHere,
            Diagnostics diagnostics) {
        this.types = types;
        this.reader = reader;
        this.options = options;
        this.compiledHere = compiledHere;
        this.diagnostics = diagnostics;
    }

    void check(ModuleContents contents) {
        if (options.schema().isPresent() && diagnostics.errors() == 0) {
            check(contents, options.schema().get());
        }
    }

    private void check(ModuleContents contents, Path path) {
        try {
            Optional<Schema> locked = new SchemaFile(path).read();
            List<SchemaReader.Found> found = reader.read(contents);
            if (locked.isPresent() || (options.updatesSchema() && !found.isEmpty())) {
                compare(contents, path, locked.orElseGet(() -> Schema.of(List.of())), found);
            } else if (!found.isEmpty()) {
                diagnostics.report(SourceSpot.nowhere(), Problem.MISSING_SCHEMA, path);
            }
        } catch (SchemaSyntax wrong) {
            diagnostics.report(SourceSpot.nowhere(), Problem.BROKEN_SCHEMA, path, wrong.where());
        } catch (IOException unreadable) {
            diagnostics.report(SourceSpot.nowhere(), Problem.BROKEN_SCHEMA, path, unreadable);
        } catch (MissingType later) {
            return; // the compiler says what it does not know
        }
    }

    private void compare(ModuleContents contents, Path path, Schema locked, List<SchemaReader.Found> all) {
        List<SchemaReader.Found> found = all.stream()
                .filter(one -> one.source().compiledHere() || isLocked(one.entry(), locked))
                .toList();
        Schema program = Schema.of(found.stream().map(SchemaReader.Found::entry).toList());
        SchemaComparison comparison = SchemaComparison.of(locked, program, renamedEvents(contents), this::isOutOfSight);
        SchemaSpots spots = new SchemaSpots(types, compiledHere, contents, found);
        SchemaMessages messages = new SchemaMessages(spots, path.getFileName(), diagnostics);
        comparison.breaks().forEach(messages::report);
        messages.reportGone(comparison.gone());
        if (comparison.breaks().isEmpty() && options.updatesSchema()) {
            write(path, comparison.recorded());
        } else if (comparison.breaks().isEmpty()) {
            messages.report(comparison.additions());
        }
    }

    /** What comes from class files was compared when these were made, or belongs to another module; but what it is made of may have changed. */
    private static boolean isLocked(SchemaEntry entry, Schema locked) {
        return locked.entries().values().stream()
                .anyMatch(one -> one.id().kind() == entry.id().kind()
                        && (one.id().equals(entry.id()) || one.type().equals(entry.type())));
    }

    private void write(Path path, Schema schema) {
        try {
            new SchemaFile(path).write(schema);
        } catch (IOException failed) {
            diagnostics.report(SourceSpot.nowhere(), Problem.NOT_WRITTEN, path, failed);
        }
    }

    /** The present names of events that keys are taken from, by their former ones. */
    private static Map<String, String> renamedEvents(ModuleContents contents) {
        Map<String, String> renamed = new HashMap<>();
        addRenamed(contents.events(), renamed);
        for (ProcessManager manager : contents.managers()) {
            for (Reaction reaction : manager.reactions()) {
                reaction.target().payload().ifPresent(event -> addRenamed(List.of(event), renamed));
            }
        }
        return renamed;
    }

    private static void addRenamed(Collection<? extends PayloadType> events, Map<String, String> renamed) {
        for (PayloadType event : events) {
            if (event instanceof Payload one) {
                one.evolution()
                        .formerNames()
                        .forEach(name -> renamed.put(one.aggregate() + "/" + name, SchemaReader.event(Target.of(one))));
            }
        }
    }

    private boolean isOutOfSight(SchemaEntry entry) {
        return types.find(entry.type())
                .filter(type -> !compiledHere.test(type))
                .filter(type -> isMarked(type, entry.id().kind()))
                .isPresent();
    }

    private boolean isMarked(TypeElement type, Stored.Kind kind) {
        return switch (kind) {
            case COMMAND -> Marking.of(types, Kind.COMMAND, type).isPresent();
            case EVENT -> Marking.of(types, Kind.EVENT, type).isPresent();
            case STATE -> Annotations.has(type, Api.PROCESS_MANAGER);
            case PROJECTION -> Annotations.has(type, Api.PROJECTION);
            case SUBSCRIBER -> Annotations.has(type, Api.SUBSCRIBER);
        };
    }
}
