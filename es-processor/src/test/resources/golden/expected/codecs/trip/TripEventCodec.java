package trip;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.lang.Integer;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.annotation.processing.Generated;

/** How the payloads of {@link TripEvent} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "trip.Money",
        "trip.TripEvent.Leg",
        "trip.TripEvent.Noted",
        "trip.TripEvent.Over",
        "trip.TripEvent.Paid",
        "trip.TripEvent.Planned",
        "trip.TripEvent.Priced",
        "trip.TripEvent.Tree",
        "trip.TripId"
    })
public final class TripEventCodec implements PayloadCodec {
    private static final Members NOTED_MEMBERS = Members.of("notes");

    private static final Members OVER_MEMBERS = Members.of();

    private static final Members PAID_MEMBERS = Members.of("at", "code", "in", "receipt", "reference");

    private static final Members PLANNED_MEMBERS = Members.of("trip", "legs", "seats", "classes");

    private static final Members PRICED_MEMBERS = Members.of("total", "discount", "points", "others").optional("discount", "points");

    private static final Members MONEY_MEMBERS = Members.of("amount", "currency");

    private static final Members LEG_MEMBERS = Members.of("from", "to", "day", "leaves", "takes");

    private static final Members TREE_MEMBERS = Members.of("text", "replies");

    private static final Members TRIP_ID_MEMBERS = Members.of("value");

    /** For definitions. */
    public TripEventCodec() {}

    @Override
    public List<java.lang.Class<?>> types() {
        return List.of(
                TripEvent.Noted.class,
                TripEvent.Over.class,
                TripEvent.Paid.class,
                TripEvent.Planned.class,
                TripEvent.Priced.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readNoted(in);
            case 1 -> readOver(in);
            case 2 -> readPaid(in);
            case 3 -> readPlanned(in);
            case 4 -> readPriced(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeNoted(out, (TripEvent.Noted) value);
            case 1 -> writeOver(out, (TripEvent.Over) value);
            case 2 -> writePaid(out, (TripEvent.Paid) value);
            case 3 -> writePlanned(out, (TripEvent.Planned) value);
            case 4 -> writePriced(out, (TripEvent.Priced) value);
            default -> throw unknown(type);
        }
    }

    private static TripEvent.Noted readNoted(PayloadInput in) {
        TripEvent.Tree notes = null;
        in.beginRecord(NOTED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> notes = in.readObject(TripEventCodec::readTree);
            }
        }
        return new TripEvent.Noted(notes);
    }

    private static void writeNoted(PayloadOutput out, TripEvent.Noted value) {
        out.beginObject();
        out.member("notes").writeObject(value.notes(), TripEventCodec::writeTree);
        out.endObject();
    }

    private static TripEvent.Over readOver(PayloadInput in) {
        in.beginRecord(OVER_MEMBERS);
        in.nextMember();
        return new TripEvent.Over();
    }

    private static void writeOver(PayloadOutput out, TripEvent.Over unused) {
        out.beginObject();
        out.endObject();
    }

    private static TripEvent.Paid readPaid(PayloadInput in) {
        Instant at = null;
        Integer code = null;
        long in_ = 0;
        byte[] receipt = null;
        BigInteger reference = null;
        in.beginRecord(PAID_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> at = in.readInstant();
                case 1 -> code = in.readObject(PayloadInput::readInt);
                case 2 -> in_ = in.readLong();
                case 3 -> receipt = in.readBinary();
                case 4 -> reference = in.readBigInteger();
            }
        }
        return new TripEvent.Paid(at, code, in_, receipt, reference);
    }

    private static void writePaid(PayloadOutput out, TripEvent.Paid value) {
        out.beginObject();
        out.member("at").writeText(value.at());
        out.member("code").write(value.code());
        out.member("in").write(value.in());
        out.member("receipt").write(value.receipt());
        out.member("reference").write(value.reference());
        out.endObject();
    }

    private static TripEvent.Planned readPlanned(PayloadInput in) {
        TripId trip = null;
        List<TripEvent.Leg> legs = null;
        Map<String, Integer> seats = null;
        Set<Class> classes = null;
        in.beginRecord(PLANNED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> trip = in.readObject(TripEventCodec::readTripId);
                case 1 -> legs = in.readList(TripEventCodec::readLeg);
                case 2 -> seats = in.readMap(Function.identity(), PayloadInput::readInt);
                case 3 -> classes = in.readEnumSet(Class.class);
            }
        }
        return new TripEvent.Planned(trip, legs, seats, classes);
    }

    private static void writePlanned(PayloadOutput out, TripEvent.Planned value) {
        out.beginObject();
        out.member("trip").writeObject(value.trip(), TripEventCodec::writeTripId);
        out.member("legs").writeEach(value.legs(), TripEventCodec::writeLeg);
        out.member("seats").writeMap(value.seats(), Function.identity(), PayloadOutput::write);
        out.member("classes").writeEach(value.classes(), PayloadOutput::write);
        out.endObject();
    }

    private static TripEvent.Priced readPriced(PayloadInput in) {
        Money total = null;
        Optional<Money> discount = Optional.empty();
        OptionalInt points = OptionalInt.empty();
        Map<TripId, List<Money>> others = null;
        in.beginRecord(PRICED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> total = in.readObject(TripEventCodec::readMoney);
                case 1 -> discount = in.readOptional(TripEventCodec::readMoney);
                case 2 -> points = in.readOptionalInt();
                case 3 -> others = in.readMap(keyText -> new TripId(UUID.fromString(keyText)), each -> each.readList(TripEventCodec::readMoney));
            }
        }
        return new TripEvent.Priced(total, discount, points, others);
    }

    private static void writePriced(PayloadOutput out, TripEvent.Priced value) {
        out.beginObject();
        out.member("total").writeObject(value.total(), TripEventCodec::writeMoney);
        out.member("discount").writeOptional(value.discount(), TripEventCodec::writeMoney);
        out.member("points").write(value.points());
        out.member("others").writeMap(value.others(), key -> key.value().toString(), (to, each) -> to.writeEach(each, TripEventCodec::writeMoney));
        out.endObject();
    }

    private static Money readMoney(PayloadInput in) {
        BigDecimal amount = null;
        Currency currency = null;
        in.beginRecord(MONEY_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> amount = in.readBigDecimal();
                case 1 -> currency = in.readText(Currency::getInstance);
            }
        }
        return new Money(amount, currency);
    }

    private static void writeMoney(PayloadOutput out, Money value) {
        out.beginObject();
        out.member("amount").write(value.amount());
        out.member("currency").writeText(value.currency());
        out.endObject();
    }

    private static TripEvent.Leg readLeg(PayloadInput in) {
        String from = null;
        String to = null;
        LocalDate day = null;
        LocalTime leaves = null;
        Duration takes = null;
        in.beginRecord(LEG_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> from = in.readString();
                case 1 -> to = in.readString();
                case 2 -> day = in.readText(LocalDate::parse);
                case 3 -> leaves = in.readText(LocalTime::parse);
                case 4 -> takes = in.readText(Duration::parse);
            }
        }
        return new TripEvent.Leg(from, to, day, leaves, takes);
    }

    private static void writeLeg(PayloadOutput out, TripEvent.Leg value) {
        out.beginObject();
        out.member("from").write(value.from());
        out.member("to").write(value.to());
        out.member("day").writeText(value.day());
        out.member("leaves").writeTime(value.leaves(), DateTimeFormatter.ISO_LOCAL_TIME);
        out.member("takes").writeText(value.takes());
        out.endObject();
    }

    private static TripEvent.Tree readTree(PayloadInput in) {
        String text = null;
        Collection<TripEvent.Tree> replies = null;
        in.beginRecord(TREE_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> text = in.readString();
                case 1 -> replies = in.readList(TripEventCodec::readTree);
            }
        }
        return new TripEvent.Tree(text, replies);
    }

    private static void writeTree(PayloadOutput out, TripEvent.Tree value) {
        out.beginObject();
        out.member("text").write(value.text());
        out.member("replies").writeEach(value.replies(), TripEventCodec::writeTree);
        out.endObject();
    }

    private static TripId readTripId(PayloadInput in) {
        UUID value = null;
        in.beginRecord(TRIP_ID_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> value = in.readUuid();
            }
        }
        return new TripId(value);
    }

    private static void writeTripId(PayloadOutput out, TripId value) {
        out.beginObject();
        out.member("value").writeText(value.value());
        out.endObject();
    }
}
