package dev.eventfold.es.runtime.kill;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@link Parcels} as a process of its own, again and again: from jars, with an archive of its loaded classes, which halves the time that it needs
 * to begin.
 */
final class ParcelsProgram {
    private final Path temporary;
    private final Path archive;
    private final String classPath;

    private ParcelsProgram(Path temporary) throws IOException {
        this.temporary = temporary;
        this.archive = temporary.resolve("classes.jsa");
        this.classPath = inJars();
    }

    /** Packs what this test was started with, and runs once to the end. */
    static ParcelsProgram prepare(Path temporary) throws IOException, InterruptedException {
        ParcelsProgram program = new ParcelsProgram(temporary);
        Path scratch = Files.createDirectories(temporary.resolve("scratch"));
        Process once =
                program.start("-XX:ArchiveClassesAtExit=" + program.archive, scratch.resolve("data"), 2, List.of(0));
        once.getInputStream().readAllBytes();
        if (once.waitFor() != 0) {
            throw new IllegalStateException("the program does not run");
        }
        return program;
    }

    /** With the directory, how many parcels each writer is to send, and the number of the next one for each writer. */
    Process start(Path directory, int parcels, List<Integer> next) throws IOException {
        return start("-XX:SharedArchiveFile=" + archive, directory, parcels, next);
    }

    private Process start(String option, Path directory, int parcels, List<Integer> next) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                option,
                "-cp",
                classPath,
                Parcels.class.getName(),
                directory.toString(),
                String.valueOf(parcels)));
        next.forEach(number -> command.add(String.valueOf(number)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The class path of this process; an archive takes no directories. */
    private String inJars() throws IOException {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> entries = new ArrayList<>();
        for (String entry : own.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            entries.add(Files.isDirectory(path) ? packed(path, entries.size()).toString() : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private Path packed(Path directory, int number) throws IOException {
        Path jar = temporary.resolve("classes-" + number + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> files = Files.walk(directory)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(directory.relativize(one).toString().replace(File.separatorChar, '/')));
                Files.copy(one, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }
}
