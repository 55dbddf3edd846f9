package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What proves the crash test: a store that leaves out one of its fsyncs loses something, and the crash test sees it. */
class CarelessDiskTest {
    private final long seed = new Random().nextLong();

    @Test
    void a_group_that_is_not_fsynced_is_seen() {
        assertSeen(disk -> new ForwardingDisk(disk) {
            @Override
            public DiskFile openForWriting(String path) throws IOException {
                return new ForwardingFile(super.openForWriting(path)) {
                    @Override
                    public void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException {
                        write(at, bytes, offset, length);
                    }
                };
            }
        });
    }

    @Test
    void a_header_that_is_not_fsynced_is_seen() {
        assertSeen(disk -> new ForwardingDisk(disk) {
            @Override
            public DiskFile openForWriting(String path) throws IOException {
                return new HeaderUnsynced(super.openForWriting(path));
            }
        });
    }

    /** Writes what is written through so that it takes no other bytes of the file along. */
    private static final class HeaderUnsynced extends ForwardingFile {
        HeaderUnsynced(DiskFile file) {
            super(file);
        }

        @Override
        public void sync() {
            // That is the defect.
        }
    }

    @Test
    @DisplayName("W-22 a name that is not fsynced is seen")
    void a_name_that_is_not_fsynced_is_seen() {
        assertSeen(disk -> new ForwardingDisk(disk) {
            @Override
            public void syncDirectory(String path) {
                // That is the defect.
            }
        });
    }

    @Test
    void a_group_that_is_acknowledged_before_an_earlier_one_is_seen() {
        assertSeen(disk -> new ForwardingDisk(disk) {
            private int writes;

            @Override
            public DiskFile openForWriting(String path) throws IOException {
                return new ForwardingFile(super.openForWriting(path)) {
                    @Override
                    public void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException {
                        if (writes++ % 3 == 0) {
                            write(at, bytes, offset, length);
                        } else {
                            super.writeThrough(at, bytes, offset, length);
                        }
                    }
                };
            }
        });
    }

    private void assertSeen(UnaryOperator<Disk> careless) {
        int operations = Crash.operations(seed);
        for (int operation = 1; operation <= operations; operation++) {
            Crash crash = Crash.at(seed, operation, careless);
            for (Tear.Pattern pattern : Tear.Pattern.values()) {
                Tear tear = new Tear(pattern, Tear.HeadFile.STALE, seed + operation);
                SimulatedDisk left = crash.disk().afterPowerLoss(tear);
                try {
                    crash.goOn(left, "careless");
                } catch (AssertionError seen) {
                    return;
                }
            }
        }
        assertThat(false).as("nobody saw it, seed " + seed).isTrue();
    }
}
