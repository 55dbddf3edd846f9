package hotel;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;

@ProcessManager(value = "reception", key = "bookingId")
public final class Reception {
    private String room;
    private String guest;
    private boolean held;

    @Reacts(starts = true)
    CommandEnvelope on(BookingMade event) {
        room = event.room();
        guest = event.guest();
        return Commands.to(event.room(), new HoldRoom(event.bookingId(), event.nights()));
    }

    @Reacts
    CommandEnvelope on(RoomEvent.RoomHeld event) {
        held = true;
        return Commands.to(event.bookingId(), new BookingCommand.Confirm(event.bookingId()));
    }

    @Reacts(ends = true)
    CommandEnvelope on(BookingPaid event) {
        return Commands.to(room, new HandKey(event.bookingId(), guest + (held ? "" : " (waiting)")));
    }
}
