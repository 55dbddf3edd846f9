package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as a line, behind its {@link Line} beginning. */
final class EventLine {
    static final byte[] POSITION = ascii(",\"position\":");

    private static final byte[] STREAM = ascii(",\"stream\":");
    private static final byte[] VERSION = ascii(",\"version\":");
    private static final byte[] EVENT = ascii(",\"event\":");
    private static final byte[] SCHEMA = ascii(",\"schema\":");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] AT = ascii(",\"at\":");
    private static final byte[] COMMAND = ascii(",\"command\":");
    private static final byte[] CORRELATION = ascii(",\"correlation\":");
    private static final byte[] CAUSE = ascii(",\"cause\":");
    private static final byte[] BY = ascii(",\"by\":");
    private static final byte[] NAME = ascii(",\"name\":");
    private static final byte[] SUM = ascii(",\"sum\":");
    private static final byte[] ACTOR = ascii(",\"actor\":");
    private static final byte[] METADATA = ascii(",\"metadata\":");
    private static final byte[] OPEN = ascii("{");
    private static final byte[] COLON = ascii(":");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] CLOSE = ascii("}");
    private static final byte[] DATA = ascii(",\"data\":");

    private EventLine() {}

    static void write(LineBuffer line, StoredEvent stored) {
        NewEvent event = stored.event();
        line.raw(POSITION).number(stored.position());
        StreamId stream = stored.stream();
        line.raw(STREAM).raw('"').inString(stream.aggregate()).raw('/');
        line.inString(stream.instanceId()).raw('"');
        line.raw(VERSION).number(stored.version());
        line.raw(EVENT).string(event.name());
        line.raw(SCHEMA).number(event.schema());
        optional(line, ID, event.id());
        line.raw(AT);
        Instants.write(line, event.at());
        write(line, event.origin());
        line.raw(DATA).raw(event.data().utf8());
    }

    private static void write(LineBuffer line, Origin origin) {
        String command = origin.commandId();
        line.raw(COMMAND).string(command);
        optional(line, CORRELATION, origin.correlationId().equals(command) ? null : origin.correlationId());
        optional(line, CAUSE, origin.causationId().equals(command) ? null : origin.causationId());
        Origin.Sent sent = origin.sent();
        if (sent != null) {
            line.raw(BY).string(sent.by()).raw(NAME).string(sent.command());
            line.raw(SUM).raw('"').hex(sent.sum()).raw('"');
        }
        optional(line, ACTOR, origin.actor());
        if (!origin.metadata().isEmpty()) {
            writeMetadata(line, origin.metadata());
        }
    }

    private static void writeMetadata(LineBuffer line, Map<String, String> metadata) {
        line.raw(METADATA);
        byte[] separator = OPEN;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            line.raw(separator).string(entry.getKey()).raw(COLON).string(entry.getValue());
            separator = COMMA;
        }
        line.raw(CLOSE);
    }

    private static void optional(LineBuffer line, byte[] field, @Nullable String text) {
        if (text != null) {
            line.raw(field).string(text);
        }
    }

    /**
     * Reads the rest of a line whose beginning has been read.
     *
     * @param bytes the line
     * @param line stands behind the beginning; its end is that of the data
     * @param expected its position
     * @param index the place of the event in its command, which the line does not hold
     * @param names knows names that come often
     * @param wanted which events are wanted; of others no more is read than their name
     * @return null when it is not wanted
     */
    static @Nullable StoredEvent read(
            byte[] bytes, LineParser line, long expected, int index, Names names, EventFilter wanted) throws BadLine {
        line.expect(POSITION);
        long position = line.number();
        if (position != expected) {
            throw new BadLine("expected position " + expected + ", not " + position);
        }
        line.expect(STREAM);
        String aggregate = line.aggregate(names);
        LineParser instance = new LineParser(bytes, line.at(), line.end());
        line.skipRestOfString();
        line.expect(VERSION);
        long version = line.number();
        line.expect(EVENT);
        String name = line.string(names);
        if (!wanted.wants(aggregate, name)) {
            return null;
        }
        line.expect(SCHEMA);
        int schema = line.smallNumber();
        String id = optional(line, ID);
        line.expect(AT);
        Instant at = Instants.read(line);
        Origin origin = readOrigin(line, names);
        line.expect(DATA);
        Json data = Json.ofUtf8(Arrays.copyOfRange(bytes, line.at(), line.end()));
        return new StoredEvent(
                0,
                position,
                new StreamId(aggregate, instance.restOfString()),
                version,
                index,
                new NewEvent(name, schema, at, origin, id, data));
    }

    /** Reads what the index needs of a line whose beginning has been read. */
    static ScannedLine.Event scan(LineParser line, long location) throws BadLine {
        line.expect(POSITION);
        long position = line.number();
        line.expect(STREAM);
        StreamId stream = stream(line.string());
        line.expect(VERSION);
        long version = line.number();
        line.expect(EVENT);
        line.skipString();
        line.expect(SCHEMA);
        line.number();
        if (line.skip(ID)) {
            line.skipString();
        }
        line.expect(AT);
        line.skipString();
        line.expect(COMMAND);
        return new ScannedLine.Event(location, position, stream, version, line.string());
    }

    private static StreamId stream(String text) throws BadLine {
        if (text.indexOf('/') < 1) {
            throw new BadLine("expected aggregate/instance");
        }
        return StreamId.parse(text);
    }

    private static Origin readOrigin(LineParser line, Names names) throws BadLine {
        line.expect(COMMAND);
        String command = line.string();
        String correlation = optional(line, CORRELATION);
        String cause = optional(line, CAUSE);
        Origin.Sent sent = line.skip(BY) ? readSent(line, names) : null;
        String actor = optional(line, ACTOR);
        Map<String, String> metadata = line.skip(METADATA) ? readMetadata(line) : Map.of();
        return new Origin(
                command,
                correlation == null ? command : correlation,
                cause == null ? command : cause,
                sent,
                actor,
                metadata);
    }

    private static Origin.Sent readSent(LineParser line, Names names) throws BadLine {
        String by = line.string();
        line.expect(NAME);
        String name = line.string(names);
        line.expect(SUM);
        return new Origin.Sent(by, name, line.hex());
    }

    private static Map<String, String> readMetadata(LineParser line) throws BadLine {
        Map<String, String> metadata = new LinkedHashMap<>();
        line.expect(OPEN);
        do {
            String key = line.string();
            line.expect(COLON);
            metadata.put(key, line.string());
        } while (line.skip(COMMA));
        line.expect(CLOSE);
        return Collections.unmodifiableMap(metadata);
    }

    private static @Nullable String optional(LineParser line, byte[] field) throws BadLine {
        return line.skip(field) ? line.string() : null;
    }
}
