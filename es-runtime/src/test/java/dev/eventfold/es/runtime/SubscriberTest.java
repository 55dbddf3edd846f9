package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EsException;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.ConsumerStatus.State;
import dev.eventfold.es.runtime.DeadLetter.Cause;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.Newcomer;
import dev.eventfold.es.runtime.domain.Outside;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Work;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.GeneratedModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Subscribers, which have effects on the outside world. */
@OnEachStorage
@Timeout(60)
class SubscriberTest {
    private static final Retries ONE_TRY = new Retries(1, Duration.ZERO, Duration.ZERO);
    private static final Retries THREE_TRIES = new Retries(3, Duration.ofMillis(1), Duration.ofMillis(2));

    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final Outside outside = new Outside();
    private Scene scene;
    private Subscription subscription;

    @AfterEach
    void close() {
        scene.close();
    }

    private void open(Retries retries, Class<?>... consumers) {
        scene = Scene.retrying(storage, directory, retries, consumers);
    }

    private void subscribe() {
        subscription = scene.store().subscribe(outside);
    }

    private ConsumerStatus status(String consumer) {
        return scene.store().status().stream()
                .filter(status -> status.consumer().equals(consumer))
                .findFirst()
                .orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void it_receives_each_event_in_the_order_of_the_log_from_the_beginning() {
        open(ONE_TRY, Outside.class);
        scene.happen("a");
        scene.happen("b");
        subscribe();
        subscription.catchUp();
        assertThat(outside.received()).containsExactly("a@1", "b@1");

        scene.happen("a");
        scene.work("m", "not for it");
        subscription.catchUp();

        assertThat(outside.received()).containsExactly("a@1", "b@1", "a@2");
        assertThat(subscription)
                .hasToString("subscriber=outside, position=" + scene.log().head(0, View.DURABLE));
    }

    @Test
    void one_that_leaves_its_thread_interrupted_goes_on() {
        open(ONE_TRY, Outside.class);
        outside.doing(event -> Thread.currentThread().interrupt());
        subscribe();
        for (int n = 1; n <= 5; n++) {
            scene.happen("a", "t");
            subscription.catchUp();
        }

        assertThat(outside.received()).containsExactly("a@1", "a@2", "a@3", "a@4", "a@5");
        assertThat(status("outside").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void one_that_starts_from_now_receives_what_comes_after_it_was_found_in_the_program() {
        open(ONE_TRY);
        scene.work("m", "before");
        scene.reopen(Newcomer.class);
        scene.work("m", "after");
        Newcomer newcomer = new Newcomer();

        scene.store().subscribe(newcomer).catchUp();

        assertThat(newcomer.received()).containsExactly("after");
    }

    @Test
    void it_goes_on_where_it_was_left_and_receives_nothing_twice() {
        open(ONE_TRY, Outside.class);
        scene.happen("a", "t");
        subscribe();
        subscription.catchUp();
        subscription.close();
        scene.happen("a");
        subscribe();
        subscription.catchUp();
        assertThat(outside.received()).containsExactly("a@1", "a@2");

        scene.reopen(Outside.class);
        scene.happen("b");
        subscribe();
        subscription.catchUp();

        assertThat(outside.received()).containsExactly("a@1", "a@2", "b@1");
        assertThat(scene.done("a")).containsExactly("t");
    }

    @Test
    void a_command_that_it_returns_is_executed_in_the_commit_that_says_that_the_event_was_received() {
        open(ONE_TRY, Outside.class);
        String correlation = scene.happen("a", "flow", "t").correlationId();
        subscribe();
        subscription.catchUp();

        List<RecordedEvent> events = scene.events("machine", "a");
        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.correlationId()).isEqualTo(correlation);
            assertThat(event.causationId())
                    .isEqualTo(scene.events("source", "a").get(0).eventId());
        });
        long written = scene.log().position("outside", 0);
        assertThat(written).isBetween(events.get(0).position() - 1, scene.log().head(0, View.DURABLE));
        assertThat(scene.everything())
                .containsExactly(
                        "Registered $process-managers/outside",
                        "Went source/a",
                        "Worked machine/a",
                        "Worked machine/a");
    }

