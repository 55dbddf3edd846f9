package hotel;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.ShadowReport;
import java.nio.file.Path;

/** Looks at what the reception of today would have done, and derives what it remembers again. */
public class Rebuilding {
    private Rebuilding() {}

    /**
     * Runs it once.
     *
     * @param args the directory of a store
     */
    public static void main(String[] args) {
        try (AggregateStore store = AggregateStore.open(Path.of(args[0]))) {
            ShadowReport shadow = store.shadow("reception");
            System.out.println(shadow);
            if (shadow.broken() == 0) {
                RebuildReport report = store.rebuild("reception");
                System.out.println(report);
            }
        }
    }
}
