package dev.eventfold.es.it;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The totals of a flights file, by arithmetic alone: what the summary line must say. */
final class Expected {
    private static final int SEVERE = 60;
    private static final int VOUCHERS = 12;
    private static final int INCIDENT_AT = 10;

    private Expected() {}

    static String of(Path file) {
        JsonNode flights = new JsonMapper().readTree(file.toFile());
        Map<String, Integer> severeByAirport = new HashMap<>();
        for (JsonNode flight : flights) {
            if (flight.path("delay").asInt() >= SEVERE) {
                severeByAirport.merge(flight.path("origin").asString(), 1, Integer::sum);
            }
        }
        int severe = 0;
        int vouchers = 0;
        int incidents = 0;
        for (int delays : severeByAirport.values()) {
            severe += delays;
            vouchers += Math.min(delays, VOUCHERS);
            incidents += delays >= INCIDENT_AT ? 1 : 0;
        }
        return "flights=" + flights.size() + " severe=" + severe + " vouchers=" + vouchers + " incidents=" + incidents
                + " deadLettered=" + (severe - vouchers);
    }
}
