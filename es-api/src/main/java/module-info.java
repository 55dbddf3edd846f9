/**
 * Annotations and contracts that domain code names, and the service provider interface that generated code implements.
 *
 * <p>Domain and contracts modules need this module alone.
 */
module dev.eventfold.es {
    requires static org.jspecify;

    exports dev.eventfold.es;
    exports dev.eventfold.es.spi;
}
