package dev.eventfold.es.processor.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a class can read what is stored, by the rules of the codec. */
final class ShapeReading {
    static final String NO_LONGER = "no longer has ";

    private final Stored.Kind rules;

    ShapeReading(Stored.Kind rules) {
        this.rules = rules;
    }

    /** Where it cannot; nothing when it can. */
    List<Misfit> misfits(Shape reader, Shape stored) {
        if (reader instanceof Shape.Value value && value.type().equals("Object")) {
            return List.of();
        }
        if (reader instanceof Shape.Maybe maybe) {
            return misfits(maybe.of(), stored instanceof Shape.Maybe known ? known.of() : stored);
        }
        if (reader instanceof Shape.Structure structure && stored instanceof Shape.Structure known) {
            return ofMembers(structure, known);
        }
        if (reader instanceof Shape.Variants variants && stored instanceof Shape.Variants known) {
            return ofVariants(variants, known);
        }
        if (reader instanceof Shape.Sequence sequence && stored instanceof Shape.Sequence known) {
            boolean loses = sequence.isSet() && !known.isSet();
            return loses ? List.of(differs(reader, stored)) : misfits(sequence.of(), known.of());
        }
        if (reader instanceof Shape.Dictionary dictionary) {
            return ofDictionary(dictionary, stored);
        }
        if (reader instanceof Shape.Choice choice && stored instanceof Shape.Choice known) {
            return ofChoice(choice, known);
        }
        return isSameOrWider(reader, stored) ? List.of() : List.of(differs(reader, stored));
    }

    private static boolean isSameOrWider(Shape reader, Shape stored) {
        if (reader instanceof Shape.Value value) {
            boolean isText = value.type().equals("String") && stored instanceof Shape.Choice;
            return isText || (stored instanceof Shape.Value known && Widening.reads(value.type(), known.type()));
        }
        return reader.equals(stored);
    }

    private List<Misfit> ofMembers(Shape.Structure reader, Shape.Structure stored) {
        List<Misfit> misfits = new ArrayList<>();
        Set<String> unread = new TreeSet<>(stored.members().keySet());
        boolean keepsInitialValues = reader.keepsInitialValues() && rules.keepsInitialValues();
        boolean readsAliases = !reader.keepsInitialValues() || keepsInitialValues;
        reader.members().forEach((name, member) -> {
            List<Shape.Member> read = new ArrayList<>();
            take(name, stored, unread).ifPresent(read::add);
            if (readsAliases) {
                member.alsoReads().forEach(alias -> take(alias, stored, unread).ifPresent(read::add));
            }
            ofMember(member.shape(), read, keepsInitialValues).forEach(misfit -> misfits.add(misfit.in(name)));
        });
        if (rules.refusesUnknownMembers()) {
            unread.forEach(name -> misfits.add(new Misfit(List.of(name), "is stored, but nothing reads it")));
        }
        return misfits;
    }

    private static Optional<Shape.Member> take(String name, Shape.Structure stored, Set<String> unread) {
        unread.remove(name);
        return Optional.ofNullable(stored.members().get(name));
    }

    /** With several there is a member under one name or another. */
    private List<Misfit> ofMember(Shape reader, List<Shape.Member> stored, boolean keepsInitialValues) {
        boolean mayBeMissing = reader instanceof Shape.Maybe || keepsInitialValues;
        if (stored.isEmpty()) {
            return mayBeMissing ? List.of() : List.of(new Misfit(List.of(), "is new and required"));
        }
        if (stored.size() == 1 && stored.get(0).isMissingInSome() && !mayBeMissing) {
            return List.of(new Misfit(List.of(), "is required, but missing in some of what is stored"));
        }
        return stored.stream()
                .flatMap(member -> misfits(reader, member.shape()).stream())
                .toList();
    }

    private List<Misfit> ofVariants(Shape.Variants reader, Shape.Variants stored) {
        List<Misfit> misfits = new ArrayList<>();
        stored.byName()
                .forEach((name, shape) -> Optional.ofNullable(reader.byName().get(name))
                        .map(known -> misfits(known, shape))
                        .orElseGet(() -> List.of(new Misfit(List.of(), "is stored, but no variant any more")))
                        .forEach(misfit -> misfits.add(misfit.in(name))));
        return misfits;
    }

    private List<Misfit> ofDictionary(Shape.Dictionary reader, Shape stored) {
        if (stored instanceof Shape.Dictionary known) {
            boolean keysFit = reader.key().equals(new Shape.Value("String"))
                    || misfits(reader.key(), known.key()).isEmpty();
            return keysFit ? misfits(reader.value(), known.value()) : List.of(differs(reader, stored));
        }
        boolean readsMembers = reader.equals(Shape.Dictionary.MEMBERS)
                && (stored instanceof Shape.Structure || stored instanceof Shape.Variants);
        return readsMembers ? List.of() : List.of(differs(reader, stored));
    }

    private static List<Misfit> ofChoice(Shape.Choice reader, Shape.Choice stored) {
        Set<String> gone = new TreeSet<>(stored.constants());
        gone.removeAll(reader.constants());
        return gone.isEmpty() ? List.of() : List.of(new Misfit(List.of(), NO_LONGER + String.join(", ", gone)));
    }

    private static Misfit differs(Shape reader, Shape stored) {
        return new Misfit(List.of(), "was " + ShapeText.inline(stored) + " and is " + ShapeText.inline(reader));
    }
}
