package hotel;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;

/** A room, which one booking can hold. */
@Aggregate("room")
public record Room(String heldFor, String guest) {
    public Room() {
        this("", "");
    }

    @Handles
    RoomEvent handle(HoldRoom command) {
        if (!heldFor.isEmpty()) {
            throw new CommandRejected("held for " + heldFor);
        }
        return new RoomEvent.RoomHeld(command.bookingId());
    }

    @Handles
    RoomEvent handle(HandKey command) {
        return new RoomEvent.KeyHanded(command.bookingId(), command.guest());
    }

    @Applies
    Room apply(RoomEvent.RoomHeld event) {
        return new Room(event.bookingId(), guest);
    }

    @Applies
    Room apply(RoomEvent.KeyHanded event) {
        return new Room(heldFor, event.guest());
    }
}
