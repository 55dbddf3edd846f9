package dev.eventfold.es.processor;

import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;

/**
 * What methods take, by what they are for.
 *
 * @param wanted says it in messages
 * @param passed what generated code holds, and passes on as the context
 * @param payload whether a payload comes first
 * @param rest what may follow, in this order
 * @param mayThrow whether checked exceptions may be declared
 */
record Parameters(String wanted, String passed, boolean payload, List<String> rest, boolean mayThrow) {
    /** Of a handler. */
    static final Parameters COMMAND = new Parameters(
            "takes a command, optionally followed by CommandContext",
            Api.RECEIVED_COMMAND,
            true,
            List.of(Api.COMMAND_CONTEXT),
            false);
    /** Of what folds an event or reacts to it. */
    static final Parameters EVENT = new Parameters(
            "takes an event, optionally followed by EventContext",
            Api.RECORDED_EVENT,
            true,
            List.of(Api.EVENT_CONTEXT),
            false);
    /** Of what receives an event, and calls the outside world. */
    static final Parameters RECEIVED_EVENT =
            new Parameters(EVENT.wanted, Api.RECORDED_EVENT, true, List.of(Api.EVENT_CONTEXT), true);
    /** Of a reaction to a rejection. */
    static final Parameters REJECTION = new Parameters(
            "takes a command, optionally followed by Rejection, and then by EventContext",
            Api.REJECTED_COMMAND,
            true,
            List.of(Api.REJECTION, Api.EVENT_CONTEXT),
            false);

    /** Of a reaction to a timeout. */
    static final Parameters TIMEOUT = new Parameters(
            "takes nothing, or EventContext", Api.FIRED_TIMEOUT, false, List.of(Api.EVENT_CONTEXT), false);

    Parameters {
        rest = List.copyOf(rest);
    }

    boolean accept(ExecutableElement method, JavaTypes types) {
        int first = payload ? 1 : 0;
        int count = method.getParameters().size();
        return count >= first
                && count <= first + rest.size()
                && IntStream.range(first, count)
                        .allMatch(
                                at -> types.names(method.getParameters().get(at).asType(), rest.get(at - first)));
    }
}
