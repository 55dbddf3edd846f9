package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.CommitOutcome;
import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.StreamAppend;
import dev.eventfold.es.runtime.store.conformance.ForwardingStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What proves the crash test of process managers: it sees every way of writing in two steps what belongs together. */
@Execution(ExecutionMode.CONCURRENT)
class BrokenProgramsTest {
    private final long seed = Effort.seed();

    @Test
    void a_position_that_is_written_afterwards_is_seen() {
        assertSeen(log -> new InSteps(log) {
            @Override
            List<Commit> steps(Commit commit) {
                return List.of(
                        new Commit(commit.appends(), commit.rows(), null),
                        new Commit(List.of(), List.of(), commit.move()));
            }
        });
    }

    @Test
    void a_position_that_is_written_before_is_seen() {
        assertSeen(log -> new InSteps(log) {
            @Override
            List<Commit> steps(Commit commit) {
                return List.of(
                        new Commit(List.of(), List.of(), commit.move()),
                        new Commit(commit.appends(), commit.rows(), null));
            }
        });
    }

    @Test
    void rows_that_are_written_afterwards_are_seen() {
        assertSeen(log -> new InSteps(log) {
            @Override
            List<Commit> steps(Commit commit) {
                return commit.rows().isEmpty()
                        ? List.of(commit)
                        : List.of(
                                new Commit(commit.appends(), List.of(), commit.move()),
                                new Commit(List.of(), commit.rows(), null));
            }
        });
    }

    @Test
    void commands_of_one_batch_that_are_written_one_by_one_are_seen() {
        assertSeen(log -> new InSteps(log) {
            @Override
            List<Commit> steps(Commit commit) {
                List<Commit> steps = new ArrayList<>();
                for (StreamAppend append : commit.appends()) {
                    steps.add(Commit.of(append));
                }
                steps.add(new Commit(List.of(), commit.rows(), commit.move()));
                return steps;
            }
        });
    }

    @Test
    void a_subscriber_that_is_moved_after_its_command_is_seen() {
        assertSeen(ManagerCrash.lasting(seed), log -> new SubscriberInSteps(log) {
            @Override
            List<Commit> steps(Commit commit) {
                return List.of(
                        new Commit(commit.appends(), commit.rows(), null),
                        new Commit(List.of(), List.of(), commit.move()));
            }
        });
    }

    @Test
    void a_subscriber_that_is_moved_before_its_command_is_seen() {
        assertSeen(ManagerCrash.lasting(seed), log -> new SubscriberInSteps(log) {
            @Override
            List<Commit> steps(Commit commit) {
                return List.of(
                        new Commit(List.of(), List.of(), commit.move()),
                        new Commit(commit.appends(), commit.rows(), null));
            }
        });
    }

    /** The same for nobody but the subscriber. */
    private abstract static class SubscriberInSteps extends InSteps {
        SubscriberInSteps(EventStore store) {
            super(store);
        }

        @Override
        boolean concerns(ConsumerMove move) {
            return move.lease().consumer().equals("recorder");
        }
    }

    /** Writes the commits of process managers in steps, each as safe as can be. */
    private abstract static class InSteps extends ForwardingStore {
        InSteps(EventStore store) {
            super(store);
        }

        abstract List<Commit> steps(Commit commit);

        boolean concerns(ConsumerMove move) {
            return true;
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            ConsumerMove move = commit.move();
            if (move == null || !concerns(move) || commit.appends().isEmpty()) {
                return super.commit(commit);
            }
            List<StoredEvent> events = new ArrayList<>();
            for (Commit step : steps(commit)) {
                CommitOutcome outcome = super.commit(step);
                if (!(outcome instanceof CommitOutcome.Committed committed)) {
                    return outcome;
                }
                awaitDurable(committed.commit());
                events.addAll(committed.events());
            }
            return new CommitOutcome.Committed(lastCommit(), events);
        }
    }

    @Test
    void a_commit_that_is_left_as_it_is_is_not_rejected() {
        UnaryOperator<EventStore> whole = log -> new InSteps(log) {
            @Override
            List<Commit> steps(Commit commit) {
                return List.of(commit);
            }
        };
        assertThat(isSeen(ManagerCrash.of(seed), whole, 7)).as("seed " + seed).isFalse();
    }

    private void assertSeen(UnaryOperator<EventStore> broken) {
        assertSeen(ManagerCrash.of(seed), broken);
    }

    private void assertSeen(ManagerCrash crash, UnaryOperator<EventStore> broken) {
        assertThat(isSeen(crash, broken, 1))
                .as("seen by the crash test, seed " + seed)
                .isTrue();
    }

    private static boolean isSeen(ManagerCrash crash, UnaryOperator<EventStore> broken, int stride) {
        for (int operation = 1; operation <= crash.operations(); operation += stride) {
            SimulatedDisk disk = new SimulatedDisk().crashAt(operation);
            Program stopped = crash.program().again(broken);
            stopped.run(disk);
            try {
                stopped.successor().goOn(disk.afterKill());
            } catch (AssertionError seen) {
                return true;
            } catch (EsException seen) {
                // A rebuild that finds what cannot have happened says so itself. Nothing else may.
                assertThat(seen).hasMessageStartingWith("the rebuild has ended and nothing is changed");
                return true;
            }
        }
        return false;
    }
}
