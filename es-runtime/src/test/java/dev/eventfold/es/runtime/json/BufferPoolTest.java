package dev.eventfold.es.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.BufferRecycler;

class BufferPoolTest {
    private final BufferPool pool = new BufferPool();

    @Test
    void what_was_given_back_serves_again() {
        BufferRecycler first = pool.acquirePooled();

        pool.releasePooled(first);

        assertThat(pool.acquirePooled()).isSameAs(first);
    }

    @Test
    void however_many_are_given_back_a_few_are_kept() {
        Set<BufferRecycler> given = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int n = 0; n < 100; n++) {
            given.add(pool.acquirePooled());
        }
        given.forEach(pool::releasePooled);

        int kept = 0;
        for (int n = 0; n < 100; n++) {
            kept += given.contains(pool.acquirePooled()) ? 1 : 0;
        }

        assertThat(kept).isEqualTo(8);
    }

    @Test
    void no_buffer_is_in_two_hands() throws Exception {
        Set<BufferRecycler> held = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        List<Callable<Integer>> hands = new ArrayList<>();
        for (int hand = 0; hand < 4; hand++) {
            hands.add(() -> {
                int clashes = 0;
                for (int n = 0; n < 10_000; n++) {
                    BufferRecycler mine = pool.acquirePooled();
                    clashes += held.add(mine) ? 0 : 1;
                    held.remove(mine);
                    pool.releasePooled(mine);
                }
                return clashes;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(hands.size());
        try {
            for (Future<Integer> clashes : threads.invokeAll(hands)) {
                assertThat(clashes.get()).isZero();
            }
        } finally {
            threads.shutdown();
        }
    }
}
