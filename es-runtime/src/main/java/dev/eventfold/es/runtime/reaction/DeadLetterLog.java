package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.RetryReport;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.View;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The dead letters of one process manager: read from its system streams, and worked off by whoever can. */
final class DeadLetterLog implements DeadLetters {
    private final String consumer;
    private final FailureLog failures;
    private final DeadLetterReader reader;
    private final DeadLetterExport export;
    private final WorkingOff workingOff;

    /** Of what is kept under one name, and told under that which it has now. */
    DeadLetterLog(EventStore store, Payloads payloads, String keptAs, String consumer, WorkingOff workingOff) {
        this.consumer = consumer;
        this.failures = new FailureLog(store, keptAs, View.DURABLE);
        this.reader = new DeadLetterReader(store, payloads, consumer);
        this.export = new DeadLetterExport(payloads);
        this.workingOff = workingOff;
    }

    @Override
    public List<DeadLetter> list() {
        return failures.pending(sequence -> true).stream().map(reader::letter).toList();
    }

    @Override
    public Stream<DeadLetter> all() {
        return failures.all().map(reader::letter);
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        EntryId known = EntryId.parse(id);
        LoggedFailure failure = known == null ? null : failures.find(known.sequence(), known.entry());
        return Optional.ofNullable(failure).map(reader::letter);
    }

    @Override
    public RetryReport retry(String id) {
        EntryId known = require(EntryId.parse(id), id);
        return workingOff.retry(known.sequence(), known.entry());
    }

    @Override
    public RetryReport retrySequence(String key) {
        return workingOff.retrySequence(Objects.requireNonNull(key, "key"));
    }

    @Override
    public RetryReport retryAll() {
        return workingOff.retryAll(sequence -> true);
    }

    @Override
    public RetryReport dryRun() {
        return workingOff.dryRun();
    }

    @Override
    public void evict(String id, String reason) {
        EntryId known = require(EntryId.parse(id), id);
        workingOff.evict(known.sequence(), known.entry(), Objects.requireNonNull(reason, "reason"));
    }

    @Override
    public void export(Appendable target) {
        failures.pending(sequence -> true).forEach(failure -> export.write(reader.letter(failure), target));
    }

    private EntryId require(@Nullable EntryId known, String id) {
        if (known == null) {
            throw new EsException("there is no such dead letter: consumer=" + consumer + ", id=" + id);
        }
        return known;
    }

    /**
     * The two parts of an id.
     *
     * @param sequence the name of the sequence, which may hold slashes
     * @param entry the version of what failed in its stream
     */
    private record EntryId(String sequence, long entry) {
        static @Nullable EntryId parse(String id) {
            int slash = id.lastIndexOf('/');
            try {
                return slash < 0
                        ? null
                        : new EntryId(id.substring(0, slash), Long.parseLong(id, slash + 1, id.length(), 10));
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
