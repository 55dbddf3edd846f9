package orders;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is outside of the program: a carrier with a book of what he has taken, who cannot be reached or has no room now and then. */
public final class World implements CarrierService {
    private final Map<String, Answer> given = new LinkedHashMap<>();
    private final Map<String, Integer> taken = new LinkedHashMap<>();
    private boolean answers = true;
    private boolean hasRoom = true;

    @Override
    public Answer pickUp(String idempotencyKey, String orderId) throws IOException {
        if (!answers) {
            answers = true;
            throw new IOException("nobody answers");
        }
        Answer known = given.get(idempotencyKey);
        return known == null ? answerNew(idempotencyKey, orderId) : known;
    }

    private Answer answerNew(String idempotencyKey, String orderId) {
        Answer answer = hasRoom ? new Answer.Taken("parcel-" + (taken.size() + 1)) : new Answer.Refused("no room");
        given.put(idempotencyKey, answer);
        if (hasRoom) {
            taken.merge(orderId, 1, Integer::sum);
        }
        hasRoom = true;
        return answer;
    }

    /** How often the goods of each order were taken. */
    Map<String, Integer> taken() {
        return taken;
    }

    void answersNextTime(boolean so) {
        answers = so;
    }

    void hasRoomNextTime(boolean so) {
        hasRoom = so;
    }
}
