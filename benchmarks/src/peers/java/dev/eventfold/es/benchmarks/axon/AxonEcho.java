package dev.eventfold.es.benchmarks.axon;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Sends each tick on. A plain event handler, which keeps no state: the fastest that there is; a saga costs a row more for each event. */
@ProcessingGroup(AxonEcho.GROUP)
public final class AxonEcho {
    static final String GROUP = "echo";

    private final CommandGateway commands;

    /**
     * One for each processor.
     *
     * @param commands where it sends to
     */
    public AxonEcho(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(AxonSource.Ticked event) {
        // Ids of all aggregates are one name space.
        commands.sendAndWait(new AxonTarget.Echo("target-" + event.id(), event.by()));
    }
}
