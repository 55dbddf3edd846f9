package dev.eventfold.es.it.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles a program and its mutants as a build does: the contracts first, where they are a module of their own, then the rest, unless something
 * was said of the contracts. Each module has a schema lock of its own.
 */
final class Build {
    private static final String UPDATE = "-Aeventfold.schema.update=true";

    private final Program program;
    private final Path directory;
    private final Optional<Path> locks;

    /**
     * Makes one.
     *
     * @param directory for the classes of contracts
     * @param locks for the schema locks, where there are to be some
     */
    Build(Program program, Path directory, Optional<Path> locks) {
        this.program = program;
        this.directory = directory;
        this.locks = locks;
    }

    /** The program itself, by which the locks are written. */
    Compiled original(Toolbox toolbox) throws IOException {
        return compile(program.sources(), locks.isEmpty() ? List.of() : List.of(UPDATE), toolbox);
    }

    /** The program or a mutant of it. */
    Compiled compile(Map<String, String> sources, List<String> options, Toolbox toolbox) throws IOException {
        if (program.contracts().isEmpty()) {
            return toolbox.compile(sources, withLock("lock", options));
        }
        Map<String, String> contracts = program.module(sources, true);
        Compiled first = toolbox.compile(contracts, withLock("lock-of-contracts", options));
        if (!first.messages().isEmpty()) {
            return first;
        }
        toolbox.see(classes(contracts, toolbox));
        try {
            return first.and(toolbox.compile(program.module(sources, false), withLock("lock", options)));
        } finally {
            toolbox.seeNoOther();
        }
    }

    /** Reads the program, with what is generated for it. */
    Model model(Toolbox toolbox) throws IOException {
        try {
            toolbox.see(classes(program.module(program.sources(), true), toolbox));
            toolbox.see(classes(program.module(program.sources(), false), toolbox));
            return Model.of(program, toolbox);
        } finally {
            toolbox.seeNoOther();
        }
    }

    private Path classes(Map<String, String> module, Toolbox toolbox) throws IOException {
        Path classes = Files.createTempDirectory(directory, "classes");
        if (!module.isEmpty()) {
            toolbox.classes(module, classes);
        }
        return classes;
    }

    private List<String> withLock(String name, List<String> options) {
        List<String> all = new ArrayList<>(options);
        locks.map(path -> "-Aeventfold.schema=" + path.resolve(name).toAbsolutePath())
                .ifPresent(all::add);
        return all;
    }
}
