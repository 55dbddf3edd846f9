package dev.eventfold.es.it.mutation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of a source that is replaced.
 *
 * @param file the path of the source
 * @param from where the piece begins
 * @param to where it ends
 * @param text what comes in its place
 */
record Edit(String file, int from, int to, String text) {
    static Edit delete(String file, int from, int to) {
        return new Edit(file, from, to, "");
    }

    /** Applies edits of one source; those inside another one go with it. */
    static String apply(String source, Collection<Edit> edits) {
        List<Edit> inOrder = new ArrayList<>(edits.stream().distinct().toList());
        inOrder.sort(Comparator.comparingInt(Edit::from).thenComparing(Edit::to, Comparator.reverseOrder()));
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Edit edit : inOrder) {
            if (edit.from < at) {
                continue;
            }
            text.append(source, at, edit.from).append(edit.text);
            at = edit.to;
        }
        return text.append(source, at, source.length()).toString();
    }
}
