package dev.eventfold.es.runtime.execution;

/** What user code threw, as text that can be stored whatever the exception does. */
public final class Thrown {
    private static final int MOST = 4_000;

    private Thrown() {}

    /**
     * The class and the message.
     *
     * @param thrown what was thrown
     * @return well-formed text of bounded length
     */
    public static String text(Throwable thrown) {
        return wellFormed(shortened(named(thrown)));
    }

    /**
     * The message alone.
     *
     * @param thrown what was thrown
     * @return well-formed text of bounded length; empty when there is none
     */
    public static String message(Throwable thrown) {
        return wellFormed(shortened(told(thrown)));
    }

    private static String told(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : message;
        } catch (RuntimeException | StackOverflowError e) {
            return "(its message cannot be told: " + e.getClass().getName() + ")";
        }
    }

    private static String named(Throwable thrown) {
        Class<?> type = thrown.getClass();
        String name = type.isAnonymousClass() ? type.getName() : type.getSimpleName();
        String message = told(thrown);
        return message.isEmpty()
                ? name
                : name + (message.startsWith("(its message cannot be told") ? " " : ": ") + message;
    }

    private static String shortened(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }

    private static String wellFormed(String text) {
        StringBuilder built = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            boolean pair = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
            if (pair) {
                at++;
            } else if (Character.isSurrogate(text.charAt(at))) {
                built.setCharAt(at, '\uFFFD');
            }
        }
        return built.toString();
    }
}
