// file: trip/Money.java
package trip;

import java.math.BigDecimal;
import java.util.Currency;

public record Money(BigDecimal amount, Currency currency) {}
// file: trip/TripId.java
package trip;

import java.util.UUID;

public record TripId(UUID value) {}
// file: trip/Class.java
package trip;

public enum Class {
    FIRST,
    SECOND
}
// file: trip/TripEvent.java
package trip;

import dev.eventfold.es.EventOf;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

@EventOf("trip")
public sealed interface TripEvent {
    record Leg(String from, String to, LocalDate day, LocalTime leaves, Duration takes) {}

    record Planned(TripId trip, List<Leg> legs, Map<String, Integer> seats, Set<Class> classes) implements TripEvent {}

    record Priced(Money total, Optional<Money> discount, OptionalInt points, Map<TripId, List<Money>> others)
            implements TripEvent {}

    record Paid(Instant at, Integer code, long in, byte[] receipt, BigInteger reference) implements TripEvent {}

    record Noted(Tree notes) implements TripEvent {}

    record Tree(String text, Collection<Tree> replies) {}

    record Over() implements TripEvent {}

    /** Kept by the general codec: it is asked what to do with each of these. */
    record Attached(Object anything) implements TripEvent {}

    record Weighed(Labelled labelled) implements TripEvent {}

    record Routed(List<? extends Leg> legs) implements TripEvent {}

    record Boxed(Box<String> box) implements TripEvent {}

    record Hidden(Private hidden) implements TripEvent {}

    record Box<T>(T value) {}
}
// file: trip/Labelled.java
package trip;

import com.fasterxml.jackson.annotation.JsonValue;

public record Labelled(@JsonValue String label) {}
// file: trip/Private.java
package trip;

public final class Private {
    private String name = "";
}
// file: trip/Settings.java
package trip;

import dev.eventfold.es.EventOf;
import java.util.Optional;

@EventOf("trip")
class Settings {
    String language = "en";
    Optional<Class> preferred = Optional.empty();
    transient int asked;
}
// file: trip/Changed.java
package trip;

import dev.eventfold.es.EventOf;
import java.util.Optional;

@EventOf("trip")
class Changed {
    String language = "en";
    protected Optional<Class> preferred = Optional.empty();
    boolean at;
}
// file: com/fasterxml/jackson/annotation/JsonValue.java
package com.fasterxml.jackson.annotation;

public @interface JsonValue {}
