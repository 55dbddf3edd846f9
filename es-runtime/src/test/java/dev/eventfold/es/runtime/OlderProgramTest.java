package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.evolved.Article;
import dev.eventfold.es.runtime.evolved.Mirror;
import dev.eventfold.es.runtime.evolved.Priced;
import dev.eventfold.es.runtime.evolved.Reprice;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.ExpectedVersion;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.runtime.store.Origin;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.RowChange;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.StreamId;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an older program stored, put into the log as it did, and read by the program of today. */
class OlderProgramTest {
    private EventStore log = new MemoryEventStore();
    private AggregateStore store = open(true);

    @BeforeEach
    void give_prices_in_three_shapes() {
        plant("PriceSet", 1, "{\"euros\":12}");
        plant("PriceSet", 2, "{\"cents\":1250}");
        plant("Priced", 3, "{\"cents\":1100,\"currency\":\"CHF\"}");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void an_aggregate_folds_events_of_every_version_and_name() {
        Article article = store.state(Article.class, "a");

        assertThat(article.prices())
                .containsExactly(new Priced(1200, "EUR"), new Priced(1250, "EUR"), new Priced(1100, "CHF"));
    }

    @Test
    void an_event_is_looked_at_as_stored_and_read_as_now() {
        RecordedEvent first = store.events("article", "a").toList().get(0);

        assertThat(first.event()).isEqualTo("PriceSet");
        assertThat(first.schemaVersion()).isEqualTo(1);
        assertThat(first.json()).isEqualTo("{\"euros\":12}");
        assertThat(first.as(Priced.class)).isEqualTo(new Priced(1200, "EUR"));
        assertThat(first.as(Priced.V1.class)).isEqualTo(new Priced.V1(12));
        assertThat((Object) first.as(Map.class)).isEqualTo(Map.of("euros", 12));
    }

    @Test
    void new_events_bear_the_present_name_and_version() {
        RecordedEvent event =
                store.execute(Commands.to("a", new Reprice(5, "EUR"))).events().get(0);

        assertThat(event.event()).isEqualTo("Priced");
        assertThat(event.schemaVersion()).isEqualTo(3);
    }

    @Test
    void a_command_from_outside_takes_the_present_shape_under_its_present_or_former_name() {
        String json = "{\"cents\":5,\"currency\":\"EUR\"}";

        store.execute(CommandEnvelope.ofJson("article", "b", "Reprice", json));
        store.execute(CommandEnvelope.ofJson("article", "b", "SetPrice", json));

        assertThat(store.state(Article.class, "b").prices())
                .containsExactly(new Priced(5, "EUR"), new Priced(5, "EUR"));
        assertThatThrownBy(() -> store.execute(CommandEnvelope.ofJson("article", "b", "SetPrice", "{\"euros\":5}")))
                .isInstanceOf(UnreadablePayload.class);
    }

    @Test
    void a_version_that_is_newer_than_the_program_is_refused() {
        plant("Priced", 4, "{\"amount\":1}");

        assertThatThrownBy(() -> store.state(Article.class, "a"))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll(
                        "stream=article/a",
                        "position=6",
                        "event=Priced",
                        "schemaVersion=4",
                        "known=3",
                        "@Upcasts(from = 3)");
        assertThatThrownBy(() -> store.execute(Commands.to("a", new Reprice(5, "EUR"))))
                .isInstanceOf(UnreadablePayload.class);
        assertThat((Object) store.events("article", "a").toList().get(3).as(Map.class))
                .isEqualTo(Map.of("amount", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 | {"euro":1}    | it is read for @Upcasts(from = 1)
                    2 | {"euro":1}    | @Upcasts(from = 2): NullPointerException
                    1 | {"euros":-1}  | @Upcasts(from = 1): IllegalArgumentException: negative: -1
                    1 | {"euros":13}  | @Upcasts(from = 2): NullPointerException: it returned null
                    3 | {"cents":1}   | version = 4 with @Upcasts(from = 3)
                    """)
    void what_cannot_be_upcast_is_an_error_that_names_the_event_and_the_step(int version, String json, String problem) {
        plant("PriceSet", version, json);
        assertThatThrownBy(() -> store.state(Article.class, "a"))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll("position=6", "event=PriceSet", "schemaVersion=" + version, problem);
    }

    @Test
    void a_process_manager_reacts_to_events_of_every_version_and_name() {
        ProcessManagerReport report = ProcessManagerRunner.run(store, "mirror");

        assertThat(report.dispatched()).isEqualTo(3);
        assertThat(store.state(Article.class, "mirror of a").prices())
                .containsExactly(new Priced(1200, "EUR"), new Priced(1250, "EUR"), new Priced(1100, "CHF"));
    }

    @Test
    void a_process_manager_reads_older_events_of_an_aggregate_that_its_program_does_not_have() {
        log = new MemoryEventStore();
        store = open(false);
        give_prices_in_three_shapes();

        ProcessManagerRunner.runAll(store);

        assertThat(row("mirror").state()).isEqualTo(Json.of("{\"cents\":1100,\"events\":3}"));
        assertThat(store.deadLetters("mirror").list())
                .extracting(letter -> letter.cause())
                .containsExactly(DeadLetter.Cause.UNKNOWN_COMMAND);
    }

    @Test
    void the_state_of_an_instance_is_read_in_its_version_and_written_in_the_present_one() {
        plantRow("mirror", 1, "{\"euros\":12}");

        ProcessManagerRunner.runAll(store);

        assertThat(store.state(Article.class, "mirror of a").prices()).hasSize(2);
        assertThat(row("mirror").schema()).isEqualTo(2);
        assertThat(row("mirror").state()).isEqualTo(Json.of("{\"cents\":1100,\"events\":3}"));
    }

    @Test
    void a_state_that_looks_the_same_in_its_new_version_is_written_all_the_same() {
        plantRow("flip", 1, "{\"number\":5}");

        ProcessManagerRunner.run(store, "flip");

        assertThat(row("flip").state()).isEqualTo(Json.of("{\"number\":5}"));
        assertThat(row("flip").schema()).isEqualTo(2);
    }

    @Test
    void a_state_that_nothing_reacted_on_keeps_its_version_when_its_sequence_is_blocked() {
        log = new MemoryEventStore();
        store = open(true);
        plant("PriceSet", 1, "{\"euros\":-1}");
        plantRow("mirror", 1, "{\"euros\":11}");
        ProcessManagerRunner.run(store, "mirror");

        assertThat(row("mirror").schema()).isEqualTo(1);
        assertThat(row("mirror").state()).isEqualTo(Json.of("{\"euros\":11}"));
    }

    @Test
    void a_state_that_cannot_be_read_names_the_instance_and_the_step() {
        plantRow("mirror", 3, "{\"amount\":1}");

        assertThatThrownBy(() -> ProcessManagerRunner.runAll(store))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll(
                        "processManager=mirror", "key=a", "schemaVersion=3", "known=2", "@Upcasts(from = 2)");
        assertThat(store.streams("article")).containsExactly("a");
    }

    @Test
    void a_failed_command_is_stored_with_its_version() {
        plant("Priced", 3, "{\"cents\":77700,\"currency\":\"EUR\"}");
        plant("Priced", 3, "{\"cents\":2,\"currency\":\"EUR\"}");

        ProcessManagerRunner.runAll(store);

        List<String> kept = log.readStream(new StreamId("$dead-letters.mirror", "a"), 1, 9, View.DURABLE).stream()
                .map(event -> event.event().data().text())
                .toList();
        assertThat(kept)
                .hasSize(2)
                .allMatch(json -> json.contains("\"name\":\"Reprice\"") && json.contains("\"schema\":2,"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    SetPrice | 1 | {"euros":3}                       | Reprice  | {"cents":300,"currency":"EUR"}
                    Reprice  | 2 | {"cents":3, "currency":"EUR"}     | Reprice  | {"cents":3, "currency":"EUR"}
                    Reprice  | 3 | {"amount":3}                      | Reprice  | {"amount":3}
                    SetPrice | 1 | {"pounds":3}                      | SetPrice | {"pounds":3}
                    """)
    void a_dead_letter_shows_its_command_as_it_would_be_sent_now(
            String name, int version, String json, String nameNow, String jsonNow) {
        plantDeadLetter(name, version, json);

        FailedCommand letter =
                (FailedCommand) store.deadLetters("mirror").list().get(0);

        assertThat(letter.command().command()).isEqualTo(nameNow);
        assertThat(letter.command().payload()).isEqualTo(jsonNow);
    }

    @Test
    void what_an_older_program_failed_to_send_can_be_sent_now() {
        plantDeadLetter("SetPrice", 1, "{\"euros\":3}");
        FailedCommand letter =
                (FailedCommand) store.deadLetters("mirror").list().get(0);

        store.execute(letter.command());

        assertThat(store.state(Article.class, "mirror of a").prices()).containsExactly(new Priced(300, "EUR"));
    }

    private void plant(String name, int schema, String json) {
        log.commit(Commit.of(append(new StreamId("article", "a"), name, schema, json)));
    }

    private void plantDeadLetter(String name, int schema, String json) {
        String data =
                "{\"source\":\"article/a\",\"version\":1,\"position\":2,\"event\":\"PriceSet\",\"key\":\"a\",\"index\":0,"
                        + "\"command\":{\"aggregate\":\"article\",\"instance\":\"mirror of a\",\"name\":\"" + name
                        + "\",\"schema\":" + schema + ",\"id\":\"c1\",\"once\":false,\"correlation\":\"c\",\"data\":"
                        + json
                        + "},\"cause\":\"REJECTED\",\"error\":\"no\",\"onFailure\":\"PARK\",\"attempts\":1}";
        log.commit(Commit.of(append(new StreamId("$dead-letters.mirror", "a"), "CommandFailed", 1, data)));
    }

    private static StreamAppend append(StreamId stream, String name, int schema, String json) {
        Origin origin = new Origin("c", "c", "c", null, null, Map.of());
        NewEvent event = new NewEvent(name, schema, Scene.NOW, origin, null, Json.of(json));
        return new StreamAppend(stream, new ExpectedVersion.Any(), false, List.of(event));
    }

    private void plantRow(String processManager, int schema, String json) {
        Row row = new Row(new RowKey(processManager, 1, "a"), schema, Row.Blocked.NO, Json.of(json));
        log.commit(new Commit(List.of(), List.of(new RowChange.Put(row, 0)), null));
    }

    private Row row(String processManager) {
        return log.row(new RowKey(processManager, 1, "a"))
                .map(VersionedRow::row)
                .orElseThrow();
    }

    private AggregateStore open(boolean withAggregate) {
        GeneratedModule all =
                ServiceLoader.load(GeneratedModule.class).findFirst().orElseThrow();
        return AggregateStore.builder()
                .modules(new GeneratedModule() {
                    @Override
                    public List<AggregateDefinition<?>> aggregates() {
                        return all.aggregates().stream()
                                .filter(definition -> withAggregate && definition.type() == Article.class)
                                .toList();
                    }

                    @Override
                    public List<ProcessManagerDefinition<?>> processManagers() {
                        return all.processManagers().stream()
                                .filter(definition ->
                                        definition.type().getPackage().equals(Mirror.class.getPackage()))
                                .toList();
                    }
                })
                .open(() -> log);
    }
}
