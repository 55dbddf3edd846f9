package dev.eventfold.es.processor;

/** What the processor knows of es-api and es-runtime: names. */
final class Api {
    static final String PACKAGE = "dev.eventfold.es";
    static final String SPI = PACKAGE + ".spi";
    static final String RUNTIME = PACKAGE + ".runtime";

    static final String AGGREGATE = PACKAGE + ".Aggregate";
    static final String COMMAND_FOR = PACKAGE + ".CommandFor";
    static final String EVENT_OF = PACKAGE + ".EventOf";
    static final String HANDLES = PACKAGE + ".Handles";
    static final String APPLIES = PACKAGE + ".Applies";
    static final String PROCESS_MANAGER = PACKAGE + ".ProcessManager";
    static final String REACTS = PACKAGE + ".Reacts";
    static final String REACTS_LIST = REACTS + ".List";
    static final String PROJECTION = PACKAGE + ".Projection";
    static final String PROJECTS = PACKAGE + ".Projects";
    static final String SUBSCRIBER = PACKAGE + ".Subscriber";
    static final String RECEIVES = PACKAGE + ".Receives";
    static final String ON_REJECTION = PACKAGE + ".OnRejection";
    static final String ON_TIMEOUT = PACKAGE + ".OnTimeout";
    static final String UPCASTS = PACKAGE + ".Upcasts";
    static final String EVENT_SOURCED = PACKAGE + ".EventSourced";

    static final String COMMAND_CONTEXT = PACKAGE + ".CommandContext";
    static final String EVENT_CONTEXT = PACKAGE + ".EventContext";
    static final String REJECTION = PACKAGE + ".Rejection";
    static final String RECORDED_EVENT = PACKAGE + ".RecordedEvent";
    static final String COMMAND_ENVELOPE = PACKAGE + ".CommandEnvelope";
    static final String TIMEOUT = PACKAGE + ".Timeout";
    static final String EFFECT = PACKAGE + ".Effect";

    static final String REJECTED_COMMAND = SPI + ".RejectedCommand";
    static final String FIRED_TIMEOUT = SPI + ".FiredTimeout";
    static final String RECEIVED_COMMAND = SPI + ".ReceivedCommand";
    static final String GENERATED_MODULE = SPI + ".GeneratedModule";
    static final String EVENTFOLD_GENERATED = SPI + ".EventfoldGenerated";
    static final String AGGREGATE_STORE = RUNTIME + ".AggregateStore";

    /** {@code Reacts.INSTANCE_ID}. */
    static final String INSTANCE_ID = "$instanceId";
    /** {@code Reacts.ANY} and {@code Subscription.ANY}. */
    static final String ANY = "*";

    private Api() {}

    static String simpleName(String canonicalName) {
        return canonicalName.substring(canonicalName.lastIndexOf('.') + 1);
    }
}
