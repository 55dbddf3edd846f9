package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.FoldingDefinition;
import dev.eventfold.es.runtime.domain.Machine;
import dev.eventfold.es.runtime.domain.MachineDefinition;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.SourceDefinition;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a program loads of the JSON library: its object mapper takes longer to come up than a small program to run. */
@Timeout(60)
final class LazyDatabindTest {
    private static final String DATABIND = "tools.jackson.databind.";

    @Test
    void a_program_whose_payloads_generated_code_covers_loads_no_object_mapper() throws IOException {
        assertThat(loaded("generated"))
                .contains("tools.jackson.core.JsonParser")
                .noneMatch(isOf(DATABIND));
    }

    @Test
    void a_codec_of_ones_own_loads_it() throws IOException {
        assertThat(loaded("own")).anyMatch(isOf(DATABIND));
    }

    private static Predicate<String> isOf(String packageName) {
        return name -> name.startsWith(packageName);
    }

    private static List<String> loaded(String codec) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xlog:class+load=info:stdout:none",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallProgram.class.getName(),
                        codec)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            List<String> lines = output.lines().toList();
            assertThat(lines).contains("done: sum 3");
            return lines.stream().map(line -> line.split(" ")[0]).toList();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Begins, goes on and finishes one process instance, which sends a command in the end. */
    static final class SmallProgram implements GeneratedModule {
        private SmallProgram() {}

        public static void main(String[] args) {
            AggregateStore.Builder builder = AggregateStore.builder().modules(new SmallProgram());
            if (args[0].equals("own")) {
                builder.codec(Jackson.with(json -> json));
            }
            try (AggregateStore store = builder.inMemory()) {
                store.execute(Commands.to("s", new SourceCommand.Begin("m", List.of("a"))));
                store.execute(Commands.to("s", new SourceCommand.Go("m", List.of("b", "c"))));
                store.execute(Commands.to("s", new SourceCommand.Finish("m", List.of())));
                ProcessManagerRunner.runAll(store);
                System.out.println("done: "
                        + String.join(", ", store.state(Machine.class, "m").done()));
            }
        }

        @Override
        public List<AggregateDefinition<?>> aggregates() {
            return List.of(new MachineDefinition(), new SourceDefinition());
        }

        @Override
        public List<ProcessManagerDefinition<?>> processManagers() {
            return List.of(new FoldingDefinition());
        }
    }
}
