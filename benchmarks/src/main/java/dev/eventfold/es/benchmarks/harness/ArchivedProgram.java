package dev.eventfold.es.benchmarks.harness;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** A program whose classes the JVM finds in an archive, as it left them in memory when the program ended before ({@code -XX:ArchiveClassesAtExit}). */
public final class ArchivedProgram {
    private final String classPath;
    private final Path archive;
    private final List<String> jvmOptions;
    private final Class<?> main;

    private ArchivedProgram(String classPath, Path archive, List<String> jvmOptions, Class<?> main) {
        this.classPath = classPath;
        this.archive = archive;
        this.jvmOptions = jvmOptions;
        this.main = main;
    }

    /**
     * Runs a program once, and archives its classes.
     *
     * @param directory for the archive, and for a jar of what is a directory on the class path, as only jars can be archived
     * @param jvmOptions such as {@code -Xmx128m}
     * @param main its class
     * @param arguments its arguments
     * @return the program
     * @throws IOException when it cannot be started or fails
     * @throws InterruptedException when the thread is interrupted
     */
    public static ArchivedProgram of(Path directory, List<String> jvmOptions, Class<?> main, Object... arguments)
            throws IOException, InterruptedException {
        ArchivedProgram program =
                new ArchivedProgram(jars(directory), directory.resolve("classes.jsa"), jvmOptions, main);
        program.run("-XX:ArchiveClassesAtExit=", arguments);
        return program;
    }

    /**
     * Runs it with its archive.
     *
     * @param arguments its arguments
     * @return what it said
     * @throws IOException when it cannot be started or fails
     * @throws InterruptedException when the thread is interrupted
     */
    public JavaRun run(Object... arguments) throws IOException, InterruptedException {
        return run("-XX:SharedArchiveFile=", arguments);
    }

    private JavaRun run(String option, Object... arguments) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(jvmOptions);
        options.add(option + archive);
        options.add("-Xlog:cds=off");
        options.add("-Xlog:cds+dynamic=off");
        return JavaProcess.run(JavaProcess.command(classPath, options, main, arguments));
    }

    private static String jars(Path directory) throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            jars.add(Files.isDirectory(path) ? jar(path, directory.resolve(jars.size() + ".jar")) : entry);
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String jar(Path classes, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, jar);
            }
        }
        return target.toString();
    }
}
