package dev.eventfold.es.runtime.execution;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** The border to handlers, appliers and reactions, and to subscribers: knows whether the current thread is inside one. */
public final class UserCode {
    private static final ThreadLocal<UserCode> OF_THREAD = ThreadLocal.withInitial(UserCode::new);

    /** What would wait for the subscriber that calls it. */
    private static final Set<String> OF_ITSELF = Set.of("catchUp", "close", "retry", "dryRun", "evict");

    private boolean inside;
    private boolean receiving;
    private boolean ofOurs;

    private UserCode() {}

    /**
     * Says that the current thread is one of the store's own, which nobody interrupts while it is in code of the user: an interrupt that is found
     * afterwards was left by that code, and must not end what the thread waits for next.
     */
    public static void ownThread() {
        OF_THREAD.get().ofOurs = true;
    }

    private void leave(boolean outer) {
        inside = outer;
        if (ofOurs) {
            Thread.interrupted();
        }
    }

    /**
     * Runs code of the user.
     *
     * @param <T> the result
     * @param code the code
     * @return what it returns
     */
    public static <T> T run(Supplier<T> code) {
        UserCode here = OF_THREAD.get();
        boolean outer = here.inside;
        here.inside = true;
        try {
            return code.get();
        } finally {
            here.leave(outer);
        }
    }

    /**
     * Lets a subscriber receive an event: it may do what reactions must not.
     *
     * @param <T> the result
     * @param code the code
     * @return what it returns
     */
    public static <T> T receive(Callable<T> code) {
        UserCode here = OF_THREAD.get();
        boolean outer = here.inside;
        here.inside = false;
        here.receiving = true;
        try {
            return code.call();
        } catch (Exception e) {
            UserCode.<RuntimeException>rethrow(e);
            throw new AssertionError(e);
        } finally {
            here.leave(outer);
            here.receiving = false;
        }
    }

    /** Whoever looks at what a subscriber threw, checked or not, finds that and nothing around it. */
    @SuppressWarnings("unchecked") // the cast is not there at run time
    private static <E extends Exception> void rethrow(Exception thrown) throws E {
        throw (E) thrown;
    }

    /**
     * Refuses a call that user code must not make: it would decide in the middle of a decision.
     *
     * @param call the name of the call
     * @throws IllegalStateException when the current thread is inside user code
     */
    public static void refuse(String call) {
        if (OF_THREAD.get().inside) {
            throw new IllegalStateException(call
                    + " was called from inside a handler, reaction, applier or listener. They are pure: return events"
                    + " or commands instead, and leave effects to whoever sends the command");
        }
        if (OF_THREAD.get().receiving && OF_ITSELF.contains(call)) {
            throw new IllegalStateException(call
                    + " was called from inside a subscriber, which would wait for itself. Call it from another thread");
        }
    }
}
