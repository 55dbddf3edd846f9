package dev.eventfold.es.runtime.json;

import dev.eventfold.es.EventOf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Payloads of every shape that generated code covers. */
final class Shapes {
    private Shapes() {}

    enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "green";
            }
        },
        BLUE
    }

    record OrderId(String value) {}

    record Number(int value) {}

    record Serial(long value) {}

    record Ref(UUID id) {}

    record Money(BigDecimal amount, Currency currency) {
        Money {
            if (amount != null && amount.signum() < 0) {
                throw new IllegalArgumentException("negative: " + amount);
            }
        }
    }

    record Line(String sku, int quantity, Money price, List<String> tags) {}

    record Tree(String name, List<Tree> children) {}

    record Described(Optional<String> text, Described inner) {}

    static final class Point {
        int x;
        int y = 7;
        String label = "start";
        Optional<Integer> z = Optional.of(3);
    }

    @EventOf("shapes")
    record Nothing() {}

    @EventOf("shapes")
    record Primitives(
            boolean flag, byte tiny, short small, int whole, long large, float single, double real, char letter) {}

    @EventOf("shapes")
    record Boxes(
            Boolean flag,
            Byte tiny,
            Short small,
            Integer whole,
            Long large,
            Float single,
            Double real,
            Character letter) {}

    @EventOf("shapes")
    record Texts(String text, Colour colour, UUID id, URI link, Currency currency, byte[] bytes) {}

    @EventOf("shapes")
    record Numbers(BigDecimal exact, BigInteger big) {}

    @EventOf("shapes")
    record Times(
            Instant instant,
            LocalDate date,
            LocalTime time,
            LocalDateTime local,
            OffsetDateTime offset,
            Duration duration,
            Period period) {}

    @EventOf("shapes")
    record Optionals(
            Optional<String> text,
            Optional<Integer> number,
            Optional<Money> money,
            Optional<List<Line>> lines,
            Optional<Colour> colour,
            OptionalInt whole,
            OptionalLong large,
            OptionalDouble real) {}

    @EventOf("shapes")
    record Collections(
            List<String> texts,
            Set<Integer> numbers,
            Collection<Long> longs,
            List<Line> lines,
            Set<Colour> colours,
            List<List<Double>> table,
            List<byte[]> blobs,
            Collection<LocalTime> times) {}

    @EventOf("shapes")
    record Maps(
            Map<String, Integer> byText,
            Map<Colour, Money> byColour,
            Map<UUID, String> byId,
            Map<Integer, LocalDate> byNumber,
            Map<Long, OffsetDateTime> byLong,
            Map<OrderId, List<Line>> byOrder,
            Map<Number, Boolean> byRecord,
            Map<Serial, Double> bySerial,
            Map<Ref, Map<String, Set<String>>> nested) {}

    @EventOf("shapes")
    record Nested(Line line, Tree tree, Described described, OrderId order, Point point) {}

    @EventOf("shapes")
    record Named(int in, int member, int value, int out, int type, String $a, int é, int isX, int getY, int URL) {}

    /** What its accessor gives is what is stored. */
    @EventOf("shapes")
    record Normalised(String text, List<String> tags) {
        @Override
        public String text() {
            return text == null ? "" : text.strip();
        }

        public int getLength() {
            return text.length();
        }
    }

    @EventOf("shapes")
    record Checked(int from, int to) {
        Checked {
            if (from > to) {
                throw new IllegalArgumentException("from > to: " + from + " > " + to);
            }
        }

        Checked(int only) {
            this(only, only);
        }
    }

    @EventOf("shapes")
    static final class Fields {
        static int made;

        String name = "none";
        int count = 1;
        Optional<String> note = Optional.of("initial");
        List<Point> points = List.of();
        Money price;

        Fields() {
            made++;
        }

        void setCount(int doubled) {
            count = 2 * doubled;
        }
    }
}
