package dev.eventfold.es.processor;

/** The two kinds of payload that belong to an aggregate. */
enum Kind {
    COMMAND("command", "a command", Api.COMMAND_FOR),
    EVENT("event", "an event", Api.EVENT_OF);

    private final String word;
    private final String one;
    private final String annotation;

    Kind(String word, String one, String annotation) {
        this.word = word;
        this.one = one;
        this.annotation = annotation;
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
}
