package dev.eventfold.es.benchmarks.kernel;

import dev.eventfold.es.Effect;
import dev.eventfold.es.benchmarks.program.EchoSaga;
import dev.eventfold.es.benchmarks.program.EchoSagaDefinition;
import dev.eventfold.es.benchmarks.program.Source;
import dev.eventfold.es.benchmarks.program.SourceDefinition;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the stored name of an event or a command to the user's method: generated, and as one would write it by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Dispatch {
    private final Ticking given = new Ticking();
    private final ProcessManagerDefinition<EchoSaga> sagas = new EchoSagaDefinition();
    private final EchoSaga saga = sagas.initial();
    private final AggregateDefinition<Source> sources = new SourceDefinition();
    private final Source source = sources.initial();

    /** For JMH. */
    public Dispatch() {}

    /**
     * Generated.
     *
     * @return the effects
     */
    @Benchmark
    public List<Effect> reactGenerated() {
        return sagas.react(saga, given);
    }

    /**
     * By hand.
     *
     * @return the effects
     */
    @Benchmark
    public List<Effect> reactByHand() {
        return switch (given.event()) {
            case "Ticked" -> List.of(saga.on(given.as(Source.Ticked.class), given));
            default -> throw unknown();
        };
    }

    /**
     * Generated.
     *
     * @return the events
     */
    @Benchmark
    public List<Object> handleGenerated() {
        return sources.handle(source, given);
    }

    /**
     * By hand.
     *
     * @return the events
     */
    @Benchmark
    public List<Object> handleByHand() {
        return switch (given.command()) {
            case "Tick" -> List.of(source.handle(given.as(Source.Tick.class)));
            case "TickOften" -> new ArrayList<>(source.handle(given.as(Source.TickOften.class)));
            default -> throw unknown();
        };
    }

    /**
     * Generated.
     *
     * @return the state
     */
    @Benchmark
    public Source applyGenerated() {
        return sources.apply(source, given);
    }

    /**
     * By hand.
     *
     * @return the state
     */
    @Benchmark
    public Source applyByHand() {
        return switch (given.event()) {
            case "Ticked" -> source.apply(given.as(Source.Ticked.class));
            default -> throw unknown();
        };
    }

    private IllegalStateException unknown() {
        return new IllegalStateException("event=" + given.event() + ", command=" + given.command());
    }
}
