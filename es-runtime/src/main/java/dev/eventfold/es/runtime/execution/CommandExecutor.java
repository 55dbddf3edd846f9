package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.StoreListener.Outcome;
import dev.eventfold.es.runtime.observe.CommandEvent;
import dev.eventfold.es.runtime.observe.Ongoing;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.EventStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Executes callers' commands: decides in turn, and answers when what the answer rests on is durable. */
public final class CommandExecutor {
    private final EventStore store;
    private final Payloads payloads;
    private final CommandRequests requests;
    private final Decider decider;
    private final DurableAnswers answers;
    private final CallerQueue<CommandRequest> callers;

    /**
     * Of one store.
     *
     * @param store knows the newest commit
     * @param payloads reads the payloads of results
     * @param requests understands envelopes
     * @param decider decides
     */
    public CommandExecutor(EventStore store, Payloads payloads, CommandRequests requests, Decider decider) {
        this.store = store;
        this.payloads = payloads;
        this.requests = requests;
        this.decider = decider;
        this.answers = new DurableAnswers(decider);
        this.callers = new CallerQueue<>(decider.turn(), this::attempt, decider::awaitDurable);
    }

    /**
     * Executes a command.
     *
     * @param envelope the command
     * @return what it wrote
     * @throws EsException as {@code AggregateStore.execute} says
     */
    public CommandResult execute(CommandEnvelope envelope) {
        UserCode.refuse("execute");
        Ongoing<CommandEvent> command = decider.observer().begin(CommandEvent::new);
        try {
            Attempt attempt = decided(envelope, callers::decide);
            decider.awaitDurable(attempt.restsOn());
            CommandResult result = attempt.answer().get();
            answered(command, envelope, result, null);
            return result;
        } catch (RuntimeException | Error e) {
            answered(command, envelope, null, e);
            throw e;
        }
    }

    private void answered(
            Ongoing<CommandEvent> command,
            CommandEnvelope envelope,
            @Nullable CommandResult result,
            @Nullable Throwable failure) {
        Outcome refused = failure instanceof CommandRejected ? Outcome.REJECTED : Outcome.FAILED;
        Outcome outcome = failure == null ? Outcome.EXECUTED : refused;
        int events = result == null || result.duplicate() ? 0 : result.events().size();
        decider.observer().executed(command, envelope, outcome, events);
    }

    /**
     * Decides a command now, and answers later.
     *
     * @param envelope the command
     * @return what it wrote, when that is durable; or what {@link #execute} throws
     */
    public CompletableFuture<CommandResult> executeAsync(CommandEnvelope envelope) {
        UserCode.refuse("executeAsync");
        Ongoing<CommandEvent> command = decider.observer().begin(CommandEvent::new);
        try {
            Attempt attempt = decided(envelope, this::inTurn);
            return answers.after(
                    attempt.restsOn(),
                    attempt.answer(),
                    (result, failure) -> answered(command, envelope, result, failure));
        } catch (EsException e) {
            answered(command, envelope, null, e);
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Takes no more commands to answer later; those that are taken are answered. */
    public void close() {
        answers.close();
    }

    private Attempt decided(CommandEnvelope envelope, Function<CommandRequest, Attempt> decide) {
        requireNoDelay(envelope);
        CommandRequest request = requests.first(envelope);
        for (int lost = 0; ; lost++) {
            Attempt attempt = decide.apply(request);
            if (!(attempt.outcome() instanceof CommitOutcome.VersionConflict)) {
                return attempt;
            }
            Backoff.afterLostRace(lost);
        }
    }

    private static void requireNoDelay(CommandEnvelope envelope) {
        if (envelope.delay().isPresent()) {
            throw new IllegalArgumentException(
                    "a delayed command is for reactions, which are asked again what they wait for: command="
                            + envelope.command() + ", delay=" + envelope.delay().orElseThrow()
                            + "; execute it when it is time, or let a process manager return it");
        }
    }

    private Attempt inTurn(CommandRequest request) {
        decider.turn().lock();
        try {
            return attempt(request);
        } finally {
            decider.turn().unlock();
        }
    }

    /** For the thread whose turn it is. What is thrown belongs to the caller, whichever thread this is. */
    private Attempt attempt(CommandRequest request) {
        try {
            Draft draft = decider.draft();
            Decision decision = decider.decide(draft, request);
            if (!decision.wrote()) {
                return new Attempt(null, store.lastCommit(), () -> withoutEvents(request, decision));
            }
            CommitOutcome outcome = decider.commit(draft, List.of(), null);
            return committed(request, decision, outcome);
        } catch (EsException e) {
            return e instanceof StoreFailed ? Attempt.failed(e) : refused(e);
        } catch (RuntimeException e) {
            return Attempt.failed(e);
        } catch (Error e) {
            return Attempt.failed(e);
        }
    }

    /** A refusal is an answer too: it rests on commits that must not vanish. */
    private Attempt refused(EsException refusal) {
        try {
            return new Attempt(null, store.lastCommit(), () -> {
                throw refusal;
            });
        } catch (StoreFailed e) {
            return Attempt.failed(e);
        }
    }

    private Attempt committed(CommandRequest request, Decision decision, CommitOutcome outcome) {
        if (outcome instanceof CommitOutcome.Committed committed) {
            return new Attempt(
                    outcome,
                    committed.commit(),
                    () -> Executed.of(request, decision.version(), committed.events(), payloads));
        }
        if (outcome instanceof CommitOutcome.DuplicateCommand duplicate) {
            return new Attempt(
                    outcome, store.lastCommit(), () -> Executed.duplicateOf(request, duplicate.first(), payloads));
        }
        return new Attempt(outcome, store.lastCommit(), () -> {
            throw refused(request, outcome);
        });
    }

    private CommandResult withoutEvents(CommandRequest request, Decision decision) {
        return decision.duplicate()
                ? Executed.duplicateOf(request, decision.first(), payloads)
                : Executed.of(request, decision.version(), List.of(), payloads);
    }

    private static EsException refused(CommandRequest request, CommitOutcome outcome) {
        if (outcome instanceof CommitOutcome.TooLarge size) {
            return Handling.tooLarge(request, size.bytes(), size.lines());
        }
        if (outcome instanceof CommitOutcome.Unknown unknown) {
            return new StoreFailed(
                    "it is unknown whether a command was written, send it again under the same command id: "
                            + request.place() + ", commandId="
                            + request.origin().commandId(),
                    unknown.cause());
        }
        return new StoreFailed(
                "the store gave an answer that fits no command: " + request.place() + ", answer=" + outcome, null);
    }
}
