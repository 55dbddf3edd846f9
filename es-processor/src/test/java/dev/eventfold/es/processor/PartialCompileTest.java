package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A compile that sees some of the sources keeps what an earlier one made of the others. */
@ExtendWith(RuntimeStubs.Given.class)
class PartialCompileTest {
    private static final List<Fixture.Source> ALL = Fixture.read(
                    RuntimeStubs.RESOURCES.resolve("golden/programs/quickstart.java"))
            .sources();

    @TempDir
    private Path directory;

    private Path stubs = Path.of("");

    @BeforeEach
    void compile_everything(RuntimeStubs runtime) {
        stubs = runtime.classes();
        assertThat(compile(ALL).messages()).isEmpty();
    }

    @Test
    void one_recompiled_source_loses_nothing() throws IOException {
        String commands = generated("shop/Commands.java");
        String module = generated("shop/EventfoldModule.java");

        Compiled again = compile(only("shop/order/ConfirmOrder.java"));

        assertThat(again.messages()).isEmpty();
        assertThat(generated("shop/Commands.java")).isEqualTo(commands);
        assertThat(generated("shop/EventfoldModule.java")).isEqualTo(module);
        assertThat(directory.resolve("classes/META-INF/services/dev.eventfold.es.spi.GeneratedModule"))
                .hasContent("shop.EventfoldModule");
    }

    @Test
    void a_module_of_commands_alone_is_found_again(@TempDir Path contracts) throws IOException {
        directory = contracts;
        List<Fixture.Source> sources = only("shop/order/ConfirmOrder.java", "shop/order/PlaceOrder.java");
        assertThat(compile(sources).messages()).isEmpty();
        String commands = generated("shop/order/Commands.java");

        assertThat(compile(only("shop/order/ConfirmOrder.java")).messages()).isEmpty();

        assertThat(generated("shop/order/Commands.java")).isEqualTo(commands).contains("PlaceOrder");
    }

    @Test
    void a_deleted_class_drops_out() throws IOException {
        Files.delete(directory.resolve("classes/shop/fulfilment/Fulfilment.class"));

        Compiled again = compile(only("shop/order/ConfirmOrder.java"));

        assertThat(again.messages()).isEmpty();
        assertThat(generated("shop/EventfoldModule.java"))
                .contains("OrderDefinition")
                .doesNotContain("Fulfilment");
    }

    @Test
    void a_class_that_is_no_longer_annotated_drops_out() throws IOException {
        Fixture.Source plain = new Fixture.Source(
                "shop/order/ConfirmOrder.java", "package shop.order;\n\npublic record ConfirmOrder(String sku) {}\n");

        compile(List.of(plain, source("shop/order/PlaceOrder.java")));

        assertThat(generated("shop/Commands.java")).contains("PlaceOrder").doesNotContain("to(String id, ConfirmOrder");
    }

    @Test
    void a_renamed_event_reaches_definitions_whose_sources_were_not_compiled() throws IOException {
        Fixture.Source placed = source("shop/order/OrderPlaced.java");
        Fixture.Source renamed = new Fixture.Source(
                placed.path(),
                placed.text().replace("@EventOf(\"order\")", "@EventOf(value = \"order\", name = \"placed\")"));

        compile(List.of(renamed));

        assertThat(generated("shop/order/OrderDefinition.java")).contains("case \"placed\" ->");
    }

    @Test
    void what_would_be_lost_because_the_output_is_not_on_the_class_path_is_an_error() throws IOException {
        String commands = generated("shop/Commands.java");

        Compiled again = new Javac(directory).classPath(stubs).compile(only("shop/order/ConfirmOrder.java"));

        assertThat(again.messages())
                .extracting(Fixture.Message::text)
                .containsExactly(
                        "[ES:UnseenOutput] shop.inventory.InventoryCommand was compiled before, but is neither a source now "
                                + "nor on the class path, so Commands would lose it. "
                                + "Add the output directory to the class path, or compile all sources.");
        assertThat(commands).contains("InventoryCommand");
    }

    @Test
    void all_sources_again_need_no_output_on_the_class_path() {
        assertThat(new Javac(directory).classPath(stubs).compile(ALL).messages())
                .isEmpty();
    }

    private Compiled compile(List<Fixture.Source> sources) {
        return new Javac(directory)
                .classPath(stubs)
                .classPath(directory.resolve("classes"))
                .compile(sources);
    }

    private String generated(String path) throws IOException {
        return Files.readString(directory.resolve("generated").resolve(path));
    }

    private static List<Fixture.Source> only(String... paths) {
        return Arrays.stream(paths).map(PartialCompileTest::source).toList();
    }

    private static Fixture.Source source(String path) {
        return ALL.stream()
                .filter(source -> source.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
