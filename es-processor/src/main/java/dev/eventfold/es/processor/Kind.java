package dev.eventfold.es.processor;

/** The two kinds of payload that belong to an aggregate. */
enum Kind {
    COMMAND("command", "a command", Api.COMMAND_FOR, Api.COMMAND_CONTEXT),
    EVENT("event", "an event", Api.EVENT_OF, Api.EVENT_CONTEXT);

    private final String word;
    private final String one;
    private final String annotation;
    private final String context;

    Kind(String word, String one, String annotation, String context) {
        this.word = word;
        this.one = one;
        this.annotation = annotation;
        this.context = context;
    }

    String word() {
        return word;
    }

    /** With its article. */
    String one() {
        return one;
    }

    String annotation() {
        return annotation;
    }

    /** What a method that takes the payload may take beside it. */
    String context() {
        return context;
    }
}
