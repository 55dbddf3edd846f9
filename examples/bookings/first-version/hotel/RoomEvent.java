package hotel;

import dev.eventfold.es.EventOf;

@EventOf("room")
public sealed interface RoomEvent {
    record RoomHeld(String bookingId) implements RoomEvent {}

    record KeyHanded(String bookingId, String guest) implements RoomEvent {}
}
