package dev.eventfold.es.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.test.Simulation.Moment;
import dev.eventfold.es.test.shop.Clerk;
import dev.eventfold.es.test.shop.Commands;
import dev.eventfold.es.test.shop.InventoryCommand.Stock;
import dev.eventfold.es.test.shop.PlaceOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The shop has two mistakes: its clerk writes a letter twice when he dies over it, and two orders of one id are one process. */
class SimulationTest {
    private static final String TWICE = "no letter is written twice";

    /** What happened to the letters, outside of the program. */
    private static final class Post {
        private final List<String> letters = new ArrayList<>();
        private boolean strike;
    }

    private static Simulation<Post> shop() {
        return Simulation.of(Post::new)
                .subscribers(post -> List.of(new Clerk(post.letters)))
                .given(Commands.to("sku-1", new Stock(5)))
                .command((now, random) -> order(random))
                .command((now, random) -> Commands.to("sku-1", new Stock(1 + random.nextInt(3))));
    }

    private static CommandEnvelope order(Random random) {
        String id = "ord-" + random.nextInt(1_000);
        int quantity = random.nextInt(4) == 0 ? 2_000 : 1 + random.nextInt(3);
        return Commands.to(id, new PlaceOrder(id, "sku-1", quantity));
    }

    private static void once(Moment<Post> now) {
        assertThat(new HashSet<>(now.world().letters))
                .hasSize(now.world().letters.size());
    }

    private static void decided(Moment<Post> now) {
        assertThat(now.store().processes("fulfilment").keys())
                .allMatch(key -> !now.store()
                        .processes("fulfilment")
                        .find(key)
                        .orElseThrow()
                        .timeouts()
                        .isEmpty());
    }

    private static SimulationFailure failureOf(Simulation<?> simulation) {
        return catchThrowableOfType(SimulationFailure.class, simulation::run);
    }

