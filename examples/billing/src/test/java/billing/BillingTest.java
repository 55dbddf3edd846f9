package billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.test.ProcessManagerFixture;
import dev.eventfold.es.test.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillingTest {
    private final TestClock clock = TestClock.at("2026-11-01T00:00:00Z");

    @TempDir
    Path directory;

    private AggregateStore open() {
        return AggregateStore.builder().clock(clock).open(directory);
    }

    @Test
    void each_month_is_charged_once_also_those_in_which_nobody_ran_the_program() {
        try (AggregateStore store = open()) {
            store.execute(Commands.to("ada", new SubscriptionCommand.Subscribe(900)));
            ProcessManagers.runAll(store);
        }
        clock.advance(Duration.ofDays(95));

        try (AggregateStore store = open()) {
            ProcessManagerReport report = ProcessManagers.runAll(store);

            assertThat(report.timedOut()).isEqualTo(3);
            assertThat(store.state(Subscription.class, "ada").paid()).isEqualTo(2_700);
            assertThat(ProcessManagers.runAll(store).timedOut()).isZero();
        }
    }

    @Test
    void one_that_is_cancelled_in_time_is_not_charged_and_is_asked_three_days_later() {
        try (AggregateStore store = open()) {
            store.execute(Commands.to("ada", new SubscriptionCommand.Subscribe(900)));
            clock.advance(Duration.ofDays(31));
            store.execute(Commands.to("ada", new SubscriptionCommand.Cancel()));
            ProcessManagerReport cancelled = ProcessManagers.runAll(store);
            clock.advance(Duration.ofDays(3));

            ProcessManagerReport later = ProcessManagers.runAll(store);

            assertThat(cancelled.timedOut()).isZero();
            assertThat(later.dispatched()).isEqualTo(1);
            assertThat(store.state(Subscription.class, "ada")).isEqualTo(new Subscription(false, 0, true));
        }
    }

    @Test
    void a_month_after_the_subscription_it_is_charged_and_waits_for_the_next_month() {
        ProcessManagerFixture.of(Billing.class)
                .whenFrom("ada", new SubscriptionEvent.Subscribed(900))
                .expectNothing()
                .expectTimeout(BillingTimeouts.PERIOD_END, Duration.ofDays(30))
                .whenTimeElapses(Duration.ofDays(30))
                .expectCommands(Commands.to("ada", new SubscriptionCommand.Charge(900)))
                .expectTimeout(BillingTimeouts.PERIOD_END, Duration.ofDays(30));
    }

    @Test
    void one_that_is_cancelled_is_charged_no_more_and_asked_three_days_later() {
        ProcessManagerFixture.of(Billing.class)
                .givenFrom("ada", new SubscriptionEvent.Subscribed(900))
                .whenFrom("ada", new SubscriptionEvent.Cancelled())
                .expectCommands(
                        Commands.to("ada", new SubscriptionCommand.Ask()).after(Duration.ofDays(3)))
                .expectNoTimeout(BillingTimeouts.PERIOD_END)
                .expectEnded();
    }
}
