package dev.eventfold.es.processor;

import java.util.Optional;

/**
 * One case of a generated switch: for that target, call that method.
 *
 * @param target what it is for
 * @param method what to call
 * @param payloadCast the parameter's class, where without it another overload would be called
 * @param contextCast whether the context needs a cast for the same reason
 */
record Case(Target target, UserMethod method, Optional<ClassRef> payloadCast, boolean contextCast) {
    Case target(Target other) {
        return new Case(other, method, payloadCast, contextCast);
    }
}
