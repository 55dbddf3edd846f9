package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code Commands} covers what a module says that it sends, whichever module that comes from. */
class SendsTest {
    private static final List<Fixture.Source> STOCK = sources("""
            // file: stock/Sku.java
            package stock;

            public record Sku(String code) {}
            // file: stock/StockCommand.java
            package stock;

            import dev.eventfold.es.CommandFor;

            @CommandFor(value = "stock", id = Sku.class)
            public sealed interface StockCommand {
                record Take(int quantity) implements StockCommand {}

                record Restock(int quantity) implements StockCommand {}
            }
            // file: stock/Count.java
            package stock;

            import dev.eventfold.es.CommandFor;

            @CommandFor(value = "stock", id = Sku.class)
            public record Count() {}
            // file: stock/Secret.java
            package stock;

            import dev.eventfold.es.CommandFor;

            @CommandFor(value = "stock", id = Sku.class)
            record Secret() {}
            """);

    private static final Fixture.Source PACKAGE = source("shop/package-info.java", """
            @EventSourced(sends = stock.Count.class)
            package shop;

            import dev.eventfold.es.EventSourced;
            """);

    private static final List<Fixture.Source> ORDER = sources("""
            // file: shop/order/Ordered.java
            package shop.order;

            import dev.eventfold.es.EventOf;

            @EventOf("order")
            public record Ordered(String id) {}
            // file: shop/order/Order.java
            package shop.order;

            import dev.eventfold.es.CommandFor;

            @CommandFor("order")
            public record Order(String id) {}
            """);

    private static final Fixture.Source CLERK = source("shop/clerk/Clerk.java", """
            package shop.clerk;

            import dev.eventfold.es.CommandEnvelope;
            import dev.eventfold.es.ProcessManager;
            import dev.eventfold.es.Reacts;
            import java.util.List;
            import shop.Commands;
            import shop.order.Ordered;
            import stock.Count;
            import stock.Sku;
            import stock.StockCommand;

            @ProcessManager("clerk")
            final class Clerk {
                @Reacts(sends = {StockCommand.class, Count.class})
                List<CommandEnvelope> on(Ordered event) {
                    StockCommand any = new StockCommand.Take(1);
                    return List.of(
                            Commands.to(new Sku("s"), any),
                            Commands.to(new Sku("s"), new StockCommand.Restock(1)),
                            Commands.to(new Sku("s"), new Count()));
                }
            }
            """);

    @TempDir
    private Path stock;

    @TempDir
    private Path shop;

    @BeforeEach
    void compile_the_other_module() {
        assertThat(new Javac(stock).compile(STOCK).messages()).isEmpty();
    }

    @Test
    void commands_of_another_module_that_a_reaction_sends_are_covered_with_the_whole_family() throws IOException {
        Compiled compiled = compile(with(ORDER, CLERK));

        assertThat(compiled.messages()).isEmpty();
        assertThat(commands())
                .contains("to(Sku id, StockCommand command)", "to(Sku id, StockCommand.Take command)")
                .contains("to(Sku id, StockCommand.Restock command)", "to(Sku id, Count command)")
                .contains("to(String id, Order command)")
                .doesNotContain("Secret");
    }

    @Test
    void those_that_the_module_sends_are_covered_without_any_reaction() throws IOException {
        Compiled compiled = compile(with(ORDER, PACKAGE));

        assertThat(compiled.messages()).isEmpty();
        assertThat(commands()).contains("to(Sku id, Count command)").doesNotContain("StockCommand");
    }

    @Test
    void a_partial_compile_keeps_them() throws IOException {
        assertThat(compile(with(ORDER, PACKAGE, CLERK)).messages()).isEmpty();
        String before = commands();

        assertThat(compile(ORDER).messages()).isEmpty();

        assertThat(commands()).isEqualTo(before);
    }

    @Test
    void a_partial_compile_drops_what_is_not_sent_any_more() throws IOException {
        assertThat(compile(with(ORDER, PACKAGE, CLERK)).messages()).isEmpty();
        Fixture.Source silent = source(PACKAGE.path(), PACKAGE.text().replace("(sends = stock.Count.class)", ""));

        assertThat(compile(List.of(silent, ORDER.get(0))).messages()).isEmpty();
        assertThat(commands()).as("the clerk still sends it").contains("Count command");
        Files.delete(shop.resolve("classes/shop/clerk/Clerk.class"));
        assertThat(compile(ORDER).messages()).isEmpty();

        assertThat(commands()).doesNotContain("Sku").contains("to(String id, Order command)");
    }

    @Test
    void a_reaction_that_is_wrong_otherwise_is_one_message() {
        Fixture.Source wrong = source(CLERK.path(), CLERK.text().replace("on(Ordered", "on(String"));

        assertThat(compile(with(ORDER, PACKAGE, wrong)).messages())
                .extracting(Fixture.Message::text)
                .singleElement()
                .asString()
                .startsWith("[ES:WrongParameter]");
    }

    @Test
    void a_command_that_the_place_of_commands_cannot_name_is_refused_where_it_is_said() {
        Fixture.Source inside = source("stock/Insider.java", """
                package stock;

                import dev.eventfold.es.CommandEnvelope;
                import dev.eventfold.es.ProcessManager;
                import dev.eventfold.es.Reacts;
                import java.util.Optional;
                import shop.order.Ordered;

                @ProcessManager("insider")
                final class Insider {
                    @Reacts(sends = {Count.class, Secret.class})
                    Optional<CommandEnvelope> on(Ordered event) {
                        return Optional.empty();
                    }
                }
                """);

        assertThat(compile(with(ORDER, PACKAGE, inside)).messages())
                .containsExactly(new Fixture.Message(
                        "error",
                        "stock/Insider.java",
                        11,
                        "[ES:NotAccessible] Secret is not accessible from package shop, where generated code names it. "
                                + "Make it public, and what encloses it."));
    }

    private Compiled compile(List<Fixture.Source> sources) {
        return new Javac(shop)
                .classPath(shop.resolve("classes"))
                .classPath(stock.resolve("classes"))
                .options(List.of("-Aeventfold.package=shop"))
                .compile(sources);
    }

    private String commands() throws IOException {
        return Files.readString(shop.resolve("generated/shop/Commands.java"));
    }

    private static List<Fixture.Source> with(List<Fixture.Source> sources, Fixture.Source... more) {
        List<Fixture.Source> all = new ArrayList<>(sources);
        all.addAll(List.of(more));
        return all;
    }

    private static List<Fixture.Source> sources(String text) {
        return Fixture.parse("sources", text.lines().toList()).sources();
    }

    private static Fixture.Source source(String path, String text) {
        return new Fixture.Source(path, text);
    }
}