    @Test
    void a_simulation_in_which_nothing_can_happen_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Simulation.of(Post::new)
                        .always("all is well", now -> {})
                        .run())
                .withMessage("nothing can happen: add given(…), command(…) or act(…)");
    }

    @Test
    void what_holds_is_not_found_wanting() {
        shop().whenQuiet("who waits, waits for a time", SimulationTest::decided)
                .length(5, 60)
                .run();
    }

    @Test
    void a_letter_that_is_written_twice_is_found_and_shrunk_to_what_it_takes() {
        SimulationFailure failure = failureOf(shop().always(TWICE, SimulationTest::once));

        assertThat(failure.invariant()).isEqualTo(TWICE);
        assertThat(failure.scenario().lines())
                .hasSize(3)
                .contains("crash in clerk")
                .anyMatch(line -> line.startsWith("execute "));
    }

    @Test
    void the_same_seed_fails_with_the_same_message_to_the_byte() {
        String first =
                failureOf(shop().seed(7).always(TWICE, SimulationTest::once)).getMessage();
        String second =
                failureOf(shop().seed(7).always(TWICE, SimulationTest::once)).getMessage();

        assertThat(second).isEqualTo(first).contains("seed=", "invariant=" + TWICE);
    }

    @Test
    void the_seed_of_a_message_finds_it_in_its_first_run() {
        SimulationFailure failure = failureOf(shop().always(TWICE, SimulationTest::once));
        long seed = Long.parseLong(failure.getMessage().replaceAll("(?s).*seed=(-?\\d+),.*", "$1"));

        SimulationFailure again = failureOf(shop().seed(seed).length(1, 100).always(TWICE, SimulationTest::once));

        assertThat(again).hasMessage(failure.getMessage());
    }

    @Test
    void the_message_shows_what_came_of_each_step_and_the_text_that_replays_it() {
        SimulationFailure failure = failureOf(shop().always(TWICE, SimulationTest::once));

        String id = failure.scenario().replaceAll("(?s).*order/(\\S+) .*", "$1");
        assertThat(failure.getMessage().lines())
                .first()
                .asString()
                .matches("a simulation found what must not be: seed=-?\\d+, invariant=" + TWICE
                        + ", steps=3, shrunk from \\d+");
        assertThat(failure.getMessage())
                .contains("\n       given: inventory/sku-1 Stocked {\"quantity\":5}\n")
                .contains("\n        → order/" + id + " OrderPlaced ")
                .containsPattern("\n   \\d\\. crash in clerk\n")
                .contains("\n        .replay(\"\"\"\n")
                .endsWith("\n                \"\"\");");
    }

    @Test
    void a_replay_takes_the_steps_that_it_is_given() {
        String scenario = """
                execute c-1 order/ord-1 PlaceOrder {"orderId":"ord-1","sku":"sku-1","quantity":2}
                crash in clerk
                run clerk 2
                """;

        shop().replay(scenario);
        assertThatExceptionOfType(SimulationFailure.class)
                .isThrownBy(() -> shop().always(TWICE, SimulationTest::once).replay(scenario))
                .satisfies(failure -> assertThat(failure.scenario()).isEqualTo(scenario.strip()))
                .withMessageStartingWith("a replay leads to what must not be: invariant=" + TWICE + ", steps=3\n");
    }

    @Test
    void before_something_is_due_nothing_of_it_is_done() {
        String placed = """
                execute c-1 order/ord-1 PlaceOrder {"orderId":"ord-1","sku":"sku-1","quantity":2000}
                settle
                """;
        Simulation<Post> simulation = shop().always(
                        "nobody is too late",
                        now -> assertThat(now.store().events(0, 0).map(event -> event.json()))
                                .noneMatch(json -> json.contains("late")));

        simulation.replay(placed + "wait until before due\nsettle\nretry fulfilment\nagain c-1\nagain c-2");
        assertThatExceptionOfType(SimulationFailure.class)
                .isThrownBy(() -> simulation.replay(placed + "wait until before due\nwait PT0.001S\nsettle"));
    }

    @Test
    void a_text_that_is_no_step_is_refused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> shop().replay("jump"))
                .withMessageContaining("line=jump");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> shop().replay("run clark 1"))
                .withMessageContaining("consumer=clark, known=[clerk, fulfilment]");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> shop().replay("do nothing"))
                .withMessageContaining("name=nothing");
        for (String line : List.of("wait P1X", "run clerk 99999999999", "execute c s/i N expectedVersion=x {}")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> shop().replay(line))
                    .withMessageContaining("no step of a simulation: line=" + line);
        }
    }

    @Test
    void a_command_that_comes_as_json_on_several_lines_is_replayed_from_one() {
        Simulation<Post> simulation = Simulation.of(Post::new)
                .command((now, random) ->
                        CommandEnvelope.ofJson("inventory", "sku-1", "Stock", "{\r\n  \"quantity\": 1\n}"))
                .always(
                        "nothing is stocked",
                        now -> assertThat(now.store().streams("inventory")).isEmpty());

        SimulationFailure failure = failureOf(simulation);

        assertThat(failure.scenario()).isEqualTo("execute c-1 inventory/sku-1 Stock {    \"quantity\": 1 }");
        assertThatExceptionOfType(SimulationFailure.class).isThrownBy(() -> simulation.replay(failure.scenario()));
    }

    @Test
    void what_breaks_without_being_a_refusal_is_a_failure() {
        Simulation<Post> simulation = shop().command((now, random) -> Commands.to("sku-1", new Stock(-1)));

        SimulationFailure failure = failureOf(simulation);

        assertThat(failure.invariant()).isEqualTo("nothing breaks");
        assertThat(failure.scenario()).matches("execute c-\\d+ inventory/sku-1 Stock \\{\"quantity\":-1}");
        assertThat(failure).hasRootCauseMessage("less than nothing");
    }

    @Test
    void an_act_of_the_test_is_a_step() {
        Simulation<Post> simulation = shop().act("the post strikes", now -> now.world().strike = true)
                .always("the post works", now -> assertThat(now.world().strike).isFalse());

        assertThat(failureOf(simulation).scenario()).isEqualTo("do the post strikes");
    }

    @Test
    void time_passes_until_something_is_due() {
        Simulation<Post> simulation = shop().always(
                        "nobody is too late",
                        now -> assertThat(now.store().events(0, 0).map(event -> event.json()))
                                .noneMatch(json -> json.contains("late")));

        assertThat(failureOf(simulation).scenario().lines())
                .hasSizeLessThan(5)
                .anyMatch(line -> line.startsWith("wait "));
    }

    @Test
    void subscribers_are_made_anew_when_the_program_starts_and_what_is_outside_stays() {
        AtomicInteger starts = new AtomicInteger();
        Simulation<Post> simulation = shop().subscribers(post -> {
            starts.incrementAndGet();
            return List.of(new Clerk(post.letters));
        });

        simulation.replay("crash\ncrash\ncrash in clerk\nrun clerk 1");

        assertThat(starts).hasValue(3);
    }

    @Test
    void a_command_is_replayed_with_all_that_is_said_of_it() {
        Simulation<Post> simulation = Simulation.of(Post::new)
                .command((now, random) -> Commands.to("a \"b\"\n\\", new Stock(1))
                        .withActor("ann b")
                        .withCorrelationId("flow")
                        .withMetadata("tenant", "t=1")
                        .withExpectedVersion(0))
                .always(
                        "nothing is stocked",
                        now -> assertThat(now.store().streams("inventory")).isEmpty());

        SimulationFailure failure = failureOf(simulation);

        assertThat(failure.scenario())
                .isEqualTo("execute c-1 inventory/\"a \\\"b\\\"\\u000a\\\\\" Stock actor=\"ann b\" correlationId=flow"
                        + " expectedVersion=0 metadata:tenant=\"t=1\" {\"quantity\":1}");
        assertThatExceptionOfType(SimulationFailure.class)
                .isThrownBy(() -> simulation.replay(failure.scenario()))
                .satisfies(again -> assertThat(again.scenario()).isEqualTo(failure.scenario()));
    }

    @Test
    void time_is_what_the_test_says() {
        Simulation.of(Post::new)
                .subscribers(post -> List.of(new Clerk(post.letters)))
                .at(TestClock.at("2026-11-23T22:05:01Z").instant())
                .given(Commands.to("ord-1", new PlaceOrder("ord-1", "sku-1", 2)))
                .whenQuiet(
                        "the letter has its date",
                        now -> assertThat(now.world().letters).containsExactly("ord-1@1 2026-11-23T22:05:01Z"))
                .replay("wait " + Duration.ofDays(1) + "\nsettle");
    }
}
