package dev.eventfold.es.processor;

/**
 * What the readers of annotated classes share.
 *
 * @param types the compiler's view of types
 * @param declarations reads what a class is
 * @param forms reads ids and keys
 * @param payloads reads commands and events
 * @param unmarked tells a class that only lacks its annotation
 * @param methods reads annotated methods
 * @param diagnostics takes what is wrong
 */
record Readers(
        JavaTypes types,
        DeclarationReader declarations,
        TextFormReader forms,
        PayloadReader payloads,
        UnmarkedTypes unmarked,
        MethodReader methods,
        Diagnostics diagnostics) {
    static Readers of(JavaTypes types, DeclarationReader declarations, Diagnostics diagnostics) {
        TextFormReader forms = new TextFormReader(types, declarations);
        PayloadReader payloads = new PayloadReader(types, forms, declarations, diagnostics);
        MethodReader methods = new MethodReader(types, payloads, declarations, diagnostics);
        UnmarkedTypes unmarked = new UnmarkedTypes(types, declarations::isCompiledHere);
        return new Readers(types, declarations, forms, payloads, unmarked, methods, diagnostics);
    }
}
