package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.spi.ProcessManagerDefinition;

/** What moves through the log, in the words of messages. */
enum ConsumerKind {
    PROCESS_MANAGER("process manager", "processManager", "started"),
    SUBSCRIBER("subscriber", "subscriber", "subscribed");

    private final String word;
    private final String key;
    private final String begun;

    ConsumerKind(String word, String key, String begun) {
        this.word = word;
        this.key = key;
        this.begun = begun;
    }

    static ConsumerKind of(ProcessManagerDefinition<?> definition) {
        return definition instanceof Receiving<?> ? SUBSCRIBER : PROCESS_MANAGER;
    }

    /** One, as in "a subscriber cannot read". */
    String one() {
        return "a " + word;
    }

    /** That one, as in "the subscriber does not react". */
    String the() {
        return "the " + word;
    }

    /** Several, as in "subscribers stop". */
    String many() {
        return word + "s";
    }

    /** Which one, as in "subscriber=mailer". */
    String named(String name) {
        return key + "=" + name;
    }

    /** What is done to let one go on that has stopped, as in "subscribed". */
    String begun() {
        return begun;
    }
}
