package dev.eventfold.es.runtime.program;

import dev.eventfold.es.UnknownCommand;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate with its commands and events by name.
 *
 * @param <A> the class of the aggregate
 */
public final class AggregateModel<A> {
    private final AggregateDefinition<A> definition;
    private final Map<String, CommandType<?>> commands = new TreeMap<>();
    private final Map<String, CommandType<?>> formerCommands = new HashMap<>();
    private final Map<String, EventType<?>> events = new TreeMap<>();
    private final Map<String, EventType<?>> formerEvents = new HashMap<>();
    private final Map<Class<?>, EventType<?>> eventsByClass = new HashMap<>();

    AggregateModel(AggregateDefinition<A> definition) {
        this.definition = definition;
        for (CommandType<?> command : definition.commands()) {
            commands.put(command.name(), command);
            command.evolution().formerNames().forEach(name -> formerCommands.put(name, command));
        }
        for (EventType<?> event : definition.events()) {
            events.put(event.name(), event);
            eventsByClass.put(event.type(), event);
            event.evolution().formerNames().forEach(name -> formerEvents.put(name, event));
        }
    }

    /**
     * The generated definition.
     *
     * @return the definition
     */
    public AggregateDefinition<A> definition() {
        return definition;
    }

    /**
     * The aggregate's name.
     *
     * @return the stored name
     */
    public String name() {
        return definition.name();
    }

    /**
     * A command by name.
     *
     * @param name the stored name, or one that it had before
     * @return the command
     * @throws UnknownCommand when the aggregate handles none of that name
     */
    public CommandType<?> command(String name) {
        CommandType<?> command = findCommand(name);
        if (command == null) {
            throw new UnknownCommand("nobody handles this command: aggregate=" + name() + ", command=" + name
                    + Suggestions.of(name, commands.keySet()));
        }
        return command;
    }

    /**
     * A command by name, if there is one.
     *
     * @param name the stored name, or one that it had before
     * @return null when the aggregate handles none of that name
     */
    public @Nullable CommandType<?> findCommand(String name) {
        return commands.getOrDefault(name, formerCommands.get(name));
    }

    /**
     * An event by name.
     *
     * @param name the stored name, or one that it had before
     * @return null when the aggregate applies none of that name
     */
    public @Nullable EventType<?> event(String name) {
        return events.getOrDefault(name, formerEvents.get(name));
    }

    /**
     * The event that an object is.
     *
     * @param event the object
     * @return null when the aggregate applies none of that class
     */
    public @Nullable EventType<?> eventOf(Object event) {
        return eventOf(event.getClass());
    }

    /**
     * The event that objects of a class are.
     *
     * @param type the class
     * @return null when the aggregate applies none of that class
     */
    public @Nullable EventType<?> eventOf(Class<?> type) {
        return eventsByClass.get(type);
    }

    /**
     * What it applies.
     *
     * @return the stored names, sorted
     */
    public Collection<String> eventNames() {
        return events.keySet();
    }
}
