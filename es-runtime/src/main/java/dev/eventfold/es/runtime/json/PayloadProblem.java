package dev.eventfold.es.runtime.json;

import java.lang.reflect.InaccessibleObjectException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with a payload, in one line: the class, the path to the member, the problem. */
final class PayloadProblem {
    private PayloadProblem() {}

    static String of(String failure, Class<?> type, JacksonException e) {
        return failure + ": type=" + type.getName() + ", path=" + path(e.getPath()) + ", problem=" + problem(type, e);
    }

    /** Of what is neither the library's nor the payload's fault: code of the user threw. */
    static String of(String failure, Class<?> type, RuntimeException e) {
        return failure + ": type=" + type.getName() + ", path=(root), problem=its own reader or writer threw " + e;
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? "(root)" : path.toString();
    }

    private static String problem(Class<?> type, JacksonException e) {
        if (isInaccessible(e)) {
            return "its module does not open its package; add to module-info.java: opens " + type.getPackageName()
                    + " to tools.jackson.databind;";
        }
        if (e instanceof PropertyBindingException unknown) {
            return "unknown member \"" + unknown.getPropertyName() + "\", known are " + known(unknown);
        }
        if (e instanceof ValueInstantiationException && e.getCause() != null) {
            return "its constructor threw " + e.getCause();
        }
        return withoutAdvice(firstLine(e.getOriginalMessage()));
    }

    private static Set<String> known(PropertyBindingException unknown) {
        Set<String> names = new TreeSet<>();
        Collection<Object> ids = unknown.getKnownPropertyIds();
        if (ids != null) {
            ids.forEach(id -> names.add(String.valueOf(id)));
        }
        return names;
    }

    private static boolean isInaccessible(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof InaccessibleObjectException) {
                return true;
            }
        }
        return false;
    }

    /** The library's advice is about its own settings, which are not the user's to change. */
    private static String withoutAdvice(String message) {
        int advice = message.indexOf(" (but ");
        return advice < 0 ? message : message.substring(0, advice);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "none given" : message.lines().findFirst().orElse("none given");
    }
}
