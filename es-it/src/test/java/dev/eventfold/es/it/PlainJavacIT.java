package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty directory, a domain, and nothing but javac and java. */
final class PlainJavacIT {
    @TempDir
    private Path directory;

    private Path classes() throws Exception {
        return Files.createDirectories(directory.resolve("classes"));
    }

    @Test
    void a_small_domain_compiles_with_plain_javac_and_runs_with_java() throws Exception {
        Sources sources = Sources.echoProgram(directory.resolve("src"));

        Jdk.Run compiled = Jdk.compile(sources, Jdk.RUNTIME, classes());
        assertThat(compiled.output()).isEmpty();
        assertThat(compiled.exitCode()).isZero();

        String data = directory.resolve("data").toString();
        Jdk.Run first = Jdk.java("-cp", Jdk.path(classes().toString(), Jdk.RUNTIME), "echo.Main", data);
        assertThat(first.lines()).containsExactly("dispatched=1", "Counter[value=3]");
        assertThat(first.exitCode()).isZero();

        Jdk.Run second = Jdk.java("-cp", Jdk.path(classes().toString(), Jdk.RUNTIME), "echo.Main", data);
        assertThat(second.lines()).containsExactly("dispatched=1", "Counter[value=6]");
    }

    @Test
    void the_processor_jar_needs_nothing_beside_it_and_brings_nothing_that_could_clash() throws Exception {
        Jdk.Run listed = Jdk.run("jar", java.util.List.of("tf", Jdk.PROCESSOR));

        assertThat(listed.lines())
                .filteredOn(entry -> entry.endsWith(".class"))
                .allMatch(entry -> entry.startsWith("dev/eventfold/es/processor/"));
    }

    @Test
    void a_contracts_module_compiles_with_the_api_alone() throws Exception {
        Sources sources = Sources.echo(directory.resolve("src"))
                .remove("echo/Counter.java")
                .remove("echo/Echo.java")
                .add("echo/Client.java", """
                        package echo;

                        import dev.eventfold.es.CommandEnvelope;

                        final class Client {
                            private Client() {}

                            static CommandEnvelope three(String id) {
                                return Commands.to(id, new Increment(3));
                            }
                        }
                        """);

        Jdk.Run compiled = Jdk.compile(sources, Jdk.API, classes());

        assertThat(compiled.output()).isEmpty();
        assertThat(compiled.exitCode()).isZero();
        assertThat(classes().resolve("echo/Commands.class")).exists();
        assertThat(classes().resolve("echo/ProcessManagers.class")).doesNotExist();
    }

    @Test
    void a_whole_domain_compiles_with_the_api_alone_and_is_run_by_another_module() throws Exception {
        Sources domain = Sources.echo(directory.resolve("src"));
        Jdk.Run compiled = Jdk.compile(domain, Jdk.API, classes());
        assertThat(compiled.output()).isEmpty();

        Sources program = new Sources(directory.resolve("program"))
                .add("app/Forwarder.java", """
                        package app;

                        import dev.eventfold.es.ProcessManager;
                        import dev.eventfold.es.Reacts;
                        import echo.Incremented;

                        @ProcessManager("watcher")
                        final class Forwarder {
                            private int seen;

                            @Reacts
                            void on(Incremented event) {
                                seen += event.by();
                            }
                        }
                        """)
                .add("app/Main.java", """
                        package app;

                        import dev.eventfold.es.runtime.AggregateStore;
                        import echo.Commands;
                        import echo.Counter;
                        import echo.Increment;

                        public class Main {
                            public static void main(String[] args) {
                                try (AggregateStore store = AggregateStore.inMemory()) {
                                    store.execute(Commands.to("c", new Increment(3)));
                                    System.out.println("dispatched=" + ProcessManagers.runAll(store).dispatched());
                                    System.out.println(store.state(Counter.class, "echo-c"));
                                }
                            }
                        }
                        """);
        Path programClasses = Files.createDirectories(directory.resolve("program-classes"));
        String classPath = Jdk.path(classes().toString(), Jdk.RUNTIME);
        Jdk.Run linked = Jdk.compile(program, classPath, programClasses);
        assertThat(linked.output()).isEmpty();

        Jdk.Run run = Jdk.java("-cp", Jdk.path(programClasses.toString(), classPath), "app.Main");
        assertThat(run.lines()).containsExactly("dispatched=1", "Counter[value=3]");
    }

    @Test
    void a_mistyped_event_name_is_one_error_on_its_line() throws Exception {
        Sources sources = Sources.echoProgram(directory.resolve("src"))
                .replace("echo/Echo.java", "event = \"Incremented\"", "event = \"Incremnted\"");

        assertOneError(sources, "Echo.java:13", "[ES:UnknownEvent]", "Did you mean \"Incremented\"?");
    }

    @Test
    void a_missing_handler_is_one_error_on_the_command() throws Exception {
        Sources sources = Sources.echoProgram(directory.resolve("src"))
                .replace("echo/Counter.java", "@Handles\n", "\n")
                .replace("echo/Counter.java", "import dev.eventfold.es.Handles;\n", "");

        assertOneError(sources, "Increment.java:5", "[ES:UnhandledCommand]", "@Handles");
    }

    @Test
    void a_renamed_event_is_one_error_where_its_old_name_stands() throws Exception {
        Sources sources = Sources.echoProgram(directory.resolve("src"));
        sources.remove("echo/Incremented.java")
                .add("echo/Increased.java", """
                        package echo;

                        import dev.eventfold.es.EventOf;

                        @EventOf("counter")
                        public record Increased(int by) {}
                        """)
                .replace("echo/Counter.java", "Incremented", "Increased")
                .replace("echo/Echo.java", "on(Incremented", "on(Increased");

        assertOneError(sources, "Echo.java:13", "[ES:UnknownEvent]", "\"Increased\"");
    }

    private void assertOneError(Sources sources, String line, String code, String text) throws Exception {
        Jdk.Run compiled = Jdk.compile(sources, Jdk.RUNTIME, classes());

        assertThat(compiled.exitCode()).isEqualTo(1);
        assertThat(compiled.lines())
                .filteredOn(Pattern.compile("^\\d+ errors?$").asPredicate())
                .containsExactly("1 error");
        assertThat(compiled.output()).contains(line + ": error: " + code).contains(text);
        assertThat(compiled.output()).doesNotContain("warning");
    }

    @Test
    void a_program_that_was_compiled_without_the_processor_is_told_so() throws Exception {
        Sources sources = new Sources(directory.resolve("src")).add("app/Main.java", """
                        package app;

                        import dev.eventfold.es.runtime.AggregateStore;

                        public class Main {
                            public static void main(String[] args) {
                                AggregateStore.inMemory();
                            }
                        }
                        """);
        Jdk.Run compiled = Jdk.compile(sources, Jdk.RUNTIME, classes());
        assertThat(compiled.exitCode()).isZero();

        Jdk.Run run = Jdk.java("-cp", Jdk.path(classes().toString(), Jdk.RUNTIME), "app.Main");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("processor", "JDK 23");
    }
}
