package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** The files that a program was loaded from: where they are the same, its code does what it did. */
final class ProgramFiles {
    private final Set<Path> entries = new TreeSet<>();

    /** Those of the class path and the module path, which are what they were when the program began. */
    private static final class OfPaths {
        static final ProgramFiles FILES = new ProgramFiles();
        static final String SUM = paths();

        private static String paths() {
            try {
                for (String path : List.of("java.class.path", "jdk.module.path")) {
                    for (String entry : parts(System.getProperty(path, ""), File.pathSeparator)) {
                        FILES.addEntry(Path.of(entry));
                    }
                }
                return FILES.sum();
            } catch (IOException | RuntimeException e) {
                return "";
            }
        }
    }

    private ProgramFiles() {}

    /** The sum for the process managers of a program. */
    static String sum(Program program) {
        return sum(program.processManagers().stream()
                .<Class<?>>map(ProcessManagerDefinition::type)
                .toList());
    }

    private static List<String> parts(String text, String separators) {
        List<String> parts = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text, separators);
        while (tokens.hasMoreTokens()) {
            parts.add(tokens.nextToken());
        }
        return parts;
    }

    /**
     * A sum over the names, sizes and times of the files on the class path and the module path, and of those that some classes came from.
     *
     * @param classes of the program
     * @return empty when it cannot be told where one of them came from
     */
    static String sum(Collection<Class<?>> classes) {
        String paths = OfPaths.SUM;
        ProgramFiles others = new ProgramFiles();
        try {
            for (Class<?> type : classes) {
                Path source = source(type);
                if (!OfPaths.FILES.entries.contains(source)) {
                    others.addEntry(source);
                }
            }
            return paths.isEmpty() || others.entries.isEmpty() ? paths : paths + "-" + others.sum();
        } catch (Exception e) {
            // Whatever a class loader says of its sources, they cannot be told.
            return "";
        }
    }

    private static Path source(Class<?> type) throws Exception {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("no code source: class=" + type.getName());
        }
        return Path.of(source.getLocation().toURI()).toAbsolutePath().normalize();
    }

    private void addEntry(Path entry) throws IOException {
        Path path = entry.toAbsolutePath().normalize();
        if (!Files.exists(path) || !entries.add(path) || !path.toString().endsWith(".jar")) {
            return;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            String more = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String each : more == null ? List.<String>of() : parts(more, " ")) {
                URI uri = path.toUri().resolve(each);
                if ("file".equals(uri.getScheme())) {
                    addEntry(Path.of(uri));
                }
            }
        }
    }

    private String sum() throws IOException {
        CRC32C sum = new CRC32C();
        for (Path entry : entries) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    long time = Files.getLastModifiedTime(file).toMillis();
                    String line = file + " " + Files.size(file) + " " + time + "\n";
                    sum.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
