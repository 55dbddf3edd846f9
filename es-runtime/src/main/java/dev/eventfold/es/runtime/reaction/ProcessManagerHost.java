package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.ConsumerStatus;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.runtime.RebuildReport;
import dev.eventfold.es.runtime.RunningProcessManagers;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.execution.CommandIds;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.program.Suggestions;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** All process managers of one store: registers them when it is made, and runs them. Safe for use by any number of threads. */
public final class ProcessManagerHost {
    private final LogHost host;
    private final Registrations registrations;
    private final Passes passes = new Passes();
    private final NamedRunners runners = new NamedRunners();
    private final List<LiveLoop> loops = new ArrayList<>();
    private final Subscribers subscribers;
    private final HostStatus status;
    private final Rebuilds rebuilds;
    private volatile Alongside alongside = Alongside.NOTHING;
    private boolean closed;

    /**
     * Registers those that are new to the store.
     *
     * @param program knows the process managers
     * @param host what they run on
     * @param ids makes ids of commands that nobody sent
     * @throws EsException when a new one must say where it begins
     */
    public ProcessManagerHost(Program program, LogHost host, CommandIds ids) {
        this.host = host;
        DeadLetterNotices notices = new DeadLetterNotices(host.decider().observer());
        host.decider().onCommit(events -> {
            passes.flows().written(events);
            notices.committed(events);
        });
        RegistrationEvents events = new RegistrationEvents(host.decider(), ids);
        this.registrations = new Registrations(host.store(), host.decider(), events);
        Collection<ProcessManagerDefinition<?>> moved = program.processManagers();
        moved.addAll(Subscribers.of(program));
        registrations.register(moved);
        subscribers = new Subscribers(host, program, registrations);
        rebuilds = new Rebuilds(host, events, () -> ProgramFiles.sum(program));
        rebuilds.removeLeftovers();
        for (ProcessManagerDefinition<?> definition : program.processManagers()) {
            runners.add(runner(definition));
        }
        LoggedStatus logged = new LoggedStatus(host.store(), program);
        status = new HostStatus(host.store(), logged, program.movedInLog());
    }

    private <P> ManagerRunner<P> runner(ProcessManagerDefinition<P> now) {
        Registration registration = registrations.of(now.name());
        ProcessManagerDefinition<P> definition = KeptDefinition.of(now, registration.keptAs());
        host.generations().set(definition.name(), registration.generation());
        boolean stopped = definition.onFailure() == OnFailure.STOP
                && new FailureLog(host.store(), definition.name(), View.DURABLE).stops();
        Progress progress = new Progress(host.store(), definition.name(), registration.startsAfter(), stopped);
        return new ManagerRunner<>(ManagerParts.of(host, definition), progress, passes);
    }

    /**
     * Runs all until they have passed what is in the log now, and what they write meanwhile.
     *
     * @return what was done
     */
    public ProcessManagerReport runAll() {
        return run(runners.all());
    }

    /**
     * Runs some.
     *
     * @param names their stored names
     * @return what was done
     * @throws EsException when there is none of a name
     */
    public ProcessManagerReport run(String... names) {
        return run(runners.of(names));
    }

    private ProcessManagerReport run(Collection<ManagerRunner<?>> some) {
        UserCode.refuse("runAll");
        Pass pass = begin(some);
        try {
            pass.run();
        } finally {
            passes.end(pass);
        }
        host.decider().awaitDurable(host.store().lastCommit());
        UnreadablePayload unreadable = pass.unreadable();
        if (unreadable != null) {
            throw unreadable;
        }
        return pass.report();
    }

