package dev.eventfold.es.processor;

/**
 * What the readers of annotated classes share.
 *
 * @param types the compiler's view of types
 * @param declarations reads what a class is
 * @param forms reads ids and keys
 * @param payloads reads commands and events
 * @param methods reads annotated methods
 * @param diagnostics takes what is wrong
 */
record Readers(
        JavaTypes types,
        DeclarationReader declarations,
        TextFormReader forms,
        PayloadReader payloads,
        MethodReader methods,
        Diagnostics diagnostics) {
    static Readers of(JavaTypes types, DeclarationReader declarations, Diagnostics diagnostics) {
        TextFormReader forms = new TextFormReader(types, declarations);
        PayloadReader payloads = new PayloadReader(types, forms, declarations, diagnostics);
        MethodReader methods = new MethodReader(types, payloads, declarations, diagnostics);
        return new Readers(types, declarations, forms, payloads, methods, diagnostics);
    }
}
