package dev.eventfold.es.processor;

import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;

/**
 * What the readers of annotated classes share.
 *
 * @param types the compiler's view of types
 * @param payloads reads commands and events
 * @param methods reads annotated methods
 * @param diagnostics takes what is wrong
 * @param compiledHere whether the source of a class is part of this compilation
 */
record Readers(
        JavaTypes types,
        PayloadReader payloads,
        MethodReader methods,
        Diagnostics diagnostics,
        Predicate<TypeElement> compiledHere) {}
