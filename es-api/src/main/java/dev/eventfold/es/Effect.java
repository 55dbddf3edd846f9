package dev.eventfold.es;

/**
 * What a reaction asks for: a command to send ({@link CommandEnvelope}), a {@link Timeout}, or the end of its instance ({@link #end()}). The effects of
 * one reaction, its new state and the position it has read to are one atomic write.
 */
public sealed interface Effect permits CommandEnvelope, Timeout, End {
    /**
     * Ends this instance after the other effects of the reaction; {@code ends = true}, said at run time.
     *
     * @return the effect
     */
    static Effect end() {
        return End.END;
    }
}
