package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.Retries;
import dev.eventfold.es.runtime.json.Jackson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a whole program on a store in memory, in an order and with mishaps that one number decides, and looks for what must not be.
 *
 * <pre>{@code
 * Simulation.of(Warehouse::new)
 *         .subscribers(warehouse -> List.of(new Carrier(warehouse)))
 *         .given(Commands.to("sku-1", new Stock(3)))
 *         .command((now, random) -> Commands.to("ord-" + random.nextInt(3), new PlaceOrder("sku-1")))
 *         .always("a parcel is sent once", now -> assertThat(now.world().parcels()).doesNotHaveDuplicates())
 *         .whenQuiet("no order is forgotten", now -> assertThat(now.store().projection(Open.class).orders()).isEmpty())
 *         .run();
 * }</pre>
 *
 * <p>Between two steps it decides what is next: a caller's command, or one for the second time under its id; which process manager or subscriber goes
 * on, and how far; that time passes, up to when something is due, or shortly before, or beyond; that the program dies, between two steps or when
 * somebody is about to write what he did; that dead letters are tried again. A program that dies is started again at once with what was committed: the
 * subscribers are new objects, and what they did outside is done. What is static in the program does not die with it.
 *
 * <p>When an invariant does not hold, the steps that led there are made fewer and simpler, and {@link SimulationFailure} shows them, with the seed
 * and with the text that replays them. There are no threads and there is no wall clock: the same seed takes the same steps, as long as what the test
 * gives depends on nothing else. Not safe for use by several threads.
 *
 * @param <W> what is outside the program and does not die with it
 */
public final class Simulation<W> {
    /** How often time goes on to what is due before the end of a run, so that nothing is left to wait for. */
    private static final int LAST_ROUNDS = 3;

    private final Supplier<W> world;
    private final List<Class<?>> processManagers = new ArrayList<>();
    private final List<CommandEnvelope> given = new ArrayList<>();
    private final List<BiFunction<Moment<W>, Random, CommandEnvelope>> commands = new ArrayList<>();
    private final Map<String, Consumer<Moment<W>>> acts = new LinkedHashMap<>();
    private final Map<String, Consumer<Moment<W>>> always = new LinkedHashMap<>();
    private final Map<String, Consumer<Moment<W>>> whenQuiet = new LinkedHashMap<>();
    private Function<W, ? extends List<?>> subscribers = outside -> List.of();
    private Codec codec = Jackson.codec();
    private Retries retries = Retries.STANDARD;
    private Instant begin = Instant.parse("2000-01-01T00:00:00Z");
    private long seed = 1;
    private int runs = 20;
    private int steps = 100;

    /**
     * What can be looked at between two steps.
     *
     * @param store the store, until the program dies
     * @param world what is outside
     * @param <W> its class
     */
    public record Moment<W>(AggregateStore store, W world) {}

    private Simulation(Supplier<W> world) {
        this.world = world;
    }

    /**
     * Of the program on the class path.
     *
     * @param <W> what is outside
     * @param world makes what is outside: the mailbox, the carrier, whatever subscribers change. Called for each run and each replay; must give the same each
     *     time
     * @return a new simulation, in which nothing happens yet
     */
    public static <W> Simulation<W> of(Supplier<W> world) {
        return new Simulation<>(Objects.requireNonNull(world, "world"));
    }

    /**
     * Sets who receives events. What is not set here receives nothing.
     *
     * @param subscribers makes them, each time that the program starts
     * @return this
     */
    public Simulation<W> subscribers(Function<W, ? extends List<?>> subscribers) {
        this.subscribers = Objects.requireNonNull(subscribers, "subscribers");
        return this;
    }

    /**
     * Sets which process managers run.
     *
     * @param classes their classes; all of the program unless set
     * @return this
     */
    public Simulation<W> processManagers(Class<?>... classes) {
        processManagers.addAll(List.of(classes));
        return this;
    }

    /**
     * Sets how payloads become JSON.
     *
     * @param codec of {@link Jackson#with}; {@link Jackson#codec()} unless set
     * @return this
     */
    public Simulation<W> codec(Codec codec) {
        this.codec = Objects.requireNonNull(codec, "codec");
        return this;
    }

    /**
     * Sets how often is tried what a handler puts off or a subscriber throws at.
     *
     * @param retries {@link Retries#STANDARD} unless set
     * @return this
     */
    public Simulation<W> retries(Retries retries) {
        this.retries = Objects.requireNonNull(retries, "retries");
        return this;
    }

    /**
     * Sets the time at the beginning.
     *
     * @param time the time; the beginning of the year 2000 unless set
     * @return this
     */
    public Simulation<W> at(Instant time) {
        this.begin = Objects.requireNonNull(time, "time");
        return this;
    }