    @Test
    void where_it_throws_it_is_tried_again_and_what_it_returns_then_is_executed_once() {
        open(THREE_TRIES, Outside.class);
        scene.happen("a", "before", "!down 2", "after");
        scene.happen("a", "next");
        scene.happen("b", "other");
        subscribe();

        await(() -> scene.done("a").size() == 3);

        assertThat(outside.received()).filteredOn(id -> id.startsWith("a")).containsExactly("a@1", "a@1", "a@1", "a@2");
        assertThat(outside.received()).filteredOn(id -> id.startsWith("b")).containsExactly("b@1");
        assertThat(scene.done("a")).containsExactly("before", "after", "next");
        assertThat(scene.letters("outside")).isEmpty();
        await(() -> status("outside").blocked() == 0);
    }

    @Test
    @DisplayName("R10 what a subscriber cannot receive holds up its stream alone, in order")
    void others_go_on_while_one_stream_waits() {
        open(new Retries(3, Duration.ofHours(1), Duration.ofHours(1)), Outside.class);
        scene.happen("a", "!down 1");
        scene.happen("a");
        scene.happen("b", "t");
        subscribe();

        subscription.catchUp();

        assertThat(outside.received()).containsExactly("a@1", "b@1");
        assertThat(status("outside")).returns(2L, ConsumerStatus::parked).returns(0L, ConsumerStatus::failures);
        assertThat(scene.done("b")).containsExactly("t");
    }

    @Test
    void when_its_tries_are_used_up_the_event_is_a_dead_letter_and_its_stream_waits_until_it_is_retried() {
        open(THREE_TRIES, Outside.class);
        scene.happen("a", "!down 3", "t");
        scene.happen("a", "u");
        scene.happen("b");
        subscribe();
        await(() -> scene.letters("outside").size() == 1);

        DeadLetter letter = scene.letters("outside").get(0);
        assertThat(letter)
                .returns(Cause.REACTION_FAILED, DeadLetter::cause)
                .returns("IOException: the outside world is down", DeadLetter::error)
                .returns(3, DeadLetter::attempts)
                .returns(1L, DeadLetter::parkedBehind)
                .returns("outside", DeadLetter::processManager);
        assertThat(letter.event().instanceId()).isEqualTo("a");
        subscription.catchUp();
        assertThat(outside.received()).containsOnlyOnce("b@1").doesNotContain("a@2");

        RetryReport report = scene.store().deadLetters("outside").retry(letter.id());

        assertThat(report.retried()).isEqualTo(1);
        assertThat(outside.received())
                .filteredOn(id -> id.startsWith("a"))
                .containsExactly("a@1", "a@1", "a@1", "a@1", "a@2");
        assertThat(scene.done("a")).containsExactly("t", "u");
        assertThat(scene.letters("outside")).isEmpty();
    }

    @Test
    void a_retry_that_fails_leaves_the_dead_letter_and_an_eviction_lets_the_stream_go_on() {
        open(ONE_TRY, Outside.class);
        scene.happen("a", "!down 9");
        scene.happen("a", "u");
        subscribe();
        subscription.catchUp();
        DeadLetters letters = scene.store().deadLetters("outside");
        String id = letters.list().get(0).id();

        assertThat(letters.retry(id).failed()).isEqualTo(1);
        assertThat(letters.find(id).orElseThrow().attempts()).isEqualTo(2);
        letters.evict(id, "the address does not exist");

        assertThat(scene.done("a")).containsExactly("u");
        assertThat(outside.received()).containsExactly("a@1", "a@1", "a@2");
        assertThat(letters.list()).isEmpty();
    }

