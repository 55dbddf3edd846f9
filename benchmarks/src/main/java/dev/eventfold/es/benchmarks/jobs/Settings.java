package dev.eventfold.es.benchmarks.jobs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a job was run with, in order. */
public final class Settings {
    private Settings() {}

    /**
     * Settings.
     *
     * @param namesAndValues a name, its value, and so on; numbers are grouped
     * @return them, in this order
     */
    public static Map<String, String> of(Object... namesAndValues) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            settings.put(
                    namesAndValues[i].toString(),
                    value instanceof Number number ? number(number.longValue()) : value.toString());
        }
        return Collections.unmodifiableMap(settings);
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
