package dev.eventfold.es.runtime.execution;

import java.util.function.Supplier;

/** The border to handlers, appliers and reactions: knows whether the current thread is inside one. */
public final class UserCode {
    private static final ThreadLocal<UserCode> OF_THREAD = ThreadLocal.withInitial(UserCode::new);

    private boolean inside;

    private UserCode() {}

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
            here.inside = outer;
        }
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
    }
}
