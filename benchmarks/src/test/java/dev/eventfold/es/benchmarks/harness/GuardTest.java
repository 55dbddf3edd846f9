package dev.eventfold.es.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuardTest {
    private final Guard quiet = new Guard(5000, 1_000_000);

    @Test
    void probes_close_to_each_other_leave_the_round_alone() {
        assertThat(quiet.disturbed(new Guard(3500, 1_400_000))).isFalse();
    }

    @Test
    void a_disk_that_was_taken_away_disturbs() {
        assertThat(quiet.disturbed(new Guard(3000, 1_000_000))).isTrue();
        assertThat(new Guard(3000, 1_000_000).disturbed(quiet)).isTrue();
    }

    @Test
    void cores_that_were_taken_away_disturb() {
        assertThat(quiet.disturbed(new Guard(5000, 500_000))).isTrue();
    }
}
