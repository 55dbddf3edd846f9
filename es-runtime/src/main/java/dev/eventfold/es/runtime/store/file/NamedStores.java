package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ids that a directory gives its store: where the log's first line does not say which it is, another one may. */
final class NamedStores {
    private NamedStores() {}

    /**
     * All that are named.
     *
     * @param segments the first commits of the segments
     * @param claims what the files beside the log say
     * @return the log's own first; empty when nothing names one
     */
    static List<String> in(Disk disk, List<Long> segments, Claims claims) throws IOException {
        Set<String> stores = new LinkedHashSet<>();
        for (long first : segments) {
            try (DiskFile file = disk.openForReading(SegmentName.path(first))) {
                stores.add(SegmentHeader.read(file).store());
            } catch (BadLine bad) {
                // Another one may say it.
            }
        }
        claims.claims().forEach(claim -> stores.add(claim.store()));
        return List.copyOf(stores);
    }
}
