package dev.eventfold.es.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;

/** Every message that the processor can give: a stable code, what is wrong, and how to mend it. */
enum Problem {
    BAD_NAME("\"%s\" cannot be a stored name. Begin with a letter, a digit or _, go on with these and - . $, "
            + "do not end in a dot, and take at most 100 characters."),
    DUPLICATE_NAME("%s \"%s\" is already the name of %s%s, case ignored. Give one of them another name."),
    BAD_ID("%s cannot be an instance id. Take String, int, long, UUID, an enum, or a record of one of these."),
    ID_CONTRADICTION("%s takes %s as instance id, but %s takes %s. All commands of \"%s\" take the same."),

    WRONG_CLASS("%s is %s."),
    INHERITED_METHOD("%s inherits %s() with @%s from %s, and inherited ones are not called. Move it into %1$s."),
    MISSING_CONSTRUCTOR("%s %s, and its first state comes from that. Add %1$s() { … }, not private."),
    FINAL_STATE(
            "%s of %s is final, so it would keep its initial value when it is read back. Remove final, or use a record."),

    WRONG_PAYLOAD("%s cannot be %s: it is %s."),
    MAP_KEY("%s of %s has a map with keys of type %s, whose text cannot be read back. "
            + "Take String, an enum, an integer, UUID, or a record of one of these."),
    OPEN_FAMILY(
            "%s is an open interface, so nobody can say which %ss it stands for. Make it sealed, or mark each record."),
    BAD_MEMBER(
            "%s is a member of a family of %ss, but can be extended. Make it a record, a final class or a sealed interface."),
    FAMILY_ATTRIBUTE("%s is a family, which is not stored itself. Leave out %s, or put it on a member."),
    BAD_VERSION("%s is no version. The first shape is version 1, and each change adds one."),
    MISSING_UPCASTER(
            "%s is of version %s, but nothing reads version %s. Add a static method with @Upcasts(from = %3$s)."),
    UPCASTER_OUT_OF_RANGE(
            "Version %s of %s is none that is older than the present version %s. Raise version, or change from."),
    DUPLICATE_UPCASTER("Version %s is already read by %s. Keep one of the two."),
    NOT_ACCESSIBLE(
            "%s is not accessible from package %s, where generated code names it. Make it public, and what encloses it."),

    NOT_MARKED(
            "%s is used as %s in %s places, first by %s, but is not marked. Mark it @%s(\"%s\"), or use another class."),
    STRAY_METHOD("%s() has @%s, but %s is not marked %s. Mark the class, or remove the annotation.%s"),
    NOT_CALLABLE("%s() is %s."),
    WRONG_PARAMETER("%s() takes %s. Such a method %s."),
    WRONG_RESULT("%s() returns %s. Such a method %s."),
    DUPLICATE_HANDLER("Command \"%s\" is already handled by %s. Keep one of the two."),
    DUPLICATE_APPLIER("Event \"%s\" is already applied by %s. Keep one of the two."),
    DUPLICATE_REACTION("%s is already %s by %s. Keep one of the two, or make them two %ss."),
    DUPLICATE_REJECTION("The rejection of \"%s/%s\" is already reacted to by %s. Keep one of the two."),
    DUPLICATE_TIMEOUT(
            "Timeout \"%s\" and timeout \"%s\" of %s have one constant, %s. Keep one of the two, or rename one."),
    UNHANDLED_COMMAND(
            "Command \"%s\" of aggregate \"%s\" has no handler. Add a method with @Handles to %s that takes %s.%s"),
    UNAPPLIED_EVENT(
            "Event \"%s\" of aggregate \"%s\" is not applied. Add a method with @Applies to %s that takes %s.%s"),

    AGGREGATE_CONTRADICTION("%s of aggregate \"%s\"; %s.%s"),
    EVENT_CONTRADICTION(
            "%s() takes %s, which is event \"%s\"; this says \"%s\". Change one of the two, or leave out event."),
    EVENT_OF_FAMILY(
            "%s() takes the family %s, so it %s every event of it. Leave out event, or take one of its events."),
    UNKNOWN_EVENT("No event \"%s\" in aggregate \"%s\".%s"),
    MISSING_AGGREGATE(
            "%s() takes a RecordedEvent, which does not say whose. Add aggregate = \"…\", or aggregate = Reacts.ANY."),
    REPEATED_REACTION(
            "%s() repeats @Reacts, but its parameter is one event. Keep one @Reacts, or take a RecordedEvent."),

    NO_REACTIONS("%s %s nothing. Add a method with @%s."),
    UNSTATED_START(
            "%s does not say where it begins in a store that has events already. Say startFrom = NOW, or BEGINNING "
                    + "for all of history."),
    NEVER_APPLIED(
            "%s applies event \"%s\" but does not react to it, so it is never read. Add a reaction, or remove this."),

    NOT_A_COMMAND(
            "%s is %s, and only commands can be sent. Name classes that are marked @CommandFor, or sealed families of them."),
    SENDS_NOTHING("%s() is void, so it sends nothing. Return the commands, or leave out sends."),

    UNKNOWN_KEY("%s has no component or method \"%s\" to take the key from.%s"),
    KEY_TYPE("%s of %s is %s, which cannot be a key. Take String, int, long, UUID, an enum, a record of one of these, "
            + "or a Collection of one."),
    KEY_TYPES_DIFFER("The key is %s in %s, but %s in %s. All keys of a %s have one type, or are String."),
    MISSING_KEY("%s has no key, but %s has one. Either every %s has a key or none has%s."),
    LIFE_WITHOUT_KEY(
            "%s needs a key: without one there is a single instance, which never %s. Add a key, or remove this."),

