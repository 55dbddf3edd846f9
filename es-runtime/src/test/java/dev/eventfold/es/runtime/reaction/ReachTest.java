package dev.eventfold.es.runtime.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which events prolong a pass. */
class ReachTest {
    private final Reach reach = new Reach(10);

    private void wrote(long forPosition, long from, long to) {
        reach.extend(Step.ofEvent(forPosition, Counts.NONE, from, to));
    }

    @Test
    void what_is_written_for_an_event_that_was_there_or_for_what_came_of_one_is_waited_for() {
        wrote(3, 12, 14);
        wrote(14, 20, 21);
        wrote(21, 30, 33);

        assertThat(reach.target()).isEqualTo(33);
    }

    @Test
    void what_is_written_for_the_events_of_other_callers_is_not_waited_for() {
        wrote(3, 12, 14);

        wrote(11, 20, 25);
        wrote(15, 25, 26);

        assertThat(reach.target()).isEqualTo(14);
    }

    @Test
    void what_is_written_for_any_of_what_was_written_in_a_row_is_waited_for() {
        wrote(3, 12, 14);
        wrote(4, 14, 16);
        wrote(5, 16, 17);

        wrote(13, 18, 19);
        wrote(17, 20, 21);

        assertThat(reach.target()).isEqualTo(21);
    }
}
