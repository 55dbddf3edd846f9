package dev.eventfold.es.processor;

import javax.lang.model.element.ExecutableElement;

/**
 * One {@code @Reacts}, {@code @Projects} or {@code @Receives} of one method.
 *
 * @param method the method
 * @param values the annotation
 * @param spot its place
 * @param repeated whether another {@code @Reacts} of the method stands before it
 */
record WrittenReaction(ExecutableElement method, Annotations values, SourceSpot spot, boolean repeated) {
    String methodName() {
        return method.getSimpleName().toString();
    }
}
