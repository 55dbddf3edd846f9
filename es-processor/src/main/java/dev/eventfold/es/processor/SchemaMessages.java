package dev.eventfold.es.processor;

import dev.eventfold.es.processor.schema.Addition;
import dev.eventfold.es.processor.schema.Break;
import dev.eventfold.es.processor.schema.SchemaEntry;
import dev.eventfold.es.processor.schema.Stored;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a change means for what is stored, and how to mend it. */
final class SchemaMessages {
    private static final int MOST_LISTED = 3;

    private final SchemaSpots spots;
    private final Path file;
    private final Diagnostics diagnostics;

    SchemaMessages(SchemaSpots spots, Path file, Diagnostics diagnostics) {
        this.spots = spots;
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** One message, as one compilation mends all of it. */
    void report(List<Addition> additions) {
        if (additions.isEmpty()) {
            return;
        }
        String first = additions.stream()
                .limit(MOST_LISTED)
                .map(addition -> addition.entry().id().text() + " " + addition.what())
                .collect(Collectors.joining("; "));
        int more = additions.size() - MOST_LISTED;
        diagnostics.report(
                spots.of(additions.get(0).entry(), ""),
                Problem.UNRECORDED_CHANGE,
                more > 0 ? first + "; and " + more + " more" : first,
                file);
    }

    void report(Break found) {
        if (found instanceof Break.AggregateRenamed renamed) {
            report(renamed);
        } else if (found instanceof Break.AggregateGone gone) {
            report(gone);
        } else if (found instanceof Break.Renamed renamed) {
            report(renamed);
        } else if (found instanceof Break.FormerNameGone gone) {
            gone(
                    partOf("Former name", gone.name(), gone.now()),
                    spots.of(gone.now(), "formerly"),
                    Cause.of(gone.now().id(), "formerly"),
                    "");
        } else if (found instanceof Break.TimeoutGone gone) {
            gone(
                    partOf("Timeout", gone.name(), gone.now()),
                    spots.of(gone.now(), ""),
                    Cause.of(gone.now().id(), gone.name()),
                    "");
        } else if (found instanceof Break.VersionLowered lowered) {
            report(lowered);
        } else if (found instanceof Break.ShapeChanged changed) {
            report(changed);
        } else if (found instanceof Break.KeyChanged changed) {
            report(changed);
        } else if (found instanceof Break.InstanceIdChanged changed) {
            report(changed);
        }
    }

    /** Once for a class that held several: who deletes it makes one mistake. */
    void reportGone(List<Break.Gone> all) {
        Map<String, List<SchemaEntry>> byClass = new LinkedHashMap<>();
        for (Break.Gone gone : all) {
            byClass.computeIfAbsent(spots.lostClass(gone.locked()), first -> new ArrayList<>())
                    .add(gone.locked());
        }
        byClass.forEach((lost, together) -> {
            SchemaEntry first = together.get(0);
            String others = together.stream()
                    .skip(1)
                    .map(entry -> "\"" + entry.id().name() + "\"")
                    .collect(Collectors.joining(", "));
            gone(
                    first.id().text(),
                    spots.near(first),
                    Cause.of("gone", lost),
                    others.isEmpty() ? "" : " The same goes for " + others + ".");
        });
    }

    /** With what else its class held, if that is gone too. */
    private void report(Break.AggregateGone gone) {
        String held = gone.held().stream().map(entry -> entry.id().name()).collect(Collectors.joining(", "));
        List<String> lost =
                gone.held().stream().map(spots::lostClass).distinct().toList();
        gone(
                "Aggregate \"" + gone.name() + "\" with " + held,
                spots.ofAggregate(gone.name()),
                lost.size() == 1 ? Cause.of("gone", lost.get(0)) : Cause.of("gone", gone),
                "");
    }

    private static String partOf(String kind, String name, SchemaEntry whole) {
        String text = whole.id().text();
        return kind + " \"" + name + "\" of " + text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private void gone(String what, SourceSpot spot, Cause cause, String more) {
        diagnostics.report(spot, cause, Problem.STORED_NAME_GONE, what, file, more);
    }

    private void report(Break.AggregateRenamed renamed) {
        diagnostics.report(
                spots.ofAggregate(renamed.to()),
                Problem.STORED_NAME_CHANGED,
                "Aggregate \"" + renamed.from() + "\"",
                "now \"" + renamed.to() + "\"",
                "Name it \"" + renamed.from() + "\" again.");
    }

    private void report(Break.Renamed renamed) {
        Stored before = renamed.locked().id();
        Stored now = renamed.now().id();
        boolean moved = !before.aggregate().equals(now.aggregate());
        diagnostics.report(
                spots.of(renamed.now(), now.aggregate().isEmpty() || moved ? "value" : "name"),
                moved
                        ? Cause.of(before.kind(), before.aggregate(), now.aggregate())
                        : Cause.of("renamed", renamed.now().type()),
                Problem.STORED_NAME_CHANGED,
                before.text(),
                moved ? "now of aggregate \"" + now.aggregate() + "\"" : nowNamed(now.name(), renamed.isSure()),
                mend(before, moved));
    }

    private static String nowNamed(String name, boolean isSure) {
        return isSure ? "now \"" + name + "\"" : "gone, while \"" + name + "\" is new and looks the same";
    }

    private String mend(Stored before, boolean moved) {
        if (moved) {
            return "Leave it in \"" + before.aggregate()
                    + "\"; another aggregate takes an event or command of its own.";
        }
        if (before.kind() == Stored.Kind.SUBSCRIBER) {
            return "Name it \"" + before.name() + "\" again, or delete that from " + file + ", and it begins anew.";
        }
        String keep = before.kind() == Stored.Kind.STATE
                ? "name it \"" + before.name() + "\" again."
                : "keep the name with name = \"" + before.name() + "\".";
        return "Add formerly = \"" + before.name() + "\", or " + keep;
    }

    private void report(Break.VersionLowered lowered) {
        SchemaEntry now = lowered.now();
        diagnostics.report(
                spots.of(now, "version"),
                Problem.STORED_VERSION_LOWERED,
                now.id().text(),
                now.version(),
                lowered.locked());
    }

    private void report(Break.ShapeChanged changed) {
        SchemaEntry now = changed.now();
        boolean isPresent = changed.version() == now.version();
        SourceSpot spot = spots.of(now, changed.version());
        diagnostics.report(
                spot,
                changed.causes().isEmpty() ? Cause.of(spot) : Cause.of(changed.causes()),
                Problem.STORED_SHAPE_CHANGED,
                now.id().text(),
                changed.version(),
                String.join("; ", changed.misfits()),
                changed.locked(),
                changed.read(),
                isPresent
                        ? "Undo it, or set version = " + (now.version() + 1)
                                + " and add a static method with @Upcasts(from = " + now.version() + ")."
                        : "Let the upcaster take what was stored in that version.");
    }

    private void report(Break.KeyChanged changed) {
        Break.KeyChange first = changed.changes().get(0);
        String where = first.event().isEmpty() ? "" : " for " + first.event();
        diagnostics.report(
                spots.ofKey(changed.now(), first.event()),
                Problem.STORED_KEY_CHANGED,
                changed.now().id().text(),
                where + " from " + said(first.read()) + ", before from " + said(first.locked()),
                file);
    }

    /** Once for an aggregate, whose commands agree. */
    private void report(Break.InstanceIdChanged changed) {
        Stored command = changed.now().id();
        diagnostics.report(
                spots.ofInstanceId(changed.now()),
                Cause.of(command.aggregate(), Problem.STORED_ID_CHANGED),
                Problem.STORED_ID_CHANGED,
                command.aggregate(),
                changed.locked(),
                changed.read());
    }

    private static String said(String key) {
        return key.isEmpty() ? "nothing" : "\"" + key + "\"";
    }
}
