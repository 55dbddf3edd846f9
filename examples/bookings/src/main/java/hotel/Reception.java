package hotel;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Upcasts;

/** Holds a room for each booking, and hands out its key once it is paid. The first version only knew whether the room was held. */
@ProcessManager(value = "reception", key = "bookingId", version = 2)
public final class Reception {
    enum Stage {
        ASKED,
        HELD
    }

    private String room;
    private String guest;
    private Stage stage;

    record V1(String room, String guest, boolean held) {}

    @Upcasts(from = 1)
    static Reception withStage(V1 old) {
        Reception now = new Reception();
        now.room = old.room();
        now.guest = old.guest();
        now.stage = old.held() ? Stage.HELD : Stage.ASKED;
        return now;
    }

    @Reacts(aggregate = "booking", event = "Booked", starts = true, sends = HoldRoom.class)
    CommandEnvelope on(Booked event) {
        room = event.room();
        guest = event.guest();
        stage = Stage.ASKED;
        return Commands.to(event.room(), new HoldRoom(event.bookingId(), event.nights(), 1));
    }

    @Reacts(aggregate = "room", event = "RoomHeld", sends = BookingCommand.Confirm.class)
    CommandEnvelope on(RoomEvent.RoomHeld event) {
        stage = Stage.HELD;
        return Commands.to(event.bookingId(), new BookingCommand.Confirm(event.bookingId()));
    }

    @Reacts(aggregate = "booking", event = "BookingPaid", ends = true, sends = HandKey.class)
    CommandEnvelope on(BookingPaid event) {
        return Commands.to(room, new HandKey(event.bookingId(), guest + (stage == Stage.HELD ? "" : " (waiting)")));
    }
}
