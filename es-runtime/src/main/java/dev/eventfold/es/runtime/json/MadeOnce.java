package dev.eventfold.es.runtime.json;

import dev.eventfold.es.runtime.Codec;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A codec that is made when it is needed first, for all who hold this. Safe for use by any number of threads. */
final class MadeOnce implements Supplier<Codec> {
    private final Supplier<Codec> making;
    private volatile @Nullable Codec codec;

    MadeOnce(Supplier<Codec> making) {
        this.making = making;
    }

    @Override
    public Codec get() {
        Codec made = codec;
        if (made == null) {
            synchronized (this) {
                made = codec;
                if (made == null) {
                    made = making.get();
                    codec = made;
                }
            }
        }
        return made;
    }
}
