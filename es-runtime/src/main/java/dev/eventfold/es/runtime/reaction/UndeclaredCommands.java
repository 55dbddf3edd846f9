package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.observe.LogMessage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Warns of the commands that a process manager sends although its reactions say otherwise: of each once, however often it is sent. */
final class UndeclaredCommands {
    private final String processManager;
    private final Set<List<String>> told = ConcurrentHashMap.newKeySet();

    UndeclaredCommands(String processManager) {
        this.processManager = processManager;
    }

    void check(Occasion reaction, CommandEnvelope command) {
        if (!reaction.sends().allows(command) && told.add(key(reaction, command))) {
            LogMessage.COMMAND_NOT_DECLARED.log(
                    "a reaction sends a command that its sends leaves out: processManager=" + processManager
                            + ", " + reaction.place() + ", command=" + command.aggregate() + "/"
                            + command.command()
                            + "; the command is sent, but pictures and checks do not show it: add its class to sends of the annotation");
        }
    }

    private static List<String> key(Occasion reaction, CommandEnvelope command) {
        return List.of(reaction.place(), command.aggregate(), command.command());
    }
}
