package dev.eventfold.es.benchmarks.compile;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import dev.eventfold.es.benchmarks.harness.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the same sources a number of times in one JVM: the first is a cold javac, the later ones a warm daemon. */
public final class Compilation {
    private Compilation() {}

    /**
     * Compiles, and says the milliseconds of the first, the CPU time up to its end, and the best of the later ones.
     *
     * @param args how often; directories of sources separated by the path separator; the directory for the output; javac's options
     * @throws Exception when the program does not compile
     */
    public static void main(String... args) throws Exception {
        int times = Integer.parseInt(args[0]);
        List<Path> sources = Stream.of(args[1].split(java.io.File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        Path output = Path.of(args[2]);
        List<String> options = Arrays.asList(args).subList(3, args.length);
        double first = compile(sources, output, options);
        JavaProcess.say(
                "cpu",
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis());
        double later = first;
        for (int i = 1; i < times; i++) {
            later = Math.min(later, compile(sources, output, options));
        }
        JavaProcess.say("first", first);
        JavaProcess.say("later", later);
        JavaProcess.done();
    }

    private static double compile(List<Path> sources, Path output, List<String> more) throws IOException {
        Workbench.delete(output);
        Files.createDirectories(output.resolve("classes"));
        Files.createDirectories(output.resolve("sources"));
        List<String> options = new ArrayList<>(List.of(
                "-d",
                output.resolve("classes").toString(),
                "-s",
                output.resolve("sources").toString(),
                "--release",
                "17"));
        options.addAll(more);
        long began = System.nanoTime();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, null, null)) {
            List<Path> all = new ArrayList<>();
            for (Path directory : sources) {
                try (Stream<Path> walk = Files.walk(directory)) {
                    walk.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .forEach(all::add);
                }
            }
            if (!javac.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(all))
                    .call()) {
                throw new IllegalStateException("the program does not compile: " + said.getDiagnostics());
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }
}
