package dev.eventfold.es.it.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the table in {@code docs/schema-lock.md}.
 *
 * @param section the heading above it
 * @param what the change in words
 * @param before a program, or a part of one that the section explains; a dash for nothing
 * @param now what became of it
 * @param verdict {@code compiles}, {@code recorded}, or the code of the error
 */
record Change(String section, String what, String before, String now, String verdict) {
    static final String COMPILES = "compiles";
    static final String RECORDED = "recorded";

    private static final Path PAGE = Path.of("../docs/schema-lock.md");
    private static final Pattern ROW = Pattern.compile("\\| (.*) \\| (`.*`|—) \\| (`.*`|—) \\| (.*) \\|");
    private static final Pattern CODE = Pattern.compile("\\[(\\w+)]\\(errors\\.md#\\w+\\)");

    static List<Change> all() throws IOException {
        List<Change> changes = new ArrayList<>();
        String section = "";
        String first = "";
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("### ")) {
                section = line.substring(4);
            } else if (row.matches()) {
                String what = row.group(1);
                first = what.startsWith("…") ? first : what;
                String whole = what.startsWith("…") ? first + what.replace("…", ",") : what;
                changes.add(new Change(
                        section,
                        whole,
                        code(row.group(2)),
                        code(row.group(3)),
                        CODE.matcher(row.group(4)).replaceAll("$1")));
            }
        }
        return changes;
    }

    private static String code(String cell) {
        return cell.replace("`", "");
    }

    boolean breaks() {
        return !verdict.equals(COMPILES) && !verdict.equals(RECORDED);
    }

    String programBefore() {
        return Snippets.program(section, before);
    }

    String programNow() {
        return Snippets.program(section, now);
    }

    @Override
    public String toString() {
        return section + ": " + what + ": " + verdict;
    }
}
