package dev.eventfold.es.processor;

/**
 * One case of a process manager: what it reacts to, and what that means for the life of its instance. Or of a projection or subscriber,
 * where it begins and ends nothing.
 *
 * @param call the event and the method
 * @param key which instance reacts
 * @param keySpot where that is said
 * @param starts whether it begins one
 * @param ends whether it ends it
 * @param mayEnd whether its result may hold the end
 * @param sends the commands that it may send
 */
record Reaction(Case call, Key key, SourceSpot keySpot, boolean starts, boolean ends, boolean mayEnd, Sends sends)
        implements Behaviour {
    Target target() {
        return call.target();
    }

    @Override
    public UserMethod method() {
        return call.method();
    }

    Reaction target(Target other) {
        return new Reaction(call.target(other), key, keySpot, starts, ends, mayEnd, sends);
    }
}