    /**
     * Adds what is executed before the first step.
     *
     * @param commands in this order
     * @return this
     */
    public Simulation<W> given(CommandEnvelope... commands) {
        given.addAll(List.of(commands));
        return this;
    }

    /**
     * Adds a kind of command that callers send. One that is refused is as good as any other.
     *
     * @param next makes the next one, which depends on nothing else than what it is given. Few instances make for many encounters
     * @return this
     */
    public Simulation<W> command(BiFunction<Moment<W>, Random, CommandEnvelope> next) {
        commands.add(Objects.requireNonNull(next, "next"));
        return this;
    }

    /**
     * Adds something else that may happen, in the program or outside: that the carrier cannot be reached, that somebody looks at the dead letters.
     *
     * @param name what it is called, in one line
     * @param act does it
     * @return this
     */
    public Simulation<W> act(String name, Consumer<Moment<W>> act) {
        put(acts, name, act);
        return this;
    }

    /**
     * Adds what must hold after every step.
     *
     * @param name what it is called, in one line
     * @param invariant throws when it does not hold, best with an assertion
     * @return this
     */
    public Simulation<W> always(String name, Consumer<Moment<W>> invariant) {
        put(always, name, invariant);
        return this;
    }

    /**
     * Adds what must hold when no process manager and no subscriber has anything to do at the time that it is.
     *
     * @param name what it is called, in one line
     * @param invariant throws when it does not hold, best with an assertion
     * @return this
     */
    public Simulation<W> whenQuiet(String name, Consumer<Moment<W>> invariant) {
        put(whenQuiet, name, invariant);
        return this;
    }

    private static <T> void put(Map<String, T> named, String name, T what) {
        if (!name.equals(name.strip()) || name.lines().count() != 1) {
            throw new IllegalArgumentException("a name is one line of text: name=" + Word.of(name));
        }
        if (named.put(name, Objects.requireNonNull(what, name)) != null) {
            throw new IllegalArgumentException("there is one of that name: name=" + name);
        }
    }

    /**
     * Sets the number that decides.
     *
     * @param seed the number; 1 unless set. The seed of a message is that of the run which failed
     * @return this
     */
    public Simulation<W> seed(long seed) {
        this.seed = seed;
        return this;
    }

    /**
     * Sets how much is tried.
     *
     * @param runs how often it begins anew; 20 unless set
     * @param steps how many steps each run has, and some more at its end until nothing is left to wait for; 100 unless set
     * @return this
     */
    public Simulation<W> length(int runs, int steps) {
        if (runs < 1 || steps < 1) {
            throw new IllegalArgumentException("nothing happens in so few steps: runs=" + runs + ", steps=" + steps);
        }
        this.runs = runs;
        this.steps = steps;
        return this;
    }

    /**
     * Runs it. The first run is that of the seed, the others are those of seeds that come from it.
     *
     * @throws SimulationFailure when an invariant does not hold, or something throws that is no refusal of a command
     * @throws IllegalStateException when nothing can happen
     */
    public void run() {
        Plan<W> plan = plan().inWhichSomethingHappens();
        long next = seed;
        for (int run = 0; run < runs; run++) {
            run(plan, next);
            next = new SplittableRandom(next).nextLong();
        }
    }

    private void run(Plan<W> plan, long ofRun) {
        StepChoice<W> choice = new StepChoice<>(plan, ofRun);
        SimulatedProgram<W> program = new SimulatedProgram<>(plan);
        List<Step> taken = new ArrayList<>();
        for (int step = 0; step < steps + 2 * LAST_ROUNDS + 1; step++) {
            taken.add(step < steps ? choice.next(program) : last(step - steps));
            Violation violation = program.take(taken.get(step));
            if (violation != null) {
                Scenario smallest = Shrinking.of(plan, new Scenario(taken, violation));
                throw SimulationFailure.found(plan, smallest, ofRun, taken.size());
            }
        }
    }

    private static Step last(int number) {
        return number % 2 == 0 ? new Step.Settle() : new Step.WaitUntilDue(false);
    }

    /**
     * Takes the steps of a scenario again, and no others.
     *
     * @param scenario the lines of {@link SimulationFailure#scenario()}, as its message shows them
     * @throws SimulationFailure as {@link #run}
     * @throws IllegalArgumentException when a line is no step
     */
    public void replay(String scenario) {
        Plan<W> plan = plan();
        Scenario replayed = Scenario.of(plan, StepReader.read(scenario));
        if (replayed != null) {
            throw SimulationFailure.replayed(plan, replayed);
        }
    }

    private Plan<W> plan() {
        return new Plan<>(
                Definitions.program(processManagers),
                codec,
                retries,
                begin,
                world,
                subscribers,
                List.copyOf(given),
                List.copyOf(commands),
                acts,
                always,
                whenQuiet);
    }
}
