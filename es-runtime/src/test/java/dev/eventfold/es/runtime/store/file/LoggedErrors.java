package dev.eventfold.es.runtime.store.file;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to all that is logged, by whichever thread, until closed. Other tests run beside: one tells its own by what was thrown. */
final class LoggedErrors implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("dev.eventfold.es");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    LoggedErrors() {
        LOGGER.addHandler(handler);
    }

    /** What was said about this object. */
    List<String> with(Throwable thrown) {
        return records.stream()
                .filter(line -> line.getThrown() == thrown)
                .map(LogRecord::getMessage)
                .toList();
    }

    List<String> containing(String text) {
        return records.stream()
                .map(LogRecord::getMessage)
                .filter(message -> message.contains(text))
                .toList();
    }

    @Override
    public void close() {
        LOGGER.removeHandler(handler);
    }
}
