package orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventfold.es.EventContext;
import dev.eventfold.es.test.Simulation;
import dev.eventfold.es.test.SimulationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import orders.planted.FulfilmentThatLeavesReleasing;
import orders.planted.FulfilmentThatNeverStopsWaiting;
import orders.planted.Restocker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three mistakes that are easily made, each found from each of twenty seeds by the promises of the shop alone, and shrunk to what it takes. */
class PlantedMistakesTest {
    /** Takes a new key each time, as if each event came once. */
    private static final class CarrierWithoutKey extends Carrier {
        CarrierWithoutKey(CarrierService service) {
            super(service);
        }

        @Override
        String idempotencyKey(EventContext context) {
            return UUID.randomUUID().toString();
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_subscriber_that_is_not_idempotent_is_found(long seed) {
        assertFound(
                seed,
                "goods are taken once",
                () -> OrdersSimulation.shop()
                        .processManagers(Fulfilment.class)
                        .subscribers(world -> List.of(new CarrierWithoutKey(world))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_timeout_that_is_not_cancelled_is_found(long seed) {
        assertFound(
                seed,
                "nothing is sent that is cancelled",
                () -> OrdersSimulation.shop()
                        .processManagers(FulfilmentThatNeverStopsWaiting.class)
                        .subscribers(world -> List.of(new Carrier(world))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_compensation_that_a_crash_makes_forget_is_found(long seed) {
        assertFound(
                seed,
                "what is cancelled can be sold again",
                () -> OrdersSimulation.shop()
                        .processManagers(FulfilmentThatLeavesReleasing.class)
                        .subscribers(world -> List.of(new Carrier(world), new Restocker())));
    }

    /** What stands in the guide is what is printed, but for what it leaves out with an ellipsis. */
    @Test
    void the_guide_shows_what_is_printed() throws IOException {
        Simulation<World> shop = OrdersSimulation.shop()
                .processManagers(Fulfilment.class)
                .subscribers(world -> List.of(new CarrierWithoutKey(world)));

        SimulationFailure failure = catchThrowableOfType(
                SimulationFailure.class, () -> shop.seed(1).length(40, 120).run());

        assertThat(failure.getMessage().lines()).as(failure.getMessage()).containsSubsequence(shownInTheGuide());
    }

    private static List<String> shownInTheGuide() throws IOException {
        String page = Files.readString(Path.of("../../docs/testing.md"));
        int from = page.indexOf("a simulation found what must not be");
        List<String> shown = page.substring(from, page.indexOf("```", from))
                .lines()
                .filter(line -> !line.contains("…"))
                .toList();
        assertThat(shown).hasSizeGreaterThan(5);
        return shown;
    }

    private static void assertFound(long seed, String invariant, Supplier<Simulation<World>> shop) {
        SimulationFailure failure = catchThrowableOfType(
                SimulationFailure.class,
                () -> shop.get().seed(seed).length(40, 120).run());

        assertThat(failure.invariant()).isEqualTo(invariant);
        assertThat(failure.scenario().lines().count()).as(failure.getMessage()).isLessThanOrEqualTo(10);
        assertThatCode(() -> shop.get().replay(failure.scenario()))
                .isInstanceOfSatisfying(SimulationFailure.class, again -> {
                    assertThat(again.invariant()).isEqualTo(invariant);
                    assertThat(again.scenario()).isEqualTo(failure.scenario());
                });
    }
}