    @Test
    void a_command_that_is_rejected_is_a_dead_letter_and_its_event_was_received() {
        open(ONE_TRY, Outside.class);
        scene.happen("a", "broken sub", "t");
        scene.happen("a", "u");
        subscribe();
        subscription.catchUp();

        assertThat(scene.letters("outside"))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .isInstanceOf(FailedCommand.class)
                        .returns(Cause.HANDLER_FAILED, DeadLetter::cause)
                        .returns(2L, DeadLetter::parkedBehind));
        assertThat(outside.received()).containsExactly("a@1", "a@2");
        Mending.mend("sub");
        try {
            scene.store().deadLetters("outside").retryAll();
        } finally {
            Mending.undo("sub");
        }
        assertThat(scene.done("a")).containsExactly("broken sub", "t", "u");
        assertThat(outside.received()).containsExactly("a@1", "a@2");
    }

    @Test
    void its_dead_letters_are_worked_off_only_while_somebody_is_subscribed_and_never_for_show() {
        open(ONE_TRY, Outside.class);
        scene.happen("a", "!down 1");
        subscribe();
        subscription.catchUp();
        DeadLetters letters = scene.store().deadLetters("outside");
        String id = letters.list().get(0).id();

        assertThatThrownBy(letters::dryRun).isInstanceOf(EsException.class).hasMessageContaining("subscriber=outside");
        subscription.close();
        DeadLetters unsubscribed = scene.store().deadLetters("outside");
        assertThat(unsubscribed.list()).hasSize(1);
        assertThatThrownBy(() -> unsubscribed.retry(id))
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll(
                        "nobody is subscribed", "subscriber=outside", "asked=retry", "store.subscribe");

        subscribe();
        scene.store().deadLetters("outside").retry(id);
        assertThat(outside.received()).containsExactly("a@1", "a@1");
    }

    @Test
    void it_asks_for_commands_only() {
        open(ONE_TRY);
        for (Effect effect :
                List.of(Effect.end(), Commands.to("m", new Work("t")).after(Duration.ofDays(1)))) {
            Unruly unruly = new Unruly(effect);
            GeneratedModule program = unruly.program();
            try (AggregateStore store =
                    AggregateStore.builder().modules(program).retries(ONE_TRY).inMemory()) {
                store.execute(Commands.to("m", new Work("t")));

                store.subscribe("anybody").catchUp();

                assertThat(store.deadLetters("unruly").list())
                        .singleElement()
                        .satisfies(letter -> assertThat(letter.error()).contains("commands only", "subscriber=unruly"));
            }
        }
    }

    @Test
    void a_null_that_it_returns_is_a_failure() {
        open(ONE_TRY, Outside.class);
        scene.happen("b", "!null");
        subscribe();
        subscription.catchUp();

        assertThat(scene.letters("outside"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.error()).contains("NullPointerException"));
    }

    @Test
    void there_is_one_subscription_at_a_time_and_the_class_must_be_a_subscriber() {
        open(ONE_TRY, Outside.class);
        subscribe();

        assertThatThrownBy(() -> scene.store().subscribe(new Outside()))
                .isInstanceOf(EsException.class)
                .hasMessageContaining("subscriber=outside");
        assertThatThrownBy(() -> scene.store().subscribe("mailer"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("java.lang.String", Outside.class.getName(), "annotation processor");
        subscription.close();
        subscription.close();
        Outside proxy = new Outside() {};
        scene.happen("a");
        scene.store().subscribe(proxy).catchUp();
        assertThat(proxy.received()).containsExactly("a@1");
    }

    @Test
    void it_may_use_the_store_but_not_wait_for_itself() {
        open(ONE_TRY, Outside.class);
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        outside.doing(event -> {
            scene.work("direct", "d" + event.version());
            List<Runnable> calls = List.of(
                    subscription::catchUp,
                    subscription::close,
                    scene::close,
                    () -> scene.store().deadLetters("outside").retryAll());
            for (Runnable call : calls) {
                try {
                    call.run();
                } catch (IllegalStateException e) {
                    refused.add(e.getMessage());
                }
            }
        });
        subscribe();
        scene.happen("a");

        subscription.catchUp();

        assertThat(scene.done("direct")).containsExactly("d1");
        assertThat(refused).hasSize(4).allSatisfy(message -> assertThat(message).contains("inside a subscriber"));
        assertThat(scene.letters("outside")).isEmpty();
    }

    @Test
    void an_error_breaks_the_subscription_off_with_nothing_moved() {
        open(ONE_TRY, Outside.class);
        outside.doing(event -> {
            throw new LinkageError("no such driver");
        });
        scene.happen("a");
        subscribe();

        assertThatThrownBy(subscription::catchUp)
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll("subscriber=outside", "position=", "no such driver");
        assertThat(status("outside").state()).isEqualTo(State.FAILED);

        subscription.close();
        outside.doing(event -> {});
        subscribe();
        subscription.catchUp();
        assertThat(outside.received()).containsExactly("a@1", "a@1");
    }

    @Test
    void close_waits_for_the_event_in_hand_and_catch_up_says_that_it_was_closed() throws InterruptedException {
        open(ONE_TRY, Outside.class);
        CountDownLatch inHand = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        outside.doing((EventContext event) -> {
            inHand.countDown();
            await(() -> Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(
                            thread -> thread.getName().equals("closing") && thread.getState() == Thread.State.WAITING));
            finished.set(true);
        });
        subscribe();
        scene.happen("a");
        scene.happen("b");
        inHand.await();

        Thread closing = new Thread(subscription::close, "closing");
        closing.start();
        closing.join();

        assertThat(finished).isTrue();
        assertThat(outside.received()).containsExactly("a@1");
        assertThatThrownBy(subscription::catchUp)
                .isInstanceOf(EsException.class)
                .hasMessageContaining("closed");
        assertThat(status("outside").state()).isEqualTo(State.NOT_RUNNING);
    }

    @Test
    void status_says_how_far_it_has_come() {
        open(ONE_TRY, Outside.class, Relay.class);
        scene.happen("a");
        long head = scene.log().head(0, View.DURABLE);
        assertThat(status("outside"))
                .returns(State.NOT_RUNNING, ConsumerStatus::state)
                .returns(head, ConsumerStatus::lag);

        subscribe();
        subscription.catchUp();

        assertThat(status("outside"))
                .returns(State.RUNNING, ConsumerStatus::state)
                .returns(0L, ConsumerStatus::lag);
        subscription.close();
        assertThat(status("outside"))
                .returns(State.NOT_RUNNING, ConsumerStatus::state)
                .returns(0L, ConsumerStatus::lag);
        scene.reopen(Relay.class);
        assertThat(status("outside").state()).isEqualTo(State.MISSING);
    }

    @Test
    @DisplayName("R4 a subscriber receives what is durable, and nothing that may never have been")
    void it_receives_what_is_durable() {
        AtomicLong durable = new AtomicLong(Long.MAX_VALUE);
        scene = Scene.around(log -> new DurableUpTo(log, durable), Outside.class);
        durable.set(scene.log().head(0, View.DECIDED) + 1);
        scene.happen("a");
        scene.happen("b");
        subscribe();
        subscription.catchUp();

        assertThat(outside.received()).containsExactly("a@1");
        durable.set(Long.MAX_VALUE);
        scene.happen("c");
        subscription.catchUp();
        assertThat(outside.received()).containsExactly("a@1", "b@1", "c@1");
    }

    /** A log whose disk is slow. */
    private static final class DurableUpTo extends PassingLog {
        private final AtomicLong durable;

        DurableUpTo(EventStore log, AtomicLong durable) {
            super(log);
            this.durable = durable;
        }

        @Override
        public long head(int partition, View view) {
            long head = super.head(partition, view);
            return view == View.DURABLE ? Math.min(head, durable.get()) : head;
        }

        @Override
        public List<StoredEvent> read(int partition, long after, int maxEvents, long maxBytes, View view) {
            List<StoredEvent> events = super.read(partition, after, maxEvents, maxBytes, view);
            return events.stream()
                    .filter(event -> view == View.DECIDED || event.position() <= durable.get())
                    .toList();
        }
    }

    @Test
    void it_ends_with_its_store() {
        open(ONE_TRY, Outside.class);
        subscribe();
        scene.happen("a");
        subscription.catchUp();
        scene.close();

        subscription.close();

        assertThatThrownBy(this::subscribe).isInstanceOf(StoreClosed.class);
        scene.reopen(Outside.class);
        subscribe();
        subscription.catchUp();
        assertThat(outside.received()).containsExactly("a@1");
    }
}
