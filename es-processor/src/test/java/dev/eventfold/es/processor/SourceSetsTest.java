package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests with aggregates of their own, and modules that see one another: no generated class hides another. */
@ExtendWith(RuntimeStubs.Given.class)
class SourceSetsTest {
    private static final Fixture.Source ORDER = new Fixture.Source("shop/order/PlaceOrder.java", """
            package shop.order;

            import dev.eventfold.es.CommandFor;

            @CommandFor("order")
            public record PlaceOrder(String id) {}
            """);
    private static final Fixture.Source PROBE = new Fixture.Source("shop/order/Probe.java", """
            package shop.order;

            import dev.eventfold.es.CommandFor;

            @CommandFor("probe")
            public record Probe(String id) {}
            """);

    @Test
    void what_would_hide_a_class_of_the_main_sources_is_refused(
            RuntimeStubs stubs, @TempDir Path main, @TempDir Path test) {
        Compiled first = new Javac(main).classPath(stubs.classes()).compile(List.of(ORDER));

        Compiled second = new Javac(test)
                .classPath(stubs.classes())
                .classPath(first.classes())
                .compile(List.of(PROBE));

        assertThat(second.messages())
                .extracting(Fixture.Message::text)
                .containsExactly(
                        "[ES:HiddenClass] shop.order.Commands would hide a class of that name on the class path, perhaps of this module's main sources. "
                                + "Pass -Aeventfold.package=…, or mark another package with @EventSourced.");
    }

    @Test
    void tests_have_a_package_of_their_own_by_the_option(RuntimeStubs stubs, @TempDir Path main, @TempDir Path test) {
        Compiled first = new Javac(main).classPath(stubs.classes()).compile(List.of(ORDER));

        Compiled second = new Javac(test)
                .classPath(stubs.classes())
                .classPath(first.classes())
                .options(List.of("-Aeventfold.package=shop.tests"))
                .compile(List.of(PROBE));

        assertThat(second.messages()).isEmpty();
        assertThat(second.generated().resolve("shop/tests/Commands.java"))
                .content()
                .contains("Probe")
                .doesNotContain("PlaceOrder");
    }

    @Test
    void a_contracts_module_needs_the_api_alone_for_codecs_too(@TempDir Path contracts) {
        Compiled compiled = new Javac(contracts).compile(List.of(ORDER, PROBE));

        assertThat(compiled.messages()).isEmpty();
        assertThat(Javac.filesIn(compiled.generated()))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("Commands.java", "PlaceOrderCodec.java", "ProbeCodec.java");
    }
}