    UNNAMED_PACKAGE(
            "%s is in the unnamed package, but annotated types need a named package. Begin the file with package …;"),
    NO_PACKAGE(
            "Packages %s and %s have nothing in common, so there is no place for Commands. Mark one package with @EventSourced "
                    + "in its package-info.java, or pass -Aeventfold.package=…"),
    TWO_PACKAGES("@EventSourced marks %s and %s, but a module has one place for Commands. Keep one of the two."),
    NAME_TAKEN("%s is the name of a class to be generated%s. Rename this one."),
    STALE_SOURCE("%s was generated by an earlier compile, is out of date, and stands among the sources. Delete it."),
    UNSEEN_OUTPUT(
            "%s was compiled before, but is neither a source now nor on the class path, so Commands would lose it. "
                    + "Add the output directory to the class path, or compile all sources."),
    HIDDEN_CLASS("%s would hide a class of that name on the class path, perhaps of this module's main sources. "
            + "Pass -Aeventfold.package=…, or mark another package with @EventSourced."),
    MISSING_PROVIDES("Module %s does not say what it brings. Add to module-info.java: provides %s with %s;"),
    MISSING_OPENS(
            "Module %s keeps the codec out of package %s, whose types are stored. Add to module-info.java: opens %s;"),
    TOO_LATE("%s was generated after Commands was written. Compile what generates it in a module of its own."),
    BAD_OPTION("-A%s=%s is not %s."),
    UNKNOWN_OPTION("There is no option -A%s.%s"),
    MISSING_SCHEMA("There is no schema lock %s. Compile once with -Aeventfold.schema.update=true, which writes it, and "
            + "check it in."),
    BROKEN_SCHEMA(
            "The schema lock %s cannot be read: %s. Mend it, or take it as it was checked in and compile once with "
                    + "-Aeventfold.schema.update=true."),
    UNRECORDED_CHANGE("%s. All that is stored stays readable, but %s does not say it yet: compile once with "
            + "-Aeventfold.schema.update=true, and check in what changes."),
    STORED_NAME_GONE("%s is gone, and nothing could read what is stored of it. Bring it back; if no store holds any, "
            + "delete it from %s.%s"),
    STORED_NAME_CHANGED("%s is %s, and nothing could read what is stored under the old name. %s"),
    STORED_SHAPE_CHANGED("%s, version %s, cannot read what is stored: %s. Locked: %s. Now: %s. %s"),
    STORED_VERSION_LOWERED(
            "%s is of version %s, but stores hold version %s. Keep the higher version, with its upcasters."),
    STORED_ID_CHANGED(
            "Instances of aggregate \"%s\" are stored under any %s, and not each of these is %s. Keep the type, or take one "
                    + "that has room for all of them, as String has."),
    STORED_KEY_CHANGED("%s takes its key%s, and would not find its instances. Keep the key, or make it another process "
            + "manager beside this one; if both give the same text, change the key in %s."),
    NOT_WRITTEN("%s cannot be written: %s"),
    NOT_OVERWRITTEN("%s is there already and this compiler does not replace it. Compile all sources together."),

    UNKNOWN_AGGREGATE("unknown-aggregate", "No aggregate \"%s\" in this module.%s"),
    NO_PRODUCER("no-producer", "No handler of %2$s returns event \"%1$s\", so it only comes from outside.%3$s"),
    NEVER_STARTS("never-starts", "%s has keys, but no reaction has starts = true, so no instance ever begins."),
    NEVER_ENDS(
            "never-ends",
            "%s has keys, but no reaction has ends = true or returns Effect, so instances are kept for ever."),
    LOOP(
            "loop",
            "%s reacts to the events of its own commands, without an end: %s. End it, or see that it stops by itself."),
    UNSAID_SENDS(
            "unsaid-sends",
            "%s does not say what it sends, as %s does, so the picture cannot show it and a loop through it is not seen. "
                    + "Add sends = …, or sends = {} for nothing.");

    private final String key;
    private final String template;

    Problem(String template) {
        this("", template);
    }

    Problem(String key, String template) {
        this.key = key;
        this.template = template;
    }

    /** Stable: people search for it and link to it. */
    String code() {
        return Arrays.stream(name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    boolean isWarning() {
        return !key.isEmpty() || this == NOT_OVERWRITTEN;
    }

    /** Whether it is said only where nothing else is wrong: who deletes an event has lost its handler and its reactions in one stroke. */
    boolean followsFromOthers() {
        return this == NO_REACTIONS;
    }

    /** Whether a class wants to hear of it; the annotation that silences it is not in class files. */
    boolean isWanted(Declared where) {
        return where.compiledHere() && !where.declaration().silenced().contains(key);
    }

    /** What silences a warning of ours. */
    Optional<String> silence() {
        return key.isEmpty() ? Optional.empty() : Optional.of("eventfold:" + key);
    }

    Diagnostic.Kind kind() {
        return isWarning() ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
    }

    String message(Object... facts) {
        return "[ES:" + code() + "] " + inOneLine(template.formatted(facts));
    }

    /** How to silence it, for the end of a message. */
    String hint() {
        return silence()
                .map(name -> " Silence: @SuppressWarnings(\"" + name + "\").")
                .orElse("");
    }

    /** A name may hold what breaks lines or cannot be seen. */
    private static String inOneLine(String text) {
        return text.codePoints()
                .mapToObj(c -> c == '\n'
                        ? "\\n"
                        : Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }
}
