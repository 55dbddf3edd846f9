package dev.eventfold.es.processor;

import java.util.Set;

/**
 * A method of the user, as far as it takes to call it.
 *
 * @param name its name
 * @param described its name and what it takes, for messages: overloads are told apart
 * @param context whether it takes the context beside the payload
 * @param shape what it returns
 * @param checked whether it declares checked exceptions
 * @param lint the warnings that calling it gives
 * @param spot the annotation on it
 */
record UserMethod(
        String name,
        String described,
        boolean context,
        ResultShape shape,
        boolean checked,
        Set<String> lint,
        SourceSpot spot) {
    UserMethod {
        lint = Set.copyOf(lint);
    }
}
