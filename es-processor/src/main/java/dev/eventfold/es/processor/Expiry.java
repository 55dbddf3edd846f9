package dev.eventfold.es.processor;

/**
 * One case of a process manager: the timeout that it reacts to.
 *
 * @param name the timeout's stored name
 * @param method the method that is called, which takes the context or nothing
 * @param ends whether it ends the instance
 * @param mayEnd whether its result may hold the end
 * @param sends the commands that it may send
 */
record Expiry(String name, UserMethod method, boolean ends, boolean mayEnd, Sends sends) implements Behaviour {
    @Override
    public boolean starts() {
        return false;
    }
}
