package hotel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.FailedCommand;
import dev.eventfold.es.runtime.ProcessManagerReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that the first version of this program wrote, byte for byte as it left it, read by the program of today: booking b-1 is under way,
 * b-2 is through, b-3 waits behind a dead letter.
 */
class FirstVersionStoreTest {
    private static final Path WRITTEN = Path.of("src/test/resources/first-version");

    @TempDir
    Path directory;

    @BeforeEach
    void copyTheStore() throws IOException {
        try (Stream<Path> files = Files.walk(WRITTEN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory.resolve(WRITTEN.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    @DisplayName("W-14 an event of an older shape, and one of an older name, are read as they are today")
    void an_event_of_an_older_shape_and_one_of_an_older_name_are_read_as_they_are_today() {
        try (AggregateStore store = AggregateStore.open(directory)) {
            List<RecordedEvent> events = events(store, "booking", "b-2");

            assertThat(events)
                    .extracting(RecordedEvent::event)
                    .containsExactly("BookingMade", "BookingConfirmed", "BookingPaid");
            assertThat(events).extracting(RecordedEvent::schemaVersion).containsExactly(1, 1, 1);
            assertThat(events.get(0).as(Booked.class))
                    .isEqualTo(new Booked("b-2", "room-2", "Grace", 2, Optional.empty()));
            assertThat(events.get(2).as(BookingPaid.class))
                    .isEqualTo(new BookingPaid("b-2", BigDecimal.valueOf(99), "EUR"));
        }
    }

    @Test
    void the_state_of_an_aggregate_is_made_of_them() {
        try (AggregateStore store = AggregateStore.open(directory)) {
            assertThat(store.state(Booking.class, "b-2")).isEqualTo(new Booking(true, BigDecimal.valueOf(99), "EUR"));
            assertThat(store.state(Room.class, "room-2")).isEqualTo(new Room("b-2", "Grace"));
        }
    }

    @Test
    @DisplayName("W-15 a process that was under way goes on with the state that it had")
    void a_process_that_was_under_way_goes_on_with_the_state_that_it_had() {
        try (AggregateStore store = AggregateStore.open(directory)) {
            store.execute(Commands.to("b-1", new BookingCommand.Pay("b-1", new BigDecimal("240.50"))));
            ProcessManagerReport report = ProcessManagers.runAll(store);

            assertThat(report.dispatched()).isEqualTo(1);
            assertThat(store.state(Room.class, "room-1")).isEqualTo(new Room("b-1", "Ada"));
            assertThat(store.state(Booking.class, "b-1")).isEqualTo(new Booking(true, new BigDecimal("240.50"), "EUR"));
        }
    }

    @Test
    void a_dead_letter_shows_its_command_as_it_would_be_sent_today() {
        try (AggregateStore store = AggregateStore.open(directory)) {
            List<DeadLetter> letters = store.deadLetters("reception").list();

            assertThat(letters).singleElement().isInstanceOfSatisfying(FailedCommand.class, letter -> {
                assertThat(letter.command().payload()).isEqualTo("{\"bookingId\":\"b-3\",\"nights\":2,\"guests\":1}");
                assertThat(letter.event().as(Booked.class).guest()).isEqualTo("Edsger");
                assertThat(letter.key()).isEqualTo("b-3");
                assertThat(letter.error()).contains("held for b-1");
                assertThat(letter.parkedBehind()).isEqualTo(1);
            });
        }
    }

    @Test
    void what_today_writes_lies_beside_what_was_there_and_both_are_read_again() {
        try (AggregateStore store = AggregateStore.open(directory)) {
            store.execute(
                    Commands.to("b-4", new BookingCommand.Book("b-4", "room-4", "Barbara", 1, Optional.of("web"))));
            ProcessManagers.runAll(store);
        }

        try (AggregateStore store = AggregateStore.open(directory)) {
            assertThat(ProcessManagers.runAll(store).dispatched()).isZero();
            assertThat(store.state(Booking.class, "b-4").confirmed()).isTrue();
            assertThat(store.state(Booking.class, "b-2").confirmed()).isTrue();
            assertThat(store.streams("booking")).containsExactlyInAnyOrder("b-1", "b-2", "b-3", "b-4");
        }
    }

    private static List<RecordedEvent> events(AggregateStore store, String aggregate, String instanceId) {
        try (Stream<RecordedEvent> events = store.events(aggregate, instanceId)) {
            return events.toList();
        }
    }
}
