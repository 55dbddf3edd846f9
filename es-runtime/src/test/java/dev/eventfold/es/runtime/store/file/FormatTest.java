package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Lease;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the files look like, byte for byte: this is what other programs, and later versions of this one, read. */
class FormatTest {
    private static final Instant AT = Instant.parse("2026-11-23T22:05:01.123Z");
    private static final FileStoreOptions OPTIONS =
            FileStoreOptions.standard().withClock(Clock.fixed(AT, ZoneOffset.UTC));
    private static final String FIRST_SEGMENT = "events/00000000000000000001.jsonl";

    private final SimulatedDisk disk = new SimulatedDisk();

    @Test
    @DisplayName("S-25 the log of a flow: one JSON line an event")
    void the_log_of_a_flow() {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            write(
                    store,
                    event(
                            "$process-managers/fulfilment",
                            "Registered",
                            first("x4k2"),
                            "{\"startFrom\":\"BEGINNING\"}"));
            write(store, event("inventory/sku-1", "Stocked", first("q8z1v0m4k2r7t5ya"), "{\"quantity\":10}"));
            write(store, event("order/ord-1", "OrderPlaced", first("7hx2c9d0pe4w6n8s"), "{\"orderId\":\"ord-1\"}"));
            write(store, reaction(store.lease("fulfilment", 0)));
        }

