package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one JSON object that {@link JsonWriter} wrote, with values of users exactly as they are. */
final class JsonMembers {
    private final String text;
    private final Map<String, String> members = new LinkedHashMap<>();
    private int at;

    private JsonMembers(String text) {
        this.text = text;
    }

    static JsonMembers of(Json json) {
        return of(json.text());
    }

    private static JsonMembers of(String text) {
        JsonMembers object = new JsonMembers(text);
        try {
            object.read();
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw object.unreadable(e);
        }
        return object;
    }

    String text(String name) {
        return unquoted(raw(name));
    }

    long number(String name) {
        try {
            return Long.parseLong(raw(name));
        } catch (NumberFormatException e) {
            throw unreadable(e);
        }
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(members.get(name));
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(members.get(name)).map(this::unquoted);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    JsonMembers object(String name) {
        return of(raw(name));
    }

    /** The members of a member, each of which is an object; none when it is not there. */
    Map<String, JsonMembers> objects(String name) {
        Map<String, JsonMembers> objects = new LinkedHashMap<>();
        if (has(name)) {
            object(name).members.forEach((key, value) -> objects.put(key, of(value)));
        }
        return objects;
    }

    Map<String, String> texts(String name) {
        if (!has(name)) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>(object(name).members);
        texts.replaceAll((key, value) -> unquoted(value));
        return texts;
    }

    String raw(String name) {
        String value = members.get(name);
        if (value == null) {
            throw unreadable(null);
        }
        return value;
    }

    private void read() {
        expect('{');
        if (text.charAt(at) == '}') {
            return;
        }
        do {
            String name = unquoted(value());
            expect(':');
            members.put(name, value());
        } while (text.charAt(at++) == ',');
    }

    private void expect(char c) {
        if (text.charAt(at++) != c) {
            throw new IndexOutOfBoundsException(at);
        }
    }

    /** The text of the value that begins here: up to a comma, a colon or an end outside of strings and of nested values. */
    private String value() {
        int from = at;
        int depth = 0;
        while (depth > 0 || ",:}]".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            if (c == '"') {
                skipString();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            at++;
        }
        return text.substring(from, at);
    }

    private void skipString() {
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private String unquoted(String quoted) {
        StringBuilder plain = new StringBuilder(quoted.length());
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c != '\\') {
                plain.append(c);
            } else if (quoted.charAt(++i) == 'u') {
                plain.append((char) Integer.parseInt(quoted.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(quoted.charAt(i));
            }
        }
        return plain.toString();
    }

    private UnreadablePayload unreadable(@Nullable Throwable cause) {
        return new UnreadablePayload("a system event cannot be read: json=" + text, cause);
    }
}
