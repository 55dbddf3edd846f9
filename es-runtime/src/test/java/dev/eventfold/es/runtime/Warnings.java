package dev.eventfold.es.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Listens to what is logged by the thread that makes it, of process managers unless another logger is named, until closed. Other tests may run beside. */
final class Warnings implements AutoCloseable {
    private final Logger logger;
    private final @Nullable Level before;
    private final long thread = Thread.currentThread().getId();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLongThreadID() == thread) {
                messages.add(line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    Warnings() {
        this("dev.eventfold.es.process-managers");
    }

    Warnings(String name) {
        logger = Logger.getLogger(name);
        before = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        logger.setLevel(before);
        logger.setUseParentHandlers(true);
        logger.removeHandler(handler);
    }
}
