package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A process manager that is far behind has large groups, one after the other: they must leave no large buffers behind. */
class LogTailTest {
    private static final int COMMIT = 40_000;

    private final LogTail tail =
            new LogTail("store", FileStoreOptions.standard(), new SegmentFiles(new SimulatedDisk()), null);
    private long commit;

    private List<LineBuffer> buffersOfAGroup() {
        for (int n = 0; n < 12; n++) {
            commit++;
            tail.chunkFor(commit, commit).lines().raw(new byte[COMMIT]);
            tail.add(commit, commit);
        }
        List<LineBuffer> buffers =
                tail.take().chunks().stream().map(Chunk::lines).toList();
        tail.written();
        return buffers;
    }

    @Test
    void the_buffers_of_a_group_serve_the_next_one() {
        Set<Integer> first = identities(buffersOfAGroup());

        Set<Integer> second = identities(buffersOfAGroup());

        assertThat(first).hasSize(6);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void no_buffer_grows_with_its_group() {
        assertThat(buffersOfAGroup()).allMatch(buffer -> buffer.capacity() < 1 << 18);
    }

    private static Set<Integer> identities(List<LineBuffer> buffers) {
        return buffers.stream().map(System::identityHashCode).collect(Collectors.toCollection(HashSet::new));
    }
}
