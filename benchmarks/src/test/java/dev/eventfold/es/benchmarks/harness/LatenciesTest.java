package dev.eventfold.es.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentiles_are_those_of_all_threads_together() {
        Latencies merged = Latencies.merged(List.of(of(1, 900), of(901, 2000)));

        assertThat(merged.count()).isEqualTo(2000);
        assertThat(merged.micros(0.50)).isEqualTo(1000);
        assertThat(merged.micros(0.99)).isEqualTo(1980);
        assertThat(merged.micros(1)).isEqualTo(2000);
    }

    @Test
    void no_calls_took_no_time() {
        assertThat(new Latencies().micros(0.99)).isZero();
    }

    private static Latencies of(int fromMicros, int toMicros) {
        Latencies latencies = new Latencies();
        LongStream.rangeClosed(fromMicros, toMicros).forEach(micros -> latencies.add(micros * 1000));
        return latencies;
    }
}
