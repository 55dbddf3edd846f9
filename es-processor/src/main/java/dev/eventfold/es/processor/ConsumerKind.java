package dev.eventfold.es.processor;

/** The kinds of what events are passed to, which share one space of stored names. */
enum ConsumerKind {
    PROCESS_MANAGER("process manager", Api.PROCESS_MANAGER, Api.REACTS, "reacts to", "reacted to"),
    PROJECTION("projection", Api.PROJECTION, Api.PROJECTS, "projects", "projected"),
    SUBSCRIBER("subscriber", Api.SUBSCRIBER, Api.RECEIVES, "receives", "received");

    private final String word;
    private final String annotation;
    private final String methodAnnotation;
    private final String verb;
    private final String participle;

    ConsumerKind(String word, String annotation, String methodAnnotation, String verb, String participle) {
        this.word = word;
        this.annotation = annotation;
        this.methodAnnotation = methodAnnotation;
        this.verb = verb;
        this.participle = participle;
    }

    String word() {
        return word;
    }

    /** Of the class. */
    String annotation() {
        return annotation;
    }

    /** Of the methods that events are passed to. */
    String methodAnnotation() {
        return methodAnnotation;
    }

    /** What it does with an event. */
    String verb() {
        return verb;
    }

    /** What becomes of an event. */
    String participle() {
        return participle;
    }

    /** What its methods take. */
    Parameters parameters() {
        return this == SUBSCRIBER ? Parameters.RECEIVED_EVENT : Parameters.EVENT;
    }
}
