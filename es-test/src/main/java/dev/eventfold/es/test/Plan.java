package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.Retries;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.test.Simulation.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a simulation is about.
 *
 * @param program what runs
 * @param codec reads and writes payloads
 * @param retries how often is tried what is put off
 * @param begin the time at the beginning
 * @param world makes what is outside the program
 * @param subscribers makes those that receive, each time that the program starts
 * @param given the commands before the first step
 * @param commands make those of the callers
 * @param acts what else may happen, by name
 * @param always what must hold after each step, by name
 * @param whenQuiet what must hold when nobody has anything to do, by name
 * @param <W> what is outside
 */
record Plan<W>(
        GeneratedModule program,
        Codec codec,
        Retries retries,
        Instant begin,
        Supplier<W> world,
        Function<W, ? extends List<?>> subscribers,
        List<CommandEnvelope> given,
        List<BiFunction<Moment<W>, Random, CommandEnvelope>> commands,
        Map<String, Consumer<Moment<W>>> acts,
        Map<String, Consumer<Moment<W>>> always,
        Map<String, Consumer<Moment<W>>> whenQuiet) {

    /** The same; a simulation of nothing finds nothing, and looks as if all was well. */
    Plan<W> inWhichSomethingHappens() {
        if (given.isEmpty() && commands.isEmpty() && acts.isEmpty()) {
            throw new IllegalStateException("nothing can happen: add given(…), command(…) or act(…)");
        }
        return this;
    }

    /** The same command with its payload as JSON on one line, as text can say it. */
    CommandEnvelope asJson(CommandEnvelope command, String commandId) {
        CommandEnvelope json = CommandEnvelope.ofJson(
                        command.aggregate(),
                        command.instanceId(),
                        command.command(),
                        command.payload() instanceof String text
                                ? oneLine(text)
                                : codec.write(command.payload()).text())
                .withCommandId(command.commandId().orElse(commandId));
        for (Map.Entry<String, String> entry : command.metadata().entrySet()) {
            json = json.withMetadata(entry.getKey(), entry.getValue());
        }
        json = command.correlationId().map(json::withCorrelationId).orElse(json);
        json = command.actor().map(json::withActor).orElse(json);
        return command.expectedVersion().isPresent()
                ? json.withExpectedVersion(command.expectedVersion().getAsLong())
                : json;
    }

    /** Between the tokens of JSON a line break is a space; within them there is none. */
    private static String oneLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }
}
