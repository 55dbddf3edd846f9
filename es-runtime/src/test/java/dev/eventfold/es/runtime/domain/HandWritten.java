package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.Keys;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import java.util.function.Function;

/** What generated code says of the projections of the tests. */
public final class HandWritten {
    private HandWritten() {}

    public static List<ProjectionDefinition<?>> projections(int version) {
        return List.of(new SummaryDefinition(version), new ProgressDefinition());
    }

    private static SourceEvent source(RecordedEvent event) {
        return switch (event.event()) {
            case "Began" -> event.as(SourceEvent.Began.class);
            case "Went" -> event.as(SourceEvent.Went.class);
            case "Finished" -> event.as(SourceEvent.Finished.class);
            default -> event.as(SourceEvent.Told.class);
        };
    }

    public record SummaryDefinition(int version) implements ProjectionDefinition<Summary> {
        @Override
        public String name() {
            return "summary";
        }

        @Override
        public Class<Summary> type() {
            return Summary.class;
        }

        @Override
        public boolean keyed() {
            return false;
        }

        @Override
        public List<Subscription> subscriptions() {
            return List.of(
                    new Subscription("source", Subscription.ANY, false, false),
                    new Subscription("machine", "Worked", false, false));
        }

        @Override
        public Summary initial() {
            return new Summary();
        }

        @Override
        public List<String> keys(RecordedEvent event) {
            return Keys.one("");
        }

        @Override
        public Summary project(Summary state, RecordedEvent event) {
            if (event.aggregate().equals("machine")) {
                state.on(event.as(Worked.class), event);
            } else {
                state.on(source(event));
            }
            return state;
        }
    }

    private static final class ProgressDefinition implements ProjectionDefinition<Progress> {
        @Override
        public String name() {
            return "progress";
        }

        @Override
        public Class<Progress> type() {
            return Progress.class;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public boolean keyed() {
            return true;
        }

        @Override
        public List<Subscription> subscriptions() {
            return List.of(new Subscription("source", Subscription.ANY, false, false));
        }

        @Override
        public Progress initial() {
            return new Progress();
        }

        @Override
        public List<String> keys(RecordedEvent event) {
            SourceEvent source = source(event);
            if (source instanceof SourceEvent.Told told) {
                return Keys.each(told.keys(), Function.identity());
            }
            return Keys.one(((String) event.as(java.util.Map.class).get("key")));
        }

        @Override
        public Progress project(Progress state, RecordedEvent event) {
            return state.on(source(event), event);
        }
    }
}
