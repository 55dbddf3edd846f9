package dev.eventfold.es.it.mutation;

import java.util.Locale;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Something that the compiler says.
 *
 * @param ours whether it comes from our processor
 * @param error whether it is an error, or else a warning
 * @param generated whether it is in code that nobody wrote
 * @param text its text, in one line
 */
record Message(boolean ours, boolean error, boolean generated, String text) {
    static Message of(Diagnostic<? extends JavaFileObject> said, Set<String> written) {
        String file = said.getSource() == null
                ? ""
                : said.getSource().toUri().getPath().replaceFirst("^/", "");
        return new Message(
                said.getMessage(Locale.ROOT).startsWith("[ES:"),
                said.getKind() == Diagnostic.Kind.ERROR || isOfOptions(said),
                !file.isEmpty() && !written.contains(file),
                file + ":" + said.getLineNumber() + ": "
                        + said.getKind().toString().toLowerCase(Locale.ROOT) + ": "
                        + said.getMessage(Locale.ROOT).replaceAll("\\s*\\R\\s*", " / "));
    }

    /** Where nothing of ours is left, our options are nobody's. The programs are compiled with -Werror, which makes that an error. */
    private static boolean isOfOptions(Diagnostic<?> said) {
        return said.getMessage(Locale.ROOT).contains("not recognized by any processor");
    }

    boolean theirs() {
        return !ours;
    }
}
