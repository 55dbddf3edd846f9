package dev.eventfold.es.processor;

/**
 * One case of a process manager: the rejection of a command that it reacts to.
 *
 * @param call the command and the method
 * @param reason whether the method takes the reason
 * @param ends whether it ends the instance
 * @param mayEnd whether its result may hold the end
 * @param sends the commands that it may send
 */
record Answer(Case call, boolean reason, boolean ends, boolean mayEnd, Sends sends) implements Behaviour {
    Target target() {
        return call.target();
    }

    @Override
    public UserMethod method() {
        return call.method();
    }

    @Override
    public boolean starts() {
        return false;
    }
}
