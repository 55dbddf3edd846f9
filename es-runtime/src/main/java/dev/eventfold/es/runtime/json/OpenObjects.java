package dev.eventfold.es.runtime.json;

import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadInput;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The objects that are being read, each inside the one before: which of their members have come. */
final class OpenObjects {
    private static final Members NONE = Members.of();

    private final Reading reading;
    private @Nullable Deque<Frame> outer;
    private Members members = NONE;
    private long required;
    private long seen;
    private int likely;

    OpenObjects(Reading reading) {
        this.reading = reading;
    }

    private record Frame(Members members, long required, long seen, int likely) {}

    void enterFields(Members entered) {
        enter(entered, reading.keepsInitialValues() ? 0 : entered.all());
    }

    void enter(Members entered, long needed) {
        if (members != NONE) {
            if (outer == null) {
                outer = new ArrayDeque<>();
            }
            outer.push(new Frame(members, required, seen, likely));
        }
        members = entered;
        required = needed;
        seen = 0;
        likely = 0;
    }

    /** The place of the member that comes, or {@code END} when it is to be passed over. */
    int take(String name) {
        int member = members.indexOf(name, likely);
        if (member < 0) {
            return reading.ignoresUnknown() ? PayloadInput.END : refuse();
        }
        long bit = 1L << member;
        if ((seen & bit) != 0) {
            return refuse(); // twice: which one counts, and whether that is an error, depends on what is read
        }
        seen |= bit;
        likely = member + 1;
        return member;
    }

    void leave() {
        if ((required & ~seen) != 0) {
            throw NotCovered.here();
        }
        Frame frame = outer == null ? null : outer.poll();
        members = frame == null ? NONE : frame.members();
        required = frame == null ? 0 : frame.required();
        seen = frame == null ? 0 : frame.seen();
        likely = frame == null ? 0 : frame.likely();
    }

    private static int refuse() {
        throw NotCovered.here();
    }
}
