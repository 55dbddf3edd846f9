package dev.eventfold.es.it.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where sound programs are: the examples, the programs of the golden files, and the fixtures that nothing is said of. */
final class Programs {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final Path RESOURCES = Path.of("../es-processor/src/test/resources");
    private static final Path SPECIFICATION = RESOURCES.resolve("specification");

    private static final Pattern FILE_COMMENT = Pattern.compile("(?m)^// file: (\\S+)\\R");
    private static final Pattern FILE_HEADING = Pattern.compile("(?m)^--- (\\S+)\\R");
    private static final Pattern DOMAIN = Pattern.compile("(?m)^domain: (.*)$");
    /** What makes a fixture more than one plain compilation of what is written in it. */
    private static final Pattern NOT_PLAIN = Pattern.compile(
            "(?m)^(===|says:|options:|jdk:|(api|runtime): absent|.*\\(generated in|--- module-info|--- \\S+(?<!\\.java)$)"
                    + "|\\^ (error|warning|note|javac|ecj) ");

    private Programs() {}

    static List<Program> examples() throws IOException {
        List<Program> programs = new ArrayList<>();
        for (String example : List.of("quickstart", "counter", "flights", "bookings", "billing", "trips", "signup")) {
            programs.add(Program.of(example, example(example)));
        }
        programs.add(loans());
        return programs;
    }

    /** Its contracts are in one module, and what handles them is in another. */
    private static Program loans() throws IOException {
        Map<String, String> sources = new TreeMap<>(example("loans-contracts"));
        sources.putAll(example("loans"));
        return Program.ofTwoModules("loans", sources, "loans/contract/");
    }

    /** One that has more than a third of the mutants of the others together: a build takes some of them. */
    static List<Program> largeExamples() throws IOException {
        return List.of(Program.of("orders", example("orders")));
    }

    private static Map<String, String> example(String name) throws IOException {
        return tree(EXAMPLES.resolve(name).resolve("src/main/java"));
    }

    static List<Program> goldens() throws IOException {
        List<Program> programs = new ArrayList<>();
        for (Path file : files(RESOURCES.resolve("golden/programs"), ".java")) {
            programs.add(Program.of("golden/" + name(file), split(Files.readString(file), FILE_COMMENT)));
        }
        return programs;
    }

    static List<Program> fixtures() throws IOException {
        List<Program> programs = new ArrayList<>();
        for (Path file : files(SPECIFICATION.resolve("fixtures"), ".fixture")) {
            String text = Files.readString(file);
            if (!NOT_PLAIN.matcher(text).find()) {
                programs.add(Program.of(file.getParent().getFileName() + "/" + name(file), fixture(text)));
            }
        }
        return programs;
    }

    private static Map<String, String> fixture(String text) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        Matcher domains = DOMAIN.matcher(text);
        while (domains.find()) {
            for (String domain : domains.group(1).split(", *")) {
                Path file = SPECIFICATION.resolve("domains").resolve(domain + ".fixture");
                sources.putAll(split(Files.readString(file), FILE_HEADING));
            }
        }
        sources.putAll(split(text, FILE_HEADING));
        return sources;
    }

    private static Map<String, String> split(String text, Pattern heading) {
        Map<String, String> sources = new TreeMap<>();
        Matcher headings = heading.matcher(text);
        String path = "";
        int from = 0;
        while (headings.find()) {
            sources.put(path, text.substring(from, headings.start()));
            path = headings.group(1);
            from = headings.end();
        }
        sources.put(path, text.substring(from));
        sources.remove("");
        return sources;
    }

    private static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : files(root, ".java")) {
            sources.put(root.relativize(file).toString(), Files.readString(file));
        }
        return sources;
    }

    private static List<Path> files(Path root, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }
}
