package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What Gradle asks of an incremental processor, as far as it can be seen without Gradle. */
@ExtendWith(RuntimeStubs.Given.class)
class GradleContractTest {
    @Test
    void the_processor_is_declared_aggregating() throws IOException {
        try (InputStream declared =
                EventfoldProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(declared).isNotNull();
            assertThat(new String(declared.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(EventfoldProcessor.class.getName() + ",aggregating\n");
        }
    }

    @Test
    void annotations_are_kept_in_class_files_which_gradle_processes_again() {
        assertThat(AnnotatedTypes.ANNOTATIONS)
                .allSatisfy(annotation -> assertThat(retentionOf(annotation)).isEqualTo(RetentionPolicy.CLASS));
    }

    @Test
    void resources_go_to_the_class_output_only(RuntimeStubs stubs, @TempDir Path directory) {
        Fixture program = Fixture.read(RuntimeStubs.RESOURCES.resolve("golden/programs/quickstart.java"));
        Compiled compiled = new Javac(directory).classPath(stubs.classes()).compile(program.sources());

        List<Path> others = Javac.filesIn(compiled.generated()).stream()
                .filter(file -> !file.toString().endsWith(".java"))
                .toList();
        assertThat(others).isEmpty();
    }

    private static RetentionPolicy retentionOf(String annotation) throws ClassNotFoundException {
        String binaryName = annotation.equals(Api.REACTS_LIST) ? Api.REACTS + "$List" : annotation;
        return Class.forName(binaryName).getAnnotation(Retention.class).value();
    }
}
