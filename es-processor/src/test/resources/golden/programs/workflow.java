// file: parcel/package-info.java
@EventSourced(sends = Tariff.class)
package parcel;

import dev.eventfold.es.EventSourced;
import parcel.elsewhere.Tariff;
// file: parcel/elsewhere/Tariff.java
package parcel.elsewhere;

import dev.eventfold.es.CommandFor;

/** Its aggregate is in another module. */
@CommandFor("end")
public sealed interface Tariff {
    @CommandFor(value = "end", name = "o-raise")
    record Raise(int percent) implements Tariff {}

    @CommandFor(value = "end", name = "o.raise")
    record RaiseAgain(int percent) implements Tariff {}
}
// file: parcel/elsewhere/Raised.java
package parcel.elsewhere;

import dev.eventfold.es.EventOf;

@EventOf("end")
public record Raised(int percent) {}
// file: parcel/ParcelCommand.java
package parcel;

import dev.eventfold.es.CommandFor;

@CommandFor("päckchen")
sealed interface ParcelCommand {
    @CommandFor(value = "päckchen", name = "send")
    record Send(String to) implements ParcelCommand {}

    @CommandFor(value = "päckchen", name = "return")
    record Return(String to) implements ParcelCommand {}

    @CommandFor(value = "päckchen", name = "weigh$1")
    record Weigh(int grams) implements ParcelCommand {}

    record Forget() implements ParcelCommand {}
}
// file: parcel/ParcelEvent.java
package parcel;

import dev.eventfold.es.EventOf;

@EventOf("päckchen")
sealed interface ParcelEvent {
    String to();

    @EventOf(value = "päckchen", name = "送った")
    record Sent(String to) implements ParcelEvent {}

    @EventOf(value = "päckchen", name = "class")
    record Returned(String to) implements ParcelEvent {}

    @EventOf(value = "päckchen", name = "a__b.c-d$e")
    record Weighed(String to) implements ParcelEvent {}
}
// file: parcel/Parcel.java
package parcel;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import java.util.List;
import java.util.Optional;

@Aggregate("päckchen")
record Parcel(int times) {
    Parcel() {
        this(0);
    }

    @Handles
    List<ParcelEvent> handle(ParcelCommand.Send command) {
        return List.of(new ParcelEvent.Sent(command.to()));
    }

    @Handles
    ParcelEvent handle(ParcelCommand.Return command) {
        return new ParcelEvent.Returned(command.to());
    }

    @Handles
    Optional<ParcelEvent.Weighed> handle(ParcelCommand.Weigh command) {
        return Optional.empty();
    }

    @Handles
    void handle(ParcelCommand.Forget command) {}

    @Applies
    Parcel apply(ParcelEvent event) {
        return new Parcel(times + 1);
    }
}
// file: parcel/Post.java
package parcel;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.RecordedEvent;
import java.util.List;
import java.util.Optional;
import parcel.elsewhere.Raised;
import parcel.elsewhere.Tariff;

final class Post {
    private Post() {}

    /** Every way that a life can go, and every way to say what is sent. */
    @SuppressWarnings("eventfold:unsaid-sends")
    @ProcessManager(value = "post", key = "to")
    static final class Life {
        @Reacts(starts = true, sends = {ParcelCommand.Weigh.class, ParcelCommand.Forget.class})
        List<CommandEnvelope> on(ParcelEvent.Sent event) {
            return List.of(Commands.to(event.to(), new ParcelCommand.Forget()));
        }

        @Reacts(sends = Tariff.class)
        Optional<CommandEnvelope> on(ParcelEvent.Weighed event) {
            return Optional.of(Commands.to(event.to(), new Tariff.Raise(3)));
        }

        @Reacts
        Effect on(ParcelEvent.Returned event) {
            return Effect.end();
        }

        @Reacts(key = Reacts.INSTANCE_ID, ends = true)
        void on(Raised event) {}
    }

    /** A family is one reaction to several events. */
    @ProcessManager("post.$1")
    static final class Family {
        @Reacts(key = "to", starts = true, ends = true, sends = ParcelCommand.Forget.class)
        Optional<CommandEnvelope> on(ParcelEvent event, EventContext context) {
            return Optional.empty();
        }
    }

    @ProcessManager("post_$1")
    static final class Raw {
        @Reacts(aggregate = "päckchen")
        void others(RecordedEvent event) {}

        @Reacts(aggregate = "päckchen", event = "class")
        Optional<CommandEnvelope> one(RecordedEvent event) {
            return Optional.empty();
        }

        @Reacts(aggregate = "unseen", sends = {})
        Optional<CommandEnvelope> unseen(RecordedEvent event) {
            return Optional.empty();
        }

        @Reacts(aggregate = Reacts.ANY)
        void any(RecordedEvent event) {}

        @Reacts(aggregate = Reacts.ANY, event = "Closed")
        void closed(RecordedEvent event) {}
    }

    @SuppressWarnings("eventfold:never-ends")
    @ProcessManager("keys")
    static final class Keys {
        @Reacts(aggregate = "unseen", key = "\"a\";#`%%{init}%%$$x$$ <b>&amp;\n\ud83d\ude00", starts = true)
        void unseen(RecordedEvent event) {}
    }
}
