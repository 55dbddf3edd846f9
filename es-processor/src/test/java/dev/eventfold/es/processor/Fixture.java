package dev.eventfold.es.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small program, and in its comments what is to come of it.
 *
 * <p>{@code // file: shop/Order.java} begins each source. A diagnostic is written behind the line it is to be given for, {@code // error:
 * …} or {@code // warning: …}; before the first source it has no position. {@code // options: …} and {@code // run: shop.Main} stand there
 * too, the latter with the lines that {@code run()} returns: {@code // prints: …}. Nothing written means nothing given.
 *
 * @param name the file, without its ending
 * @param sources the sources
 * @param options further arguments of the compiler
 * @param expected the diagnostics, in no order
 * @param main the class to run
 * @param prints what it returns
 */
record Fixture(
        String name,
        List<Source> sources,
        List<String> options,
        List<Message> expected,
        Optional<String> main,
        List<String> prints) {
    private static final Pattern DIRECTIVE = Pattern.compile("// (file|options|run|prints): (.*)");
    private static final Pattern DIAGNOSTIC = Pattern.compile("// (error|warning): (.*)$");

    /**
     * One source.
     *
     * @param path where it belongs
     * @param text what it says
     */
    record Source(String path, String text) {}

    /**
     * One diagnostic.
     *
     * @param kind error or warning
     * @param path the source; empty without position
     * @param line from 1; 0 without position
     * @param text its first line
     */
    record Message(String kind, String path, long line, String text) {}

    static Fixture read(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        return parse(name, lines(file));
    }

    static List<Fixture> allIn(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(Fixture::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Fixture parse(String name, List<String> lines) {
        Draft draft = new Draft();
        lines.forEach(draft::add);
        return new Fixture(
                name,
                draft.sources.stream()
                        .map(source -> new Source(source.path, source.text.toString()))
                        .toList(),
                draft.options,
                draft.expected,
                draft.main,
                draft.prints);
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Draft {
        private final List<DraftSource> sources = new ArrayList<>();
        private final List<String> options = new ArrayList<>();
        private final List<Message> expected = new ArrayList<>();
        private final List<String> prints = new ArrayList<>();
        private Optional<String> main = Optional.empty();

        void add(String line) {
            Matcher directive = DIRECTIVE.matcher(line);
            if (directive.matches()) {
                direct(directive.group(1), directive.group(2));
                return;
            }
            Matcher diagnostic = DIAGNOSTIC.matcher(line);
            boolean found = diagnostic.find();
            if (!sources.isEmpty()) {
                DraftSource source = sources.get(sources.size() - 1);
                source.text.append(line).append('\n');
                source.lines++;
            }
            if (found) {
                String path = sources.isEmpty() ? "" : sources.get(sources.size() - 1).path;
                long at = sources.isEmpty() ? 0 : sources.get(sources.size() - 1).lines;
                expected.add(new Message(diagnostic.group(1), path, at, diagnostic.group(2)));
            }
        }

        private void direct(String what, String value) {
            switch (what) {
                case "file" -> sources.add(new DraftSource(value));
                case "options" -> options.addAll(List.of(value.split(" ")));
                case "run" -> main = Optional.of(value);
                default -> prints.add(value);
            }
        }
    }

    private static final class DraftSource {
        private final String path;
        private final StringBuilder text = new StringBuilder();
        private long lines;

        DraftSource(String path) {
            this.path = path;
        }
    }
}
