package dev.eventfold.es.runtime.store.file;

/** The same on segments of a few lines each. */
class SmallSegmentsTest extends FileEventStoreTest {
    @Override
    FileStoreOptions options() {
        return FileStoreOptions.standard().withSegmentBytes(5000);
    }
}
