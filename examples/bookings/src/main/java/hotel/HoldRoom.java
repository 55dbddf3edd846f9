package hotel;

import dev.eventfold.es.CommandFor;
import dev.eventfold.es.Upcasts;
import java.util.Map;

/** The first version held rooms for one guest each; dead letters of that time are sent as this. */
@CommandFor(value = "room", version = 2)
public record HoldRoom(String bookingId, int nights, int guests) {
    @Upcasts(from = 1)
    static HoldRoom forOne(Map<String, Object> old) {
        return new HoldRoom((String) old.get("bookingId"), (Integer) old.get("nights"), 1);
    }
}
