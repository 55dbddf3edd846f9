package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.StoreListener;
import dev.eventfold.es.runtime.observe.LogMessage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** The program's listener, held to what it may do: it cannot call the store, and what it throws harms nobody. */
public final class CarefulListener implements StoreListener {
    private final StoreListener listener;
    private final AtomicBoolean complained = new AtomicBoolean();

    private CarefulListener(StoreListener listener) {
        this.listener = listener;
    }

    /**
     * Holds a listener to it.
     *
     * @param listener of the program
     * @return one that throws nothing; {@link StoreListener#NONE} as it is
     */
    public static StoreListener of(StoreListener listener) {
        return listener == NONE ? NONE : new CarefulListener(listener);
    }

    @Override
    public void commandExecuted(CommandExecuted command) {
        tell(StoreListener::commandExecuted, command);
    }

    @Override
    public void committed(Committed commit) {
        tell(StoreListener::committed, commit);
    }

    @Override
    public void synced(Synced sync) {
        tell(StoreListener::synced, sync);
    }

    @Override
    public void reacted(Reacted reactions) {
        tell(StoreListener::reacted, reactions);
    }

    @Override
    public void deadLettered(DeadLettered letter) {
        tell(StoreListener::deadLettered, letter);
    }

    @Override
    public void checkpointed(Checkpointed checkpoint) {
        tell(StoreListener::checkpointed, checkpoint);
    }

    private <E> void tell(BiConsumer<StoreListener, E> method, E event) {
        try {
            UserCode.run(() -> {
                method.accept(listener, event);
                return null;
            });
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            if (complained.compareAndSet(false, true)) {
                LogMessage.LISTENER_FAILED.log(
                        "a store's listener threw, and what else it throws is not told: listener="
                                + listener.getClass().getName() + ", event="
                                + event.getClass().getSimpleName(),
                        e);
            }
        }
    }
}
