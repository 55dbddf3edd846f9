package dev.eventfold.es.benchmarks.raw;

import dev.eventfold.es.benchmarks.harness.Latencies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Group commit with nothing around it: callers put a record into a queue and park; one thread writes all that is there, forces it to the disk
 * once, and wakes them. On a growing file, like the probe. No checksum, no index, no decision: what a plain durable log with many callers pays.
 */
public final class RawGroupCommit {
    private final Path directory;
    private final int recordBytes;
    private final int callers;

    /**
     * A baseline.
     *
     * @param directory where its file goes, on the disk that is measured
     * @param recordBytes the size of a record
     * @param callers threads that append, each waiting until its record is on the disk
     */
    public RawGroupCommit(Path directory, int recordBytes, int callers) {
        this.directory = directory;
        this.recordBytes = recordBytes;
        this.callers = callers;
    }

    /**
     * Appends for a while, each caller once at least, then deletes the file.
     *
     * @param most how long
     * @return records in a second, and how long each caller waited
     * @throws IOException when the disk fails
     * @throws InterruptedException when the thread is interrupted
     */
    public Steady run(Duration most) throws IOException, InterruptedException {
        Path file = Files.createTempFile(directory, "group", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
            Committer committer = new Committer(channel, queue, recordBytes);
            committer.start();
            long began = System.nanoTime();
            List<Caller> threads = IntStream.range(0, callers)
                    .mapToObj(i -> new Caller(queue, committer, began + most.toNanos()))
                    .toList();
            threads.forEach(Thread::start);
            for (Caller thread : threads) {
                thread.join();
            }
            Latencies all =
                    Latencies.merged(threads.stream().map(t -> t.latencies).toList());
            Steady result = Steady.since(began, all.count(), all);
            committer.end();
            return result;
        } finally {
            Files.delete(file);
        }
    }

    private static final class Waiting {
        private final Thread thread;
        private volatile boolean durable;

        private Waiting(Thread thread) {
            this.thread = thread;
        }
    }

    private static final class Caller extends Thread {
        private final Queue<Waiting> queue;
        private final Committer committer;
        private final long end;
        private final Latencies latencies = new Latencies();

        private Caller(Queue<Waiting> queue, Committer committer, long end) {
            this.queue = queue;
            this.committer = committer;
            this.end = end;
        }

        @Override
        public void run() {
            long now = System.nanoTime();
            do {
                Waiting mine = new Waiting(this);
                queue.add(mine);
                committer.wake();
                while (!mine.durable && !committer.hasFailed()) {
                    LockSupport.park(this);
                }
                long then = now;
                now = System.nanoTime();
                latencies.add(now - then);
            } while (now < end && !committer.hasFailed());
        }
    }

    private static final class Committer extends Thread {
        private final FileChannel channel;
        private final Queue<Waiting> queue;
        private final byte[] record;
        private volatile boolean idle;
        private volatile boolean ended;
        private volatile @Nullable IOException failure;

        private Committer(FileChannel channel, Queue<Waiting> queue, int recordBytes) {
            this.channel = channel;
            this.queue = queue;
            this.record = new byte[recordBytes];
            Arrays.fill(record, (byte) 'x');
        }

        private void wake() {
            if (idle) {
                LockSupport.unpark(this);
            }
        }

        private boolean hasFailed() {
            return failure != null;
        }

        private void end() throws IOException, InterruptedException {
            ended = true;
            LockSupport.unpark(this);
            join();
            IOException problem = failure;
            if (problem != null) {
                throw problem;
            }
        }

        @Override
        public void run() {
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
            List<Waiting> group = new ArrayList<>();
            try {
                while (await()) {
                    buffer.clear();
                    for (Waiting next; buffer.remaining() >= record.length && (next = queue.poll()) != null; ) {
                        buffer.put(record);
                        group.add(next);
                    }
                    for (buffer.flip(); buffer.hasRemaining(); ) {
                        channel.write(buffer);
                    }
                    channel.force(false);
                    for (Waiting waiting : group) {
                        waiting.durable = true;
                        LockSupport.unpark(waiting.thread);
                    }
                    group.clear();
                }
            } catch (IOException e) {
                failure = e;
                group.addAll(queue);
                group.forEach(waiting -> LockSupport.unpark(waiting.thread));
            }
        }

        private boolean await() {
            idle = true;
            while (queue.isEmpty() && !ended) {
                LockSupport.park(this);
            }
            idle = false;
            return !queue.isEmpty();
        }
    }
}
