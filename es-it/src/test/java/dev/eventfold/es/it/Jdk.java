package dev.eventfold.es.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own commands, as a user types them, and the jars that this build packaged. */
final class Jdk {
    static final String API = property("es.api.jar");
    static final String PROCESSOR = property("es.processor.jar");
    static final String RUNTIME = path(API, property("es.runtime.jar"), property("jackson.jars"));

    /** Each command runs for a second or two: the second compiler of the JVM takes more than it gives. */
    private static final List<String> BRIEF = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Jdk() {}

    /** What a command printed, both streams together, and how it ended. */
    record Run(int exitCode, String output) {
        List<String> lines() {
            return output.lines().toList();
        }
    }

    static String path(String... entries) {
        return String.join(System.getProperty("path.separator"), entries);
    }

    static Run javac(String... arguments) throws IOException, InterruptedException {
        return run("javac", List.of(arguments));
    }

    static Run java(String... arguments) throws IOException, InterruptedException {
        return run("java", List.of(arguments));
    }

    static Run run(String command, List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", command).toString());
        BRIEF.forEach(option -> line.add(command.equals("java") ? option : "-J" + option));
        line.addAll(arguments);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** Compiles as the README says, with every lint on. */
    static Run compile(Sources sources, String classPath, Path classes) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-Xlint:all,-processing",
                "-Werror",
                "-cp",
                classPath,
                "--processor-path",
                PROCESSOR,
                "-d",
                classes.toString()));
        arguments.addAll(sources.files());
        return run("javac", arguments);
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("run by Maven, which says where the jars are: missing=" + name);
        }
        return value;
    }
}
