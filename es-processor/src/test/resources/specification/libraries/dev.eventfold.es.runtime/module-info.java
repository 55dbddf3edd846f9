/** Stands in for es-runtime, which is built after the processor. */
module dev.eventfold.es.runtime {
    requires transitive dev.eventfold.es;
    requires transitive tools.jackson.databind;

    exports dev.eventfold.es.runtime;
    exports dev.eventfold.es.runtime.spi;
    exports dev.eventfold.es.fixture;

    uses dev.eventfold.es.spi.GeneratedModule;
}
