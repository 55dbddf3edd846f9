package loans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.test.ProcessManagerFixture;
import dev.eventfold.es.test.TestClock;
import java.time.Duration;
import loans.contract.LoanCommand;
import loans.contract.LoanEvent;
import loans.contract.Remind;
import org.junit.jupiter.api.Test;

class RemindersTest {
    @Test
    void a_reader_who_is_late_is_reminded() {
        ProcessManagerFixture.of(Reminders.class)
                .givenFrom("emma", new LoanEvent.Lent("ada", 14))
                .whenTimeElapses(Duration.ofDays(14))
                .expectCommands(Commands.to("ada", new Remind("emma")));
    }

    @Test
    void commands_of_the_other_module_reach_the_aggregates_of_this_one() {
        TestClock clock = TestClock.at("2026-11-01T00:00:00Z");
        try (AggregateStore store = AggregateStore.builder().clock(clock).inMemory()) {
            store.execute(Commands.to("emma", new LoanCommand.Lend("ada", 14)));
            // Whoever has the contracts alone sends the same.
            store.execute(loans.contract.Commands.to("persuasion", new LoanCommand.Lend("ada", 7)));
            store.execute(Commands.to("persuasion", new LoanCommand.Return()));
            clock.advance(Duration.ofDays(15));

            ProcessManagers.runAll(store);

            assertThat(store.state(Reader.class, "ada").reminders()).isEqualTo(1);
        }
    }
}
