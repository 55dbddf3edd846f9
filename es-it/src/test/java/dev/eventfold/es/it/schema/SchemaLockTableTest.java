package dev.eventfold.es.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table in {@code docs/schema-lock.md}, row by row. */
@Execution(ExecutionMode.CONCURRENT)
class SchemaLockTableTest {
    static List<Change> changes() throws IOException {
        return Change.all();
    }

    @Test
    void the_table_has_a_row_for_every_kind_of_change() throws IOException {
        assertThat(Change.all()).hasSizeGreaterThanOrEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void the_verdict_is_what_the_compiler_says(Change change, @TempDir Path directory) throws IOException {
        ProgramCompiler compiler = new ProgramCompiler(directory);
        assertThat(compiler.process(change.programBefore(), true)).isEmpty();
        String before = compiler.lock();

        List<String> said = compiler.compile(change.programNow(), false);

        switch (change.verdict()) {
            case Change.COMPILES -> assertThat(said).isEmpty();
            case Change.RECORDED -> assertThat(said).containsExactly("UnrecordedChange");
            default -> assertThat(said).containsExactly(change.verdict());
        }
        assertThat(compiler.lock()).isEqualTo(before);
        assertThat(compiler.process(change.programNow(), true)).isEqualTo(change.breaks() ? said : List.of());
        if (change.breaks()) {
            assertThat(compiler.lock()).isEqualTo(before);
        } else {
            assertThat(compiler.process(change.programNow(), false)).isEmpty();
        }
    }
}
