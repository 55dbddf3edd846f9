/**
 * The run time: the store that executes commands, the runner of process managers, and the file and memory stores.
 */
module dev.eventfold.es.runtime {
    requires transitive dev.eventfold.es;
    requires com.fasterxml.jackson.annotation;
    requires transitive tools.jackson.databind;
    requires jdk.jfr;
    requires static org.jspecify;

    exports dev.eventfold.es.runtime;
    exports dev.eventfold.es.runtime.json;
    exports dev.eventfold.es.runtime.spi;
    exports dev.eventfold.es.runtime.store;

    // The fixtures run parts of a program on the same engine.
    exports dev.eventfold.es.runtime.engine to
            dev.eventfold.es.test;

    uses dev.eventfold.es.spi.GeneratedModule;
}
