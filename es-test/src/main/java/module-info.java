/** Fixtures for tests of what users write: given, when, then. */
module dev.eventfold.es.test {
    requires transitive dev.eventfold.es;
    requires transitive dev.eventfold.es.runtime;
    requires static org.jspecify;

    exports dev.eventfold.es.test;

    uses dev.eventfold.es.spi.GeneratedModule;
}
