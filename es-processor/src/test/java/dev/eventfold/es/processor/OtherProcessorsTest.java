package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other processors may write what ours reads, in any round. */
@ExtendWith(RuntimeStubs.Given.class)
class OtherProcessorsTest {
    private static final String ORDER = """
            package shop;

            import dev.eventfold.es.*;

            @Aggregate("order")
            public final class Order {
                @Handles
                Placed handle(Place command) {
                    return new Placed(command.id());
                }

                @Applies
                void apply(Placed event) {}
            }
            """;
    private static final String PLACE = """
            package shop;

            @dev.eventfold.es.CommandFor("order")
            public record Place(String id) {}
            """;
    private static final String PLACED = """
            package shop;

            @dev.eventfold.es.EventOf("order")
            public record Placed(String id) {}
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_event_that_is_generated_is_waited_for(int round, RuntimeStubs stubs) {
        Compiled compiled = compile(
                stubs, new Writing(round, "shop.Placed", PLACED), source("Order", ORDER), source("Place", PLACE));

        assertThat(compiled.messages()).isEmpty();
        assertThat(compiled.generated().resolve("shop/OrderDefinition.java"))
                .content()
                .contains("case \"Placed\" ->");
        assertThat(compiled.generated().resolve("shop/EventfoldModule.java"))
                .content()
                .contains("new OrderDefinition()");
    }

    @Test
    void an_aggregate_that_is_generated_belongs_to_the_module(RuntimeStubs stubs) {
        Compiled compiled = compile(stubs, new Writing(1, "shop.Order", ORDER), stockAnd(place(), placed()));

        assertThat(compiled.messages()).isEmpty();
        assertThat(compiled.generated().resolve("shop/EventfoldModule.java"))
                .content()
                .contains("new OrderDefinition()", "new StockDefinition()");
    }

    @Test
    void what_comes_after_commands_was_written_is_an_error(RuntimeStubs stubs) {
        Compiled compiled = compile(stubs, new Writing(2, "shop.Order", ORDER), stockAnd(place(), placed()));

        assertThat(compiled.messages())
                .extracting(Fixture.Message::text)
                .containsExactly("[ES:TooLate] Order was generated after Commands was written. "
                        + "Compile what generates it in a module of its own.");
    }

    @Test
    void an_aggregate_whose_event_comes_after_the_module_class_is_an_error(RuntimeStubs stubs) {
        Compiled compiled =
                compile(stubs, new Writing(4, "shop.Placed", PLACED), source("Order", ORDER), source("Place", PLACE));

        assertThat(compiled.messages())
                .extracting(Fixture.Message::text)
                .containsExactly("[ES:TooLate] Order was generated after Commands was written. "
                        + "Compile what generates it in a module of its own.");
    }

    private static Fixture.Source place() {
        return source("Place", PLACE);
    }

    private static Fixture.Source placed() {
        return source("Placed", PLACED);
    }

    private static Fixture.Source[] stockAnd(Fixture.Source... others) {
        List<Fixture.Source> sources = new ArrayList<>(List.of(others));
        sources.add(source(
                "Stock",
                ORDER.replace("Order", "Stock")
                        .replace("order", "stock")
                        .replace("Placed", "Filled")
                        .replace("Place ", "Fill ")));
        sources.add(source("Fill", PLACE.replace("Place", "Fill").replace("order", "stock")));
        sources.add(source("Filled", PLACED.replace("Placed", "Filled").replace("order", "stock")));
        return sources.toArray(Fixture.Source[]::new);
    }

    private Compiled compile(RuntimeStubs stubs, AbstractProcessor other, Fixture.Source... sources) {
        return new Javac(directory)
                .classPath(stubs.classes())
                .processors(new EventfoldProcessor(), other)
                .compile(List.of(sources));
    }

    private static Fixture.Source source(String name, String text) {
        return new Fixture.Source("shop/" + name + ".java", text);
    }

    /** Writes one class in one round. */
    private static final class Writing extends AbstractProcessor {
        private final int when;
        private final String name;
        private final String text;
        private int round;

        Writing(int when, String name, String text) {
            this.when = when;
            this.name = name;
            this.text = text;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            if (++round == when) {
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile(name).openWriter()) {
                    writer.write(text);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
            return false;
        }
    }
}
