package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Alone;
import dev.eventfold.es.runtime.domain.Everything;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.store.Row;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What is given again of things that happened late: timeouts, delayed commands, what failed and was tried again or given up. */
@OnEachStorage
class RebuildOfHistoryTest {
    private static final String BUG = "rebuild";

    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();
    private Scene scene;

    @BeforeEach
    void open() {
        Mending.undo(BUG);
        scene = Scene.ticking(storage, directory, clock, Everything.class, Alone.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private RebuildReport rebuildAsItWas(String manager) {
        List<Row> before = scene.rows(manager);
        RebuildReport report = scene.store().rebuild(manager);
        assertThat(scene.rows(manager)).isEqualTo(before);
        return report;
    }

    @Test
    void timeouts_that_fired_are_given_again_at_their_time_and_pending_ones_stay_pending() {
        scene.begin("a", "!after first PT1H|!after last PT5H|do it", "!after last PT9H");
        scene.run();
        clock.advance("PT2H");
        scene.run();

        RebuildReport report = rebuildAsItWas("everything");

        assertThat(report.events()).isEqualTo(2);
        assertThat(scene.store().processes("everything").find("a").orElseThrow().timeouts())
                .containsOnlyKeys("last");
        clock.advance("PT4H");
        assertThat(scene.run().byName().get("everything").timedOut()).isEqualTo(1);
        assertThat(scene.store().processes("everything").keys()).isEmpty();
    }

    @Test
    void a_delayed_command_stays_delayed_and_is_sent_once() {
        scene.begin("a", "!later PT1H one", "!later PT3H three");
        scene.begin("b").finish("b", "!later PT3H after the end");
        clock.advance("PT2H");
        scene.run();

        rebuildAsItWas("everything");

        assertThat(scene.done("a")).containsExactly("one");
        clock.advance("PT2H");
        scene.run();
        assertThat(scene.done("a")).containsExactly("one", "three");
        assertThat(scene.done("b")).containsExactly("after the end");
    }

    @Test
    void what_was_retried_is_given_where_it_went_through_and_not_where_it_failed() {
        scene.begin("a", "!broken " + BUG, "one").go("a", "two").begin("a", "begins late");
        scene.tell(List.of("a", "b"), "told");
        scene.run();
        Mending.mend(BUG);
        scene.go("a", "not yet read");
        scene.store().deadLetters("everything").retryAll();
        scene.run();

        RebuildReport report = rebuildAsItWas("everything");

        assertThat(report.events()).isEqualTo(5);
        assertThat(scene.done("a")).containsExactly("one", "two", "begins late", "told", "not yet read");
    }

    @Test
    void what_was_given_up_is_not_given_and_what_waited_behind_it_is() {
        scene.begin("a", "one").go("a", "!broken " + BUG).go("a", "two").go("a", "!broken " + BUG);
        scene.run();
        DeadLetters letters = scene.store().deadLetters("everything");
        letters.evict(letters.list().get(0).id(), "of no use");

        RebuildReport report = rebuildAsItWas("everything");

        assertThat(report.events()).isEqualTo(2);
        assertThat(scene.letters("everything")).singleElement();
        assertThat(scene.done("a")).containsExactly("one", "two");
    }

    @Test
    void a_timeout_that_fired_behind_a_failure_is_given_in_its_turn_unless_it_was_cancelled_before() {
        scene.begin("a", "!after first PT1H|do first", "!after last PT2H|do last");
        scene.run();
        scene.go("a", "!broken " + BUG).go("a", "!cancel first");
        scene.run();
        clock.advance("PT3H");
        scene.run();
        rebuildAsItWas("everything");
        Mending.mend(BUG);
        scene.store().deadLetters("everything").retryAll();

        RebuildReport report = rebuildAsItWas("everything");

        assertThat(report.events()).isEqualTo(4);
        assertThat(scene.done("a")).containsExactly("do last");
    }

    @Test
    void a_command_that_is_put_off_is_tried_again_after_the_rebuild() {
        scene.begin("a", "await it", "behind it");
        scene.run();

        rebuildAsItWas("everything");

        scene.work("a", "ready");
        clock.advance("PT1S");
        scene.run();
        assertThat(scene.done("a")).containsExactly("ready", "await it", "behind it");
    }

    @Test
    void a_rejection_that_waited_behind_a_failure_is_given_where_it_went_through() {
        scene.begin("a", "!broken " + BUG).go("a", "reject it|instead");
        scene.go("b", "reject it|!broken " + BUG);
        scene.run();
        Mending.mend(BUG);
        scene.store().deadLetters("everything").retryAll();
        scene.store().deadLetters("alone").retryAll();
        scene.run();

        assertThat(rebuildAsItWas("everything").events()).isEqualTo(3);
        assertThat(rebuildAsItWas("alone").events()).isEqualTo(5);
        assertThat(scene.done("a")).containsExactly("instead");
    }

    @Test
    void without_key_a_timeout_and_what_is_sent_later_are_as_they_were() {
        scene.go("x", "!after first PT1H|do first", "!after last PT5H|do last", "!later PT2H later");
        scene.run();
        clock.advance("PT1H");
        scene.run();

        RebuildReport report = rebuildAsItWas("alone");
        clock.advance("PT9H");
        scene.run();

        assertThat(report.events()).isEqualTo(2);
        assertThat(scene.done("alone")).containsExactly("do first", "later", "do last");
        assertThat(rebuildAsItWas("alone").events()).isEqualTo(3);
    }
}
