package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreFailed;
import java.util.Arrays;
import java.util.List;

/**
 * What Jazzer calls, with {@code -Pjazzer}: writes its bytes somewhere into a file of a small store, makes checksums of lines right again, and
 * asks the store everything. What comes of it is an answer or an error of ours.
 */
public final class LogFuzzer {
    private static final int HEAD = 3;

    private static final Written WRITTEN = Written.of(1, 12);
    private static final List<String> FILES = WRITTEN.closed().paths();
    private static final String STORE_ID = WRITTEN.storeId();

    private LogFuzzer() {}

    /**
     * Tries one input.
     *
     * @param data which file, at which place, and what to write there
     */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < HEAD) {
            return;
        }
        String path = FILES.get((data[0] & 0xFF) % FILES.size());
        byte[] content = WRITTEN.closed().content(path);
        int at = ((data[1] & 0xFF) << 8 | data[2] & 0xFF) % (content.length + 1);
        byte[] mutated = Arrays.copyOf(content, Math.max(content.length, at + data.length - HEAD));
        System.arraycopy(data, HEAD, mutated, at, data.length - HEAD);
        SimulatedDisk disk = WRITTEN.closed().afterKill();
        disk.put(path, path.startsWith(SegmentName.DIRECTORY) ? Mutator.seal(mutated, STORE_ID) : mutated);
        try (FileEventStore store = FileEventStore.open(disk, Written.OPTIONS)) {
            WRITTEN.workload().refusals(store);
        } catch (StoreFailed refused) {
            // As it should be.
        } catch (AssertionError another) {
            // Lines that are right, and were never written: what the log says now is what it says.
        }
    }
}
