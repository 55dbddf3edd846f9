package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sum by which a store tells that states were kept by another projection of the same name and version. */
class WiringTest {
    private static final String PROGRAM = """
            package shop;

            import dev.eventfold.es.EventOf;
            import dev.eventfold.es.Projection;
            import dev.eventfold.es.Projects;
            import java.util.List;

            final class Shop {
                @EventOf("order")
                record Placed(String order, String sku) {}

                @EventOf("order")
                record Paid(String order, String sku) {}

                record Line(String text) {}

                @Projection("page")
                record Page(List<Line> lines, int paid) {
                    Page() {
                        this(List.of(), 0);
                    }

                    @Projects(key = "order")
                    Page on(Placed event) {
                        return new Page(lines, paid);
                    }

                    @Projects(key = "order")
                    Page on(Paid event) {
                        return new Page(lines, paid + 1);
                    }
                }
            }
            """;

    @TempDir
    private Path directory;

    private int compiled;

    private String wiring(String source) throws IOException {
        Compiled program = new Javac(Files.createDirectory(directory.resolve("program-" + compiled++)))
                .compile(List.of(new Fixture.Source("shop/Shop.java", source)));
        assertThat(program.messages()).noneMatch(message -> message.kind().equals("error"));
        String definition = Files.readString(program.generated().resolve("shop/Shop_PageDefinition.java"));
        Matcher wiring = Pattern.compile("String wiring\\(\\) \\{\\s+return \"([0-9a-f]{16})\";")
                .matcher(definition);
        assertThat(wiring.find()).as(definition).isTrue();
        return wiring.group(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            another key              | key = "order")\\n        Page on(Paid | key = "sku")\\n        Page on(Paid
            an event less            | @Projects(key = "order")\\n        Page on(Paid event) | Page on(Paid event)
            another name of an event | @EventOf("order")\\n    record Paid | @EventOf(value = "order", name = "Bought")\\n    record Paid
            a former name            | @EventOf("order")\\n    record Paid | @EventOf(value = "order", formerly = "Bought")\\n    record Paid
            another type in its state | List<Line> lines, int paid | List<Line> lines, long paid
            a component more below   | record Line(String text) | record Line(String text, int size)
            """)
    void what_kept_states_depend_on_changes_it(String what, String from, String to) throws IOException {
        String changed = PROGRAM.replace(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertThat(changed).as(what).isNotEqualTo(PROGRAM);

        assertThat(wiring(changed)).isNotEqualTo(wiring(PROGRAM));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            what a method does       | paid + 1 | paid + 2
            the order of components  | record Placed(String order, String sku) | record Placed(String sku, String order)
            another version          | @Projection("page") | @Projection(value = "page", version = 2)
            """)
    void what_they_do_not_depend_on_or_no_processor_sees_does_not(String what, String from, String to)
            throws IOException {
        String changed = PROGRAM.replace(from, to);
        assertThat(changed).as(what).isNotEqualTo(PROGRAM);

        assertThat(wiring(changed)).isEqualTo(wiring(PROGRAM));
    }

    @Test
    void it_is_the_same_whatever_an_event_is_called_in_java_and_in_whatever_order_methods_stand() throws IOException {
        String renamed = PROGRAM.replace("Placed", "Ordered")
                .replace(
                        "@EventOf(\"order\")\n    record Ordered",
                        "@EventOf(value = \"order\", name = \"Placed\")\n    record Ordered");
        String swapped = PROGRAM.replace("on(Placed event)", "on(Swapped event)")
                .replace("on(Paid event)", "on(Placed event)")
                .replace("on(Swapped event)", "on(Paid event)");

        assertThat(wiring(renamed)).isEqualTo(wiring(PROGRAM));
        assertThat(wiring(swapped)).isEqualTo(wiring(PROGRAM));
    }
}
