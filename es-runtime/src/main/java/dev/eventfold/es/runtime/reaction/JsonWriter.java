package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes the JSON of system events, which hold payloads of users as they are. A user's codec must have no say in their form, and no number of
 * a payload may change by being read and written again; so it is done by hand.
 */
final class JsonWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    JsonWriter() {
        bytes.write('{');
    }

    JsonWriter text(String name, String value) {
        begin(name);
        string(value);
        return this;
    }

    JsonWriter number(String name, long value) {
        begin(name);
        ascii(Long.toString(value));
        return this;
    }

    JsonWriter flag(String name, boolean value) {
        begin(name);
        ascii(Boolean.toString(value));
        return this;
    }

    JsonWriter raw(String name, Json value) {
        begin(name);
        bytes.writeBytes(value.utf8());
        return this;
    }

    JsonWriter texts(String name, Map<String, String> values) {
        JsonWriter object = new JsonWriter();
        values.forEach(object::text);
        return raw(name, object.json());
    }

    Json json() {
        bytes.write('}');
        return Json.ofUtf8(bytes.toByteArray());
    }

    private void begin(String name) {
        if (bytes.size() > 1) {
            bytes.write(',');
        }
        string(name);
        bytes.write(':');
    }

    private void string(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 2).append('"');
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        bytes.writeBytes(escaped.append('"').toString().getBytes(StandardCharsets.UTF_8));
    }

    private void ascii(String value) {
        bytes.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }
}
