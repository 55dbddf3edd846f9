package dev.eventfold.es.processor;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what JavaPoet prints to the layout that people write. Literals are safe: a line break in one is escaped. */
final class Layout {
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n\\s*}");
    private static final Pattern ONE_LINE_JAVADOC = Pattern.compile("/\\*\\*\\n\\s*\\* (.*)\\n\\s*\\*/");
    private static final Pattern MARKER = Pattern.compile("\\(\\n\\s+from = \\{?([^})]*)}?\\n\\)");
    private static final Pattern THROWS = Pattern.compile("throws\\n\\s+Exception \\{");
    private static final int WIDTH = 120;

    private Layout() {}

    static String of(String printed) {
        String bodies = EMPTY_BODY.matcher(printed).replaceAll("{}");
        String heads = THROWS.matcher(bodies).replaceAll("throws Exception {");
        String comments = ONE_LINE_JAVADOC.matcher(heads).replaceAll(Layout::javadoc);
        return MARKER.matcher(comments).replaceAll(Layout::marker);
    }

    private static String marker(MatchResult match) {
        String names = match.group(1).strip();
        String[] each = names.split(",\\s+");
        return Matcher.quoteReplacement(
                each.length == 1
                        ? "(from = " + names + ")"
                        : "(\n    from = {\n        " + String.join(",\n        ", each) + "\n    })");
    }

    private static String javadoc(MatchResult match) {
        String line = "/** " + match.group(1) + " */";
        return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
    }
}
