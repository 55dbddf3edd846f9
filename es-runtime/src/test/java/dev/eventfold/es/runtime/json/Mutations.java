package dev.eventfold.es.runtime.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils JSON: a value becomes another, a member goes, comes twice or is of another name, a byte is wrong. */
final class Mutations {
    private static final Pattern VALUE = Pattern.compile(
            "(?<=[:\\[,])(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9][0-9.eE+-]*|true|false|null)(?=[,\\]}])");
    private static final Pattern MEMBER = Pattern.compile(
            "\"([^\"\\\\]*)\":(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9][0-9.eE+-]*|true|false|null),?");
    private static final Pattern NAME = Pattern.compile("\"([^\"\\\\]*)\":");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "127",
            "128",
            "255",
            "-129",
            "32768",
            "2147483648",
            "9223372036854775808",
            "1.0",
            "1.5",
            "-0.0",
            "-0",
            "1e400",
            "1e-400",
            "1E+3",
            "0.10",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"xy\"",
            "\"1\"",
            "\"1.5\"",
            "\"true\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"RED\"",
            "\"red\"",
            "\" RED\"",
            "\"PURPLE\"",
            "[]",
            "{}",
            "[null]",
            "[1]",
            "[\"x\"]",
            "{\"x\":1}",
            "{\"value\":\"x\"}",
            "\"2020-01-01\"",
            "\" 2020-01-01\"",
            "\"2020-01-01T10:00\"",
            "\"2020-01-01T10:00:00Z\"",
            "\"2020-01-01T10:00:00+01:00\"",
            "\"2020-01-01T10:00:00+0000\"",
            "\"2020-01-01T10:00Z\"",
            "\"10:00\"",
            "\"10:00:00.5\"",
            "\"+12345-01-01\"",
            "1577836800",
            "1577836800.5",
            "\"1577836800\"",
            "\"PT1M\"",
            "\"pt1m\"",
            "\"P1D\"",
            "\"P1Y2M\"",
            "90",
            "\"EUR\"",
            "\"eur\"",
            "\"EURO\"",
            "\"http://x y\"",
            "\"AQID\"",
            "\"AQI\"",
            "\"AQI=\"",
            "\"A_-D\"",
            "\"****\"",
            "\"00000000-0000-0001-0000-000000000002\"",
            "\"00000000-0000-0001-0000-00000000ABCD\"",
            "\"0000000-00000-0001-0000-000000000002\"",
            "\"1-1-1-1-1\"",
            "\"AAAAAAAAAAEAAAAAAAAAAg==\"",
            "\"\\uD800\"",
            "\"\\u0000\"",
            "NaN",
            "tru");
    private static final List<String> NAMES = List.of(
            "x",
            "",
            "text",
            "value",
            "RED",
            "red",
            "1",
            "+1",
            "-0",
            "01",
            "1.0",
            "٣",
            "2147483648",
            "1-1-1-1-1",
            "00000000-0000-0001-0000-000000000002");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    String spoil(String json) {
        String spoilt = json;
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            spoilt = once(spoilt);
        }
        return spoilt;
    }

    private String once(String json) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> replace(json, VALUE, 1, pick(VALUES));
            case 3 -> replace(json, MEMBER, 0, "");
            case 4 -> twice(json);
            case 5 -> replace(json, NAME, 1, pick(NAMES));
            case 6 -> insert(json, json.indexOf('{') + 1, json.length() > 2 ? "\"more\":" + pick(VALUES) + "," : "");
            default -> character(json);
        };
    }

    private String replace(String json, Pattern pattern, int group, String by) {
        List<MatchResult> found = pattern.matcher(json).results().toList();
        if (found.isEmpty()) {
            return character(json);
        }
        MatchResult match = found.get(random.nextInt(found.size()));
        return json.substring(0, match.start(group)) + by + json.substring(match.end(group));
    }

    private String twice(String json) {
        List<MatchResult> found = new ArrayList<>(MEMBER.matcher(json).results().toList());
        if (found.isEmpty()) {
            return character(json);
        }
        MatchResult match = found.get(random.nextInt(found.size()));
        String again = "\"" + match.group(1) + "\":" + (random.nextBoolean() ? match.group(2) : pick(VALUES)) + ",";
        return insert(json, match.start(), again);
    }

    private String character(String json) {
        int at = random.nextInt(json.length());
        String by = String.valueOf("{}[],:\"0n- ".charAt(random.nextInt(11)));
        return json.substring(0, at) + (random.nextBoolean() ? by : "") + json.substring(at + random.nextInt(2));
    }

    private static String insert(String json, int at, String text) {
        return json.substring(0, at) + text + json.substring(at);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
