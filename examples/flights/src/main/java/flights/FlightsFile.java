package flights;

import flights.route.RecordLanding;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON array of flights, read a batch at a time, whatever its size. Everything that is wrong with it is a {@link BadInput}: one line
 * that names the file, the row (the first is 1) and what is wrong. For one thread.
 */
final class FlightsFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path path;
    private final JsonParser parser;
    private int row;
    private @Nullable BadInput broken;

    private FlightsFile(Path path, JsonParser parser) {
        this.path = path;
        this.parser = parser;
    }

    static FlightsFile open(Path path) {
        try {
            FlightsFile file = new FlightsFile(path, JSON.createParser(path));
            file.begin();
            return file;
        } catch (JacksonIOException unreadable) {
            throw cannotRead(path, unreadable);
        }
    }

    /**
     * The next landings of the file.
     *
     * @param limit how many at most
     * @return in the order of the file; fewer than the limit only before a broken row and at the end, none only at the end
     * @throws BadInput at a broken row, when all rows before it have been returned
     */
    List<RecordLanding> next(int limit) {
        List<RecordLanding> landings = new ArrayList<>();
        try {
            while (broken == null && landings.size() < limit && advance()) {
                landings.add(FlightRow.read(parser.readValueAsTree()));
            }
        } catch (IllegalArgumentException | JacksonException problem) {
            broken = new BadInput("broken row: file=" + path + ", row=" + row + ", " + fact(problem), problem);
        }
        if (broken != null && landings.isEmpty()) {
            throw broken;
        }
        return landings;
    }

    @Override
    public void close() {
        parser.close();
    }

    private static BadInput cannotRead(Path path, JacksonIOException unreadable) {
        if (unreadable.getCause() instanceof NoSuchFileException) {
            return new BadInput("no such flights file: file=" + path, unreadable);
        }
        return new BadInput(
                "cannot read the flights file: file=" + path + ", cause=" + unreadable.getCause(), unreadable);
    }

    private void begin() {
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("expected=a JSON array of flights");
            }
        } catch (IllegalArgumentException | JacksonException problem) {
            throw new BadInput("not a flights file: file=" + path + ", " + fact(problem), problem);
        }
    }

    /** Moves to the next row; false at the end of the file. */
    private boolean advance() {
        row++;
        JsonToken token = parser.nextToken();
        if (token == null || (token == JsonToken.END_ARRAY && parser.nextToken() == null)) {
            return false;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("expected=a JSON object or the end of the array, found=" + token);
        }
        return true;
    }

    /** What is wrong, in one line. */
    private static String fact(RuntimeException problem) {
        if (problem instanceof JacksonException json) {
            return "line=" + json.getLocation().getLineNr() + ", cause="
                    + json.getOriginalMessage().lines().findFirst().orElse("");
        }
        return String.valueOf(problem.getMessage());
    }
}
