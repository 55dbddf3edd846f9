package dev.eventfold.es.runtime.store.file;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same on segments of a few lines each. */
@Execution(ExecutionMode.CONCURRENT)
class SmallSegmentsTest extends FileEventStoreTest {
    @Override
    FileStoreOptions options() {
        return FileStoreOptions.standard().withSegmentBytes(5000);
    }
}
