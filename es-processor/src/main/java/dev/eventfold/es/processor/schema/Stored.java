package dev.eventfold.es.processor.schema;

import java.util.Comparator;

/**
 * What a store holds under a name of its own.
 *
 * @param kind what it is
 * @param aggregate the stored name of its aggregate; empty for a process manager, projection or subscriber
 * @param name its stored name
 */
public record Stored(Kind kind, String aggregate, String name) implements Comparable<Stored> {
    private static final Comparator<Stored> ORDER =
            Comparator.comparing(Stored::kind).thenComparing(Stored::aggregate).thenComparing(Stored::name);

    /** What is stored, by the rules that it is read by. */
    public enum Kind {
        COMMAND("command"),
        EVENT("event"),
        STATE("process-manager"),
        PROJECTION("projection"),
        SUBSCRIBER("subscriber");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the schema lock says it. */
        String word() {
            return word;
        }

        /** Whether stores hold something of its shape for ever; of the others they hold the name. */
        public boolean hasShape() {
            return this == COMMAND || this == EVENT || this == STATE;
        }

        /** Whether all that is stored of it can be made again from events. */
        boolean isOnlyCache() {
            return this == PROJECTION;
        }

        /** Whether a member that the class does not have is an error. */
        boolean refusesUnknownMembers() {
            return this != EVENT;
        }

        /** Whether a field that is missing keeps its initial value. */
        boolean keepsInitialValues() {
            return this == STATE;
        }
    }

    /** Whether it is the event of that name, {@code aggregate/name}. */
    boolean isEvent(String qualified) {
        return kind == Kind.EVENT && qualified.equals(aggregate + "/" + name);
    }

    /** As messages say it. */
    public String text() {
        return switch (kind) {
            case COMMAND -> "Command \"" + name + "\" of aggregate \"" + aggregate + "\"";
            case EVENT -> "Event \"" + name + "\" of aggregate \"" + aggregate + "\"";
            case STATE -> "Process manager \"" + name + "\"";
            case PROJECTION -> "Projection \"" + name + "\"";
            case SUBSCRIBER -> "Subscriber \"" + name + "\"";
        };
    }

    @Override
    public int compareTo(Stored other) {
        return ORDER.compare(this, other);
    }
}
