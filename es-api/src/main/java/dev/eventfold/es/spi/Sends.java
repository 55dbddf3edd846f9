package dev.eventfold.es.spi;

import dev.eventfold.es.CommandEnvelope;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The commands that a reaction says it may send. It binds nobody: what it sends besides is sent, and warned of.
 *
 * @param known whether the reaction says
 * @param commands each as {@code aggregate/command}, by every stored name that it has and had
 */
public record Sends(boolean known, Set<String> commands) {
    private static final Sends UNKNOWN = new Sends(false, Set.of());

    /** Copies the set. */
    public Sends {
        commands = Set.copyOf(commands);
    }

    /**
     * Of a reaction that does not say.
     *
     * @return what allows everything
     */
    public static Sends unknown() {
        return UNKNOWN;
    }

    /**
     * Of a reaction that says.
     *
     * @param commands each as {@code aggregate/command}; none for a reaction that sends nothing
     * @return what allows these
     */
    public static Sends only(String... commands) {
        return new Sends(true, new HashSet<>(Arrays.asList(commands)));
    }

    /**
     * Whether the reaction leaves room for a command.
     *
     * @param command what it sent
     * @return false when it says what it sends, and this is something else
     */
    public boolean allows(CommandEnvelope command) {
        return !known || commands.contains(command.aggregate() + "/" + command.command());
    }
}
