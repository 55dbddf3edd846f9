package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.OnFailure;
import dev.eventfold.es.runtime.DeadLetter.State;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import java.time.Instant;

/** One failure as its stream tells it so far: where its texts are, not the texts. For one thread at a time. */
final class LoggedFailure {
    private final StreamId stream;
    private final long entry;
    private final long position;
    private final Instant firstTime;
    private final boolean ofCommand;

    private State state = State.PENDING;
    private Instant lastTime;
    private long told;
    private int attempts;
    private boolean blocks;
    private OnFailure policy;
    private long ended;
    private long parkedBehind;

    /**
     * A new one.
     *
     * @param entry the version of the event that holds the command, or names the event, which failed
     * @param why the event that says so: the same, or a later one when it had waited until then
     */
    LoggedFailure(long entry, boolean ofCommand, StoredEvent why) {
        this.stream = why.stream();
        this.entry = entry;
        this.position = why.position();
        this.firstTime = why.event().at();
        this.ofCommand = ofCommand;
        JsonMembers members = JsonMembers.of(why.event().data());
        this.lastTime = firstTime;
        this.told = why.version();
        this.attempts = Math.toIntExact(members.number("attempts"));
        this.blocks = FailureEvents.blocks(members);
        this.policy = OnFailure.valueOf(members.text("onFailure"));
    }

    /** It was tried again in vain. */
    void failedAgain(StoredEvent why) {
        JsonMembers members = JsonMembers.of(why.event().data());
        lastTime = why.event().at();
        told = why.version();
        attempts = Math.toIntExact(members.number("attempts"));
        blocks = FailureEvents.blocks(members);
        policy = OnFailure.valueOf(members.text("onFailure"));
    }

    void retried() {
        state = State.RETRIED;
        attempts++;
    }

    void evicted(long version) {
        state = State.EVICTED;
        ended = version;
    }

    void parkedBehind(long count) {
        parkedBehind = count;
    }

    String id() {
        return stream.instanceId() + "/" + entry;
    }

    StreamId stream() {
        return stream;
    }

    /** The version of the event that holds what failed. */
    long entry() {
        return entry;
    }

    /** Where it failed first, which is its place among all failures. */
    long position() {
        return position;
    }

    /** Whether a command failed, or an event. */
    boolean ofCommand() {
        return ofCommand;
    }

    State state() {
        return state;
    }

    boolean pending() {
        return state == State.PENDING;
    }

    Instant firstTime() {
        return firstTime;
    }

    Instant lastTime() {
        return lastTime;
    }

    /** The version of the event with the last error. */
    long told() {
        return told;
    }

    int attempts() {
        return attempts;
    }

    /** Whether its sequence waits behind it. */
    boolean blocks() {
        return blocks;
    }

    /** What was asked for when it failed last. */
    OnFailure policy() {
        return policy;
    }

    /** Whether its process manager reads nothing before it is worked off. */
    boolean stops() {
        return pending() && policy == OnFailure.STOP;
    }

    /** The version of the event that gave it up; 0 when nobody did. */
    long ended() {
        return ended;
    }

    /** How much waits behind it. */
    long parkedBehind() {
        return parkedBehind;
    }
}