        assertLog(
                FIRST_SEGMENT,
                "{\"segment\":1,\"format\":1,\"store\":\"ID\",\"first\":1,\"commit\":1,\"at\":\"2026-11-23T22:05:01.123Z\"",
                "{\"c\":1,\"i\":0,\"synced\":0,\"position\":1,\"stream\":\"$process-managers/fulfilment\",\"version\":1,"
                        + "\"event\":\"Registered\",\"schema\":1,\"at\":\"2026-11-23T22:05:01.123Z\",\"command\":\"x4k2\","
                        + "\"data\":{\"startFrom\":\"BEGINNING\"}",
                "{\"c\":2,\"i\":0,\"synced\":1,\"position\":2,\"stream\":\"inventory/sku-1\",\"version\":1,"
                        + "\"event\":\"Stocked\",\"schema\":1,\"at\":\"2026-11-23T22:05:01.123Z\","
                        + "\"command\":\"q8z1v0m4k2r7t5ya\",\"data\":{\"quantity\":10}",
                "{\"c\":3,\"i\":0,\"synced\":2,\"position\":3,\"stream\":\"order/ord-1\",\"version\":1,"
                        + "\"event\":\"OrderPlaced\",\"schema\":1,\"at\":\"2026-11-23T22:05:01.123Z\","
                        + "\"command\":\"7hx2c9d0pe4w6n8s\",\"data\":{\"orderId\":\"ord-1\"}",
                "{\"c\":4,\"i\":0,\"position\":4,\"stream\":\"inventory/sku-1\",\"version\":2,\"event\":\"Reserved\","
                        + "\"schema\":1,\"at\":\"2026-11-23T22:05:01.123Z\",\"command\":\"m3k8w1n5tab2c4d6\","
                        + "\"correlation\":\"7hx2c9d0pe4w6n8s\",\"cause\":\"7hx2c9d0pe4w6n8s.0\",\"by\":\"fulfilment/ord-1\","
                        + "\"name\":\"Reserve\",\"sum\":\"5e1f02aa\",\"data\":{\"orderId\":\"ord-1\",\"quantity\":2}",
                "{\"c\":4,\"i\":1,\"row\":\"fulfilment/ord-1\",\"generation\":1,\"schema\":1,"
                        + "\"data\":{\"sku\":\"sku-1\",\"quantity\":2}",
                "{\"c\":4,\"i\":2,\"synced\":3,\"consumer\":\"fulfilment\",\"from\":0,\"to\":3");
    }

    private static Commit reaction(Lease lease) {
        Origin origin = new Origin(
                "m3k8w1n5tab2c4d6",
                "7hx2c9d0pe4w6n8s",
                "7hx2c9d0pe4w6n8s.0",
                new Origin.Sent("fulfilment/ord-1", "Reserve", 0x5e1f02aa),
                null,
                Map.of());
        Row row = new Row(
                new RowKey("fulfilment", 1, "ord-1"), 1, Row.Blocked.NO, Json.of("{\"sku\":\"sku-1\",\"quantity\":2}"));
        return new Commit(
                event("inventory/sku-1", "Reserved", origin, "{\"orderId\":\"ord-1\",\"quantity\":2}")
                        .appends(),
                List.of(new RowChange.Put(row, 0)),
                new ConsumerMove(lease, 0, 3, List.of()));
    }

    @Test
    void the_fields_that_are_mostly_absent() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("tenant", "a\"b\\c");
        metadata.put("é", "\uD83D\uDE00\n\u0001\u007f");
        Origin origin = new Origin("c-1", "flow", "c-1", null, "ann", metadata);
        NewEvent foreign = new NewEvent("Moved", 3, Instant.EPOCH, origin, "theirs-7", Json.of("[1, 2]"));
        RowKey key = new RowKey("fulfilment", 2, "a/b");
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            Lease lease = store.lease("fulfilment", 0);
            write(store, new Commit(List.of(append(StreamId.parse("order//"), foreign)), List.of(), null));
            write(store, new Commit(List.of(), List.of(put(new Row(key, 5, Row.Blocked.EVENTS, null), 0)), null));
            write(store, new Commit(List.of(), List.of(new RowChange.Remove(key, 2)), null));
            write(
                    store,
                    new Commit(
                            List.of(),
                            List.of(),
                            new ConsumerMove(
                                    lease,
                                    0,
                                    1,
                                    List.of(
                                            new ConsumerMove.Unchanged(1, 0, StreamId.parse("order/x"), "Confirm", 1),
                                            new ConsumerMove.Unchanged(
                                                    1, 1, StreamId.parse("order/"), "Cancel", -1)))));
        }

        assertLog(
                FIRST_SEGMENT,
                "{\"segment\":1,\"format\":1,\"store\":\"ID\",\"first\":1,\"commit\":1,\"at\":\"2026-11-23T22:05:01.123Z\"",
                "{\"c\":1,\"i\":0,\"synced\":0,\"position\":1,\"stream\":\"order//\",\"version\":1,\"event\":\"Moved\","
                        + "\"schema\":3,\"id\":\"theirs-7\",\"at\":\"1970-01-01T00:00:00.000Z\",\"command\":\"c-1\","
                        + "\"correlation\":\"flow\",\"actor\":\"ann\",\"metadata\":{\"tenant\":\"a\\\"b\\\\c\","
                        + "\"é\":\"\uD83D\uDE00\\n\\u0001\u007f\"},\"data\":[1, 2]",
                "{\"c\":2,\"i\":0,\"synced\":1,\"row\":\"fulfilment/a/b\",\"generation\":2,\"schema\":5,"
                        + "\"blocked\":\"EVENTS\",\"stateless\":true,\"data\":null",
                "{\"c\":3,\"i\":0,\"synced\":2,\"row\":\"fulfilment/a/b\",\"generation\":2,\"removed\":true,\"data\":null",
                "{\"c\":4,\"i\":0,\"synced\":3,\"consumer\":\"fulfilment\",\"from\":0,\"to\":1,\"unchanged\":["
                        + "{\"cause\":1,\"index\":0,\"target\":\"order/x\",\"name\":\"Confirm\",\"sum\":\"00000001\"},"
                        + "{\"cause\":1,\"index\":1,\"target\":\"order/\",\"name\":\"Cancel\",\"sum\":\"ffffffff\"}]");
    }

    @Test
    void the_head_is_256_bytes_and_says_where_the_log_ends() {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            write(store, event("order/ord-1", "OrderPlaced", first("c-1"), "{}"));
        }

        String head = text(Head.NAME);
        assertThat(disk.content(Head.NAME)).hasSize(256);
        assertThat(head).endsWith(" \n");
        assertThat(head.strip())
                .isEqualTo(
                        withChecksum("{\"store\":\"ID\",\"c\":1,\"position\":1,\"file\":\"00000000000000000001.jsonl\","
                                + "\"offset\":" + disk.content(FIRST_SEGMENT).length));
    }

    @Test
    void the_head_follows_every_fsync() {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            for (int n = 1; n <= 3; n++) {
                write(store, event("order/ord-1", "OrderPlaced", first("c-" + n), "{}"));

                JsonNode head = json(text(Head.NAME));
                assertThat(head.get("c").asInt()).isEqualTo(n);
                assertThat(head.get("offset").asInt())
                        .isEqualTo(text(FIRST_SEGMENT).stripTrailing().length() + 1);
            }
        }
    }

    @Test
    void a_checkpoint_is_for_people() {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            write(store, event("order/ord-1", "OrderPlaced", first("c-1"), "{}"));
            write(store, reaction(store.lease("fulfilment", 0)));
        }

        assertThat(text("process_managers/fulfilment/checkpoint.json"))
                .isEqualTo(withChecksum("{\"store\":\"ID\",\"c\":2,\"position\":3,\"instances\":1,"
                                + "\"at\":\"2026-11-23T22:05:01.123Z\"")
                        + "\n");
    }

    @Test
    void a_consumer_whose_name_is_no_file_name_has_no_checkpoint() {
        List<String> names = List.of("", ".", "..", "../x", "a/b", "a\\b", "a.", "x".repeat(101), "a:b");
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS)) {
            for (String name : names) {
                write(store, new Commit(List.of(), List.of(), new ConsumerMove(store.lease(name, 0), 0, 1, List.of())));
            }
        }

        assertThat(disk.paths()).containsExactly(FIRST_SEGMENT, "head.json", "index/log.index");
    }

    @Test
    void segments_are_named_by_their_first_commit_and_hold_whole_commits() {
        try (FileEventStore store = FileEventStore.open(disk, OPTIONS.withSegmentBytes(700))) {
            for (int n = 1; n <= 20; n++) {
                Commit one = event("order/ord-" + n, "OrderPlaced", first("c-" + n), "{}");
                Commit two = event("order/ord-x" + n, "OrderPlaced", first("c-" + n), "{}");
                write(
                        store,
                        new Commit(List.of(one.appends().get(0), two.appends().get(0)), List.of(), null));
            }
        }

        List<String> segments = disk.paths("events/");
        assertThat(segments).hasSizeGreaterThan(5);
        long commit = 1;
        int number = 1;
        for (String segment : segments) {
            List<String> lines = text(segment).lines().toList();
            JsonNode header = json(lines.get(0));
            assertThat(segment).isEqualTo(SegmentName.path(commit));
            assertThat(header.get("segment").asInt()).isEqualTo(number++);
            assertThat(header.get("commit").asLong()).isEqualTo(commit);
            assertThat(header.get("first").asLong()).isEqualTo(2 * commit - 1);
            assertThat(json(lines.get(1)).get("i").asInt()).isZero();
            assertThat(json(lines.get(lines.size() - 1)).has("synced")).isTrue();
            commit += (lines.size() - 1) / 2;
        }
        assertThat(commit).isEqualTo(21);
    }

    private void write(FileEventStore store, Commit commit) {
        store.commit(commit);
        store.awaitDurable(store.lastCommit());
    }

    private static Commit event(String stream, String name, Origin origin, String data) {
        return Commit.of(append(StreamId.parse(stream), new NewEvent(name, 1, AT, origin, null, Json.of(data))));
    }

    private static StreamAppend append(StreamId stream, NewEvent event) {
        return new StreamAppend(stream, new ExpectedVersion.Any(), true, List.of(event));
    }

    private static RowChange put(Row row, long expectedVersion) {
        return new RowChange.Put(row, expectedVersion);
    }

    private static Origin first(String command) {
        return new Origin(command, command, command, null, null, Map.of());
    }

    private void assertLog(String path, String... lines) {
        List<String> expected = new ArrayList<>();
        for (String line : lines) {
            expected.add(withChecksum(line));
        }
        String text = text(path);
        assertThat(text.lines()).containsExactlyElementsOf(expected);
        assertThat(text).endsWith("}\n");
        text.lines().forEach(FormatTest::json);
    }

    /** As any other program would compute it. */
    private String withChecksum(String line) {
        String id = json(text(FIRST_SEGMENT).lines().findFirst().orElseThrow())
                .get("store")
                .asString();
        String text = line.replace("\"store\":\"ID\"", "\"store\":\"" + id + "\"");
        CRC32C crc = new CRC32C();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return text + String.format(",\"crc\":\"%08x\"}", crc.getValue());
    }

    private String text(String path) {
        return new String(disk.content(path), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }
}