    /** In turn, so that no commit falls between the head that the pass waits for and those it hears of. */
    private Pass begin(Collection<ManagerRunner<?>> some) {
        ReentrantLock turn = host.decider().turn();
        turn.lock();
        try {
            Pass pass = new Pass(
                    host.store().head(Decider.PARTITION, View.DECIDED),
                    host.decider().now(),
                    some);
            passes.begin(pass);
            return pass;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Runs all whenever something is committed.
     *
     * @return stops them
     */
    public RunningProcessManagers startAll() {
        return start(runners.all());
    }

    /**
     * Runs some whenever something is committed.
     *
     * @param names their stored names
     * @return stops them
     * @throws EsException when there is none of a name
     */
    public RunningProcessManagers start(String... names) {
        return start(runners.of(names));
    }

    private synchronized RunningProcessManagers start(Collection<ManagerRunner<?>> some) {
        UserCode.refuse("start");
        if (closed) {
            throw new StoreClosed("the store was closed", null);
        }
        LiveLoop loop = LiveLoop.start(host, passes.flows(), some);
        loops.add(loop);
        return alongside.with(loop, this::ended);
    }

    private synchronized void ended(LiveLoop loop) {
        loops.remove(loop);
    }

    /**
     * Lets whoever calls move all of them himself, instead of passes and threads.
     *
     * @param receivers the subscribers, of which nobody is subscribed yet
     * @return moves them
     */
    public ByHand byHand(List<?> receivers) {
        Map<String, ManagerRunner<?>> all = runners.byName();
        receivers.forEach(receiver -> {
            ManagerRunner<?> runner = subscribers.byHand(receiver);
            all.put(runner.name(), runner);
        });
        return new ByHand(host, all);
    }

    /**
     * Says what runs while a live loop does.
     *
     * @param begin called when a live loop begins
     * @param end called when one is closed, once for each
     */
    public void alongside(Runnable begin, Runnable end) {
        alongside = new Alongside(begin, end);
    }

    /**
     * Derives the state of the instances of one again.
     *
     * @param name its stored name
     * @return what was done
     * @throws EsException when there is none of that name, and when a reaction fails
     */
    public RebuildReport rebuild(String name) {
        return rebuilds.run(runners.require(name));
    }

    /**
     * How far one has come, in memory at least.
     *
     * @param name its stored name
     * @return the last position that it passed
     * @throws EsException when there is none of that name
     */
    public long position(String name) {
        return runners.require(name).position();
    }

    /**
     * What failed in one.
     *
     * @param name its stored name, also when it is no longer in the program
     * @return its dead letters
     * @throws EsException when there is none of that name
     */
    public DeadLetters deadLetters(String name) {
        if (runners.find(name) == null && !registrations.knows(name)) {
            throw unknown(name);
        }
        String keptAs = registrations.keptAs(name);
        return new DeadLetterLog(
                host.store(), host.payloads(), keptAs, registrations.presentName(name), workingOff(name, keptAs));
    }

    private EsException unknown(String name) {
        Set<String> known = new TreeSet<>(subscribers.names());
        runners.all().forEach(runner -> known.add(runner.name()));
        return new EsException(
                "there is no such process manager or subscriber: consumer=" + name + Suggestions.of(name, known));
    }

    private WorkingOff workingOff(String name, String keptAs) {
        if (subscribers.knows(name)) {
            return subscribers.workingOff(name);
        }
        ManagerRunner<?> runner = runners.find(name);
        return runner == null ? new WorkingOffAbsent(host, keptAs) : runner.retrying();
    }

    /**
     * Lets a subscriber receive events.
     *
     * @param subscriber the user's object
     * @return ends it
     * @throws IllegalArgumentException when its class is none
     * @throws EsException when somebody is subscribed under its name
     */
    public Subscription subscribe(Object subscriber) {
        return subscribers.subscribe(subscriber);
    }

    /**
     * How far each has come.
     *
     * @return by name, of those too that are no longer in the program
     */
    public List<ConsumerStatus> status() {
        List<ManagerRunner<?>> moving = subscribers.runners();
        moving.addAll(runners.all());
        return status.of(moving, subscribers.idle());
    }

    /**
     * Stops the live loops, lets steps in hand finish, and writes positions that are in memory only. Nothing moves afterwards.
     *
     * @throws StoreFailed when a position could not be written: it will be found again by reading
     */
    public void close() {
        for (LiveLoop loop : stopStarting()) {
            loop.close();
        }
        StoreFailed failure = subscribers.close();
        for (ManagerRunner<?> runner : runners.all()) {
            try {
                runner.close();
            } catch (StoreFailed e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized List<LiveLoop> stopStarting() {
        closed = true;
        loops.forEach(LiveLoop::stop);
        return List.copyOf(loops);
    }
}
