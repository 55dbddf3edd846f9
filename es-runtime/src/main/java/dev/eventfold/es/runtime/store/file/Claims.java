package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What files beside the log say was fsynced of it. Read before the log is, they name nothing that the log must not hold, though a writer goes on.
 *
 * @param claims one for each file that can be believed
 */
record Claims(List<Claim> claims) {
    Claims {
        claims = List.copyOf(claims);
    }

    /**
     * What one file says.
     *
     * @param file its path
     * @param store the store's id
     * @param commit the highest commit that it knows to have been fsynced
     */
    record Claim(String file, String store, long commit) {}

    static Claims read(Disk disk) throws IOException {
        List<Claim> claims = new ArrayList<>();
        Head.read(disk).ifPresent(head -> claims.add(new Claim(Head.NAME, head.store(), head.commit())));
        claims.addAll(IndexFiles.claims(disk));
        claims.addAll(Checkpoints.claims(disk));
        claims.addAll(ProjectionFiles.claims(disk));
        SnapshotClaim.of(disk).ifPresent(claims::add);
        return new Claims(claims);
    }

    /**
     * The highest commit that one of them names.
     *
     * @param store the store's id; null when nobody knows it
     * @return 0 when there is none
     */
    long known(@Nullable String store) {
        long known = 0;
        for (Claim claim : claims) {
            if (store == null || store.equals(claim.store())) {
                known = Math.max(known, claim.commit());
            }
        }
        return known;
    }
}
