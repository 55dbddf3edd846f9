package flights;

import dev.eventfold.es.CommandEnvelope;
import flights.route.RecordLanding;

/** Turns a row of the input into a command. */
final class Landings {
    private Landings() {}

    /**
     * The command that records a landing. Its id is the content of the row, so that a row counts once however often the file is read:
     * rows may share date and route, but no two rows are equal.
     */
    static CommandEnvelope command(RecordLanding landing) {
        String id = String.join(
                "|",
                landing.departure().toString(),
                String.valueOf(landing.delay()),
                String.valueOf(landing.distance()),
                landing.origin(),
                landing.destination());
        return Commands.to(landing.origin() + "-" + landing.destination(), landing)
                .withCommandId(id);
    }
}
