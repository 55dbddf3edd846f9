package dev.eventfold.es.runtime.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {
    /** Is loaded from a directory of its own. */
    static final class Sample {}

    @TempDir
    Path directory;

    private Path copied() throws IOException {
        String name = Sample.class.getName().replace('.', '/') + ".class";
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        try (var content = Sample.class.getClassLoader().getResourceAsStream(name)) {
            Files.write(file, content.readAllBytes());
        }
        return file;
    }

    private String sum() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
            return ProgramFiles.sum(List.of(loader.loadClass(Sample.class.getName())));
        }
    }

    @Test
    void the_same_files_have_the_same_sum() throws Exception {
        copied();

        assertThat(sum()).isNotEmpty().isEqualTo(sum());
        assertThat(ProgramFiles.sum(List.of(Sample.class)))
                .isNotEmpty()
                .isEqualTo(ProgramFiles.sum(List.of(Sample.class)));
    }

    @Test
    void a_file_that_is_written_anew_changes_it() throws Exception {
        Path file = copied();
        String before = sum();
        Files.setLastModifiedTime(file, FileTime.fromMillis(7));

        assertThat(sum()).isNotEqualTo(before);
    }

    @Test
    void of_a_class_without_a_source_it_cannot_be_told() {
        assertThat(ProgramFiles.sum(List.of(String.class))).isEmpty();
    }
}
