package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private record Entry(long first, long second) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void what_was_added_and_not_removed_is_in_the_bucket_of_its_hash(int words) {
        Buckets buckets = new Buckets(words);
        List<Entry> expected = new ArrayList<>();
        for (int n = 0; n < 20_000; n++) {
            if (random.nextInt(3) == 0 && !expected.isEmpty()) {
                Entry gone = removeOne(expected);
                buckets.remove(gone.first(), find(buckets, words, gone));
            } else {
                Entry added = new Entry(random.nextLong(), words > 1 ? random.nextLong() : 0);
                buckets.add(added.first(), added.second());
                expected.add(added);
            }
        }

        assertThat(buckets.size()).isEqualTo(expected.size());
        assertThat(expected)
                .as("seed " + seed)
                .allMatch(entry -> find(buckets, words, entry) > 0)
                .allMatch(entry -> buckets.end(buckets.bucket(entry.first())) <= 1 + 64 * words);
    }

    private Entry removeOne(List<Entry> expected) {
        int at = random.nextInt(expected.size());
        Entry last = expected.remove(expected.size() - 1);
        return at == expected.size() ? last : expected.set(at, last);
    }

    private static int find(Buckets buckets, int words, Entry entry) {
        long[] bucket = buckets.bucket(entry.first());
        for (int at = 1; at < buckets.end(bucket); at += words) {
            if (bucket[at] == entry.first() && (words == 1 || bucket[at + 1] == entry.second())) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void entries_that_are_all_alike_share_a_bucket_that_grows() {
        Buckets buckets = new Buckets(1);

        for (int n = 1; n <= 5_000; n++) {
            buckets.add(0x123456789ABCL << 16 | n, 0);
        }

        long[] bucket = buckets.bucket(0x123456789ABCL << 16);
        assertThat(Arrays.copyOfRange(bucket, 1, buckets.end(bucket)))
                .hasSize(5_000)
                .doesNotHaveDuplicates();
    }

    @Test
    void hashes_that_begin_alike_are_found_all_the_same() {
        Buckets buckets = new Buckets(1);

        for (long n = 0; n < 20_000; n++) {
            buckets.add(n << 36 | 7, 0);
        }

        for (long n = 0; n < 20_000; n++) {
            long hash = n << 36 | 7;
            long[] bucket = buckets.bucket(hash);
            assertThat(Arrays.stream(bucket, 1, buckets.end(bucket)).anyMatch(entry -> entry == hash))
                    .isTrue();
        }
    }
}
