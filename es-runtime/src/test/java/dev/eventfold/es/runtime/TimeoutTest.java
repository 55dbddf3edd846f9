package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.domain.Clockwork;
import dev.eventfold.es.runtime.domain.Waiting;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What timeouts do, and when. */
@OnEachStorage
class TimeoutTest {
    private static final String FIRED = "$timeouts.waiting";

    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.ticking(storage, directory, clock, Waiting.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void a_timeout_is_due_when_its_delay_after_the_event_has_passed_and_not_before() {
        scene.begin("k", "!after first PT1H|%");
        clock.advance("PT59M59.999S");
        ProcessManagerReport early = scene.run();
        clock.advance("PT0.001S");

        ProcessManagerReport due = scene.run();

        assertThat(early.timedOut()).isZero();
        assertThat(due).hasToString("dispatched=1 unchanged=0 deadLettered=0 rejected=0 parked=0 ignored=0 timedOut=1");
        assertThat(scene.done("k")).containsExactly("first@2026-11-23T23:05:01.123Z");
        assertThat(scene.run().timedOut()).isZero();
    }

    @Test
    void the_delay_counts_from_the_event_however_late_it_is_reacted_to() {
        scene.begin("k", "!after first PT1H|%");
        clock.advance("PT3H");

        ProcessManagerReport report = scene.run();

        assertThat(report.timedOut()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("first@2026-11-23T23:05:01.123Z");
    }

    @Test
    void what_fires_is_an_event_of_the_flow_that_set_it() {
        scene.begin("k", "!after first PT1H|!marked");
        clock.advance("PT2H");

        scene.run();

        RecordedEvent began = scene.events("source", Scene.SOURCE).get(0);
        StoredEvent fired = scene.systemEvents(FIRED, "k").get(0);
        assertThat(fired.event().name()).isEqualTo("TimeoutFired");
        assertThat(fired.event().data().text())
                .isEqualTo("{\"timeout\":\"first\",\"due\":\"2026-11-23T23:05:01.123Z\"}");
        assertThat(fired.event().at()).isEqualTo(Scene.NOW.plus(Duration.ofHours(2)));
        assertThat(fired.event().origin().correlationId()).isEqualTo(began.correlationId());
        assertThat(fired.event().origin().causationId()).isEqualTo(began.eventId());
        assertThat(scene.done("k")).singleElement().asString().contains(" own ", fired.id());
    }

    @Test
    void a_cancelling_event_that_is_already_in_the_log_wins() {
        scene.begin("k", "!after first PT1H|late");
        scene.run();
        clock.advance("PT2H");
        scene.go("k", "!cancel first", "in time");

        ProcessManagerReport report = scene.run();

        assertThat(report.timedOut()).isZero();
        assertThat(scene.done("k")).containsExactly("in time");
        assertThat(scene.row("waiting", "k").orElseThrow().waits()).isNull();
    }

    @Test
    void the_same_name_again_replaces() {
        scene.begin("k", "!after first PT1H|one").go("k", "!after first PT3H|two");
        clock.advance("PT2H");
        ProcessManagerReport early = scene.run();
        clock.advance("PT1H");

        ProcessManagerReport report = scene.run();

        assertThat(early.timedOut()).isZero();
        assertThat(report.timedOut()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("two");
    }

    @Test
    void within_one_reaction_the_last_word_on_a_name_counts() {
        scene.begin("k", "!after first PT1H|one", "!cancel first", "!cancel second", "!after second PT1H|two");
        clock.advance("PT1H");

        scene.run();

        assertThat(scene.done("k")).containsExactly("two");
    }

    @Test
    void cancelling_what_is_not_pending_does_nothing() {
        scene.begin("k", "!cancel first", "a");

        ProcessManagerReport report = scene.run();

        assertThat(report.deadLettered()).isZero();
        assertThat(scene.done("k")).containsExactly("a");
    }

    @Test
    void a_time_that_has_passed_is_due_at_once() {
        scene.begin("k", "!at first 1969-01-01T00:00:00Z|%");

        ProcessManagerReport report = scene.run();

        assertThat(report.timedOut()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("first@1969-01-01T00:00:00Z");
    }

    @Test
    void times_that_no_calendar_has_are_the_last_ones() {
        scene.begin("k", "!at first +1000000000-12-31T23:59:59.999999999Z", "!after second PT" + Long.MAX_VALUE + "S");

        scene.run();

        assertThat(scene.letters("waiting")).isEmpty();
        assertThat(scene.row("waiting", "k").orElseThrow().nextDue()).hasToString("9999-12-31T23:59:59.999Z");
    }

    @Test
    void due_ones_fire_in_the_order_of_their_times_whenever_they_were_set() {
        scene.begin("a", "!after first PT3H|!json", "!after second PT1H|!json")
                .begin("b", "!after first PT2H|!json")
                .begin("c", "!after first PT4H|!json");
        clock.advance("PT5H");

        scene.run();

        assertThat(scene.everything())
                .filteredOn(event -> event.startsWith("TimeoutFired"))
                .containsExactly(
                        "TimeoutFired $timeouts.waiting/a",
                        "TimeoutFired $timeouts.waiting/b",
                        "TimeoutFired $timeouts.waiting/a",
                        "TimeoutFired $timeouts.waiting/c");
    }

    @Test
    void one_that_sets_itself_again_keeps_to_its_times_and_catches_up_between_the_others() {
        scene.begin("a", "!after each PT24H|%").begin("b", "!after first PT60H|%");
        scene.run();
        clock.advance("PT73H");

        ProcessManagerReport report = scene.run();

        assertThat(report.timedOut()).isEqualTo(4);
        assertThat(scene.done("a"))
                .containsExactly(
                        "each@2026-11-24T22:05:01.123Z",
                        "each@2026-11-25T22:05:01.123Z",
                        "each@2026-11-26T22:05:01.123Z");
        assertThat(scene.everything())
                .filteredOn(event -> event.startsWith("TimeoutFired"))
                .extracting(event -> event.substring(event.length() - 1))
                .containsExactly("a", "a", "b", "a");
    }

    @Test
    void what_one_sets_and_cancels_counts_before_the_next_fires() {
        scene.begin(
                "k",
                "!after first PT1H|!cancel second|!after last PT1H",
                "!after second PT3H|late",
                "!after each PT4H|late");
        clock.advance("PT6H");

        ProcessManagerReport report = scene.run();

        assertThat(report.timedOut()).isEqualTo(2);
        assertThat(scene.done("k")).isEmpty();
        assertThat(scene.row("waiting", "k")).isEmpty();
    }

    @Test
    void the_end_of_the_instance_takes_its_timeouts_away() {
        scene.begin("k", "!after first PT1H|late")
                .finish("k")
                .begin("other", "!after last PT1H", "!after each PT2H|late");
        clock.advance("P9D");

        ProcessManagerReport report = scene.run();

        assertThat(report.timedOut()).isEqualTo(1);
        assertThat(scene.row("waiting", "k")).isEmpty();
        assertThat(scene.row("waiting", "other")).isEmpty();
        assertThat(scene.done("k")).isEmpty();
    }

    @Test
    void a_timeout_may_end_the_instance_and_a_later_event_starts_afresh() {
        scene.begin("k", "!after first PT1H|!end", "!after second PT2H|late");
        clock.advance("PT1H");
        scene.run();
        scene.begin("k", "again");
        clock.advance("PT9H");

        ProcessManagerReport report = scene.run();

        assertThat(report.timedOut()).isZero();
        assertThat(scene.done("k")).containsExactly("again");
    }

    @Test
    void they_react_while_a_command_blocks_their_sequence_and_their_commands_are_parked() {
        scene.begin("k", "!after first PT1H|a", "reject this");
        scene.run();
        clock.advance("PT1H");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=0 unchanged=0 deadLettered=0 rejected=0 parked=1 ignored=0 timedOut=1");
        assertThat(scene.row("waiting", "k").orElseThrow().waits()).isNull();
    }

    @Test
    void they_are_parked_while_a_reaction_blocks_their_sequence() {
        scene.begin("k", "!after first PT1H|a").go("k", "!throw");
        scene.run();
        clock.advance("PT1H");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=0 unchanged=0 deadLettered=0 rejected=0 parked=1 ignored=0 timedOut=1");
        assertThat(scene.letters("waiting").get(0).parkedBehind()).isEqualTo(1);
        assertThat(scene.run().timedOut()).isZero();
    }

    @Test
    void one_whose_reaction_throws_is_a_dead_letter_of_what_fired_and_blocks_its_sequence() {
        scene.begin("k", "!after first PT1H|!throw").begin("other", "!after first PT1H|a");
        clock.advance("PT1H");

        ProcessManagerReport report = scene.run();

        assertThat(report)
                .hasToString("dispatched=1 unchanged=0 deadLettered=1 rejected=0 parked=0 ignored=0 timedOut=2");
        DeadLetter letter = scene.letters("waiting").get(0);
        assertThat(letter).isInstanceOf(FailedEvent.class);
        assertThat(letter.cause()).isEqualTo(Cause.REACTION_FAILED);
        assertThat(letter.key()).isEqualTo("k");
        assertThat(letter.event().event()).isEqualTo("TimeoutFired");
        assertThat(letter.event().aggregate()).isEqualTo(FIRED);
        assertThat(scene.go("k", "late").run().parked()).isEqualTo(1);
    }

    @Test
    void a_command_of_one_that_is_rejected_is_a_dead_letter_of_what_fired() {
        scene.begin("k", "!after first PT1H|reject this");
        clock.advance("PT1H");

        scene.run();

        DeadLetter letter = scene.letters("waiting").get(0);
        assertThat(letter).isInstanceOf(FailedCommand.class);
        assertThat(letter.event().event()).isEqualTo("TimeoutFired");
    }

    @Test
    void one_of_another_process_manager_is_a_failure_of_the_reaction() {
        scene.begin("k", "!foreign");

        scene.run();

        assertThat(scene.letters("waiting").get(0).error())
                .contains("a timeout is of another process manager: processManager=waiting, timeout=clockwork/tick");
    }

    @Test
    void without_key_there_is_one_of_each_name_and_it_is_a_sequence_of_its_own() {
        scene.close();
        scene = Scene.ticking(storage, directory.resolve("other"), clock, Clockwork.class);
        scene.go("x", "!after tick PT1H|one").go("y", "!throw");
        clock.advance("PT2H");

        ProcessManagerReport report = scene.run();

        assertThat(report.byName().get("clockwork").timedOut()).isEqualTo(1);
        assertThat(scene.done("m")).containsExactly("one");
        assertThat(scene.systemEvents("$timeouts.clockwork", "")).hasSize(1);
    }

    @Test
    void they_survive_the_end_of_the_process_and_fire_once() {
        scene.begin("k", "!after first PT1H|a");
        scene.run();
        scene.begin("l", "!after first PT2H|b");
        scene.reopen(Waiting.class);
        clock.advance("PT3H");

        ProcessManagerReport report = scene.run();
        scene.reopen(Waiting.class);

        assertThat(report.timedOut()).isEqualTo(2);
        assertThat(scene.run().timedOut()).isZero();
        assertThat(scene.done("k")).containsExactly("a");
        assertThat(scene.done("l")).containsExactly("b");
    }

    @Test
    void one_whose_method_is_gone_is_a_dead_letter_that_names_it_and_fires_when_the_method_is_back() {
        scene.begin("k", "!after first PT1H|%").run();
        scene.reopenChanged(Changed.withoutTimeout("first"), Waiting.class);
        clock.advance("PT1H");

        ProcessManagerReport report = scene.run();

        assertThat(report.timedOut()).isEqualTo(1);
        assertThat(report.deadLettered()).isEqualTo(1);
        assertThat(scene.letters("waiting")).singleElement().satisfies(letter -> {
            assertThat(letter.cause()).isEqualTo(Cause.REACTION_FAILED);
            assertThat(letter.error())
                    .contains("no @OnTimeout method has this name: processManager=waiting, timeout=first");
        });
        scene.reopenChanged(definition -> definition, Waiting.class);
        scene.store().deadLetters("waiting").retryAll();
        assertThat(scene.done("k")).containsExactly("first@2026-11-23T23:05:01.123Z");
        assertThat(scene.letters("waiting")).isEmpty();
    }

    @Test
    void a_clock_that_goes_back_fires_nothing_early_and_nothing_twice() {
        scene.begin("k", "!after first PT1H|a", "!after second PT2H|b");
        clock.advance("PT1H");
        scene.run();
        clock.advance("-PT9H");
        scene.go("k", "c");
        ProcessManagerReport back = scene.run();
        clock.advance("PT10H");

        ProcessManagerReport forth = scene.run();

        assertThat(back.timedOut()).isZero();
        assertThat(forth.timedOut()).isEqualTo(1);
        assertThat(scene.done("k")).containsExactly("a", "c", "b");
    }

    @Test
    void an_instance_shows_what_it_waits_for() {
        scene.begin("k", "!after first PT1H", "!at second 2030-01-01T00:00:00Z", "!after each PT1H", "!cancel each");

        scene.run();

        assertThat(scene.store().processes("waiting").find("k").orElseThrow().timeouts())
                .hasToString("{first=2026-11-23T23:05:01.123Z, second=2030-01-01T00:00:00Z}");
    }
}
