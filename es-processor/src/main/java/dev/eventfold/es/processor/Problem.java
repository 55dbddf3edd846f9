package dev.eventfold.es.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/** Every message that the processor can give: a stable code, what is wrong, and how to mend it. */
enum Problem {
    BAD_NAME("\"%s\" cannot be a stored name. Begin with a letter, a digit or _, go on with these and - . $, "
            + "do not end in a dot, and take at most 100 characters."),
    BAD_ID("%s cannot be an instance id. Take String, int, long, UUID, an enum, or a record of one of these."),

    WRONG_CLASS("%s is %s."),
    MISSING_CONSTRUCTOR("%s %s, and the state before the first event comes from it. Add %3$s() {…}, not private."),

    NOT_CALLABLE("%s() is %s."),
    WRONG_PARAMETER("%s() takes %s. Such a method %s."),
    WRONG_RESULT("%s() returns %s. Such a method %s."),
    DUPLICATE_HANDLER("Command \"%s\" is already handled by %s(). Keep one of the two."),
    DUPLICATE_APPLIER("Event \"%s\" is already applied by %s(). Keep one of the two."),
    DUPLICATE_REACTION("\"%s\" is already reacted to by %s(). Keep one of the two, or make them two process managers."),

    AGGREGATE_CONTRADICTION("%s, which is a %s of aggregate \"%s\"; %s.%s"),
    EVENT_CONTRADICTION("%s takes the family %s, so it reacts to every event of it. Leave out event."),
    UNKNOWN_EVENT("No event \"%s\" in aggregate \"%s\".%s"),
    MISSING_AGGREGATE(
            "%s takes a RecordedEvent, which does not say whose. Add aggregate = \"…\", or aggregate = Reacts.ANY for all."),
    REPEATED_REACTION(
            "%s repeats @Reacts, but its parameter allows for one event. Take a RecordedEvent, or one @Reacts."),

    UNKNOWN_KEY("%s has no component or method \"%s\" to take the key from.%s"),
    KEY_TYPE(
            "%s of %s is a %s, which cannot be a key. Take String, int, long, UUID, an enum, a record of one of these, "
                    + "or a Collection of one."),

    DEFAULT_PACKAGE(
            "%s is in the unnamed package, but annotated types need a named package. Begin the file with package …;"),
    NO_PACKAGE(
            "Packages %s and %s have nothing in common, so there is no place for Commands. Mark one package with @EventSourced in its "
                    + "package-info.java, or pass -Aeventfold.package=…"),
    BAD_OPTION("-A%s=%s is not a package name."),
    NOT_WRITTEN("%s cannot be written: %s"),
    NOT_OVERWRITTEN("%s is there already and this compiler does not replace it. Compile all sources together.");

    private final String template;

    Problem(String template) {
        this.template = template;
    }

    /** Stable: people search for it and link to it. */
    String code() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    boolean isWarning() {
        return false;
    }

    Diagnostic.Kind kind() {
        return isWarning() ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
    }

    String message(Object... facts) {
        return "[ES:" + code() + "] " + template.formatted(facts);
    }
}
