package dev.eventfold.es.processor.schema;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads shapes back from the schema lock: the inverse of {@link ShapeText}. */
final class ShapeParser {
    private final SchemaLine line;
    private final String text;
    private int at;
    private boolean hasMembers;

    private ShapeParser(SchemaLine line) {
        this.line = line;
        this.text = line.text();
    }

    /** The object whose members are these lines. */
    static Shape.Structure structure(List<SchemaLine> lines) {
        SortedMap<String, Shape.Member> members = new TreeMap<>();
        for (SchemaLine line : lines) {
            ShapeParser parser = new ShapeParser(line);
            String name = parser.name();
            boolean isMissingInSome = parser.skip("?");
            if (members.put(name, new Shape.Member(parser.rest(), isMissingInSome, Set.of())) != null) {
                throw line.wrong("a second " + name);
            }
        }
        return new Shape.Structure(members, false);
    }

    private static Shape variants(List<SchemaLine> lines) {
        SortedMap<String, Shape> byName = new TreeMap<>();
        for (SchemaLine line : lines) {
            ShapeParser parser = new ShapeParser(line);
            byName.put(parser.name(), parser.rest());
        }
        return new Shape.Variants(byName);
    }

    /** A shape without an object in it, for the version of what is stored as one value. */
    static Shape of(SchemaLine line, int from) {
        ShapeParser parser = new ShapeParser(line);
        parser.at = from;
        return parser.rest();
    }

    private Shape rest() {
        expect(": ");
        Shape shape = shape();
        if (at < text.length()) {
            throw wrong("the end of the line");
        }
        if (!hasMembers) {
            line.checkIsLeaf();
        }
        return shape;
    }

    private Shape shape() {
        if (skip("Optional<")) {
            return new Shape.Maybe(closed());
        }
        if (skip("List<")) {
            return new Shape.Sequence(false, closed());
        }
        if (skip("Set<")) {
            return new Shape.Sequence(true, closed());
        }
        if (skip("Map<")) {
            Shape key = shape();
            expect(", ");
            return new Shape.Dictionary(key, closed());
        }
        if (skip("enum(")) {
            return choice();
        }
        if (skip("enclosing(")) {
            String levels = name();
            expect(")");
            if (!levels.matches("[0-9]{1,4}")) {
                throw wrong("a number of levels");
            }
            return new Shape.Enclosing(Integer.parseInt(levels));
        }
        return named(word());
    }

    private Shape named(String word) {
        hasMembers |= word.equals(ShapeText.OBJECT) || word.equals(ShapeText.VARIANTS);
        return switch (word) {
            case ShapeText.OBJECT -> structure(line.children());
            case ShapeText.VARIANTS -> variants(line.children());
            default -> new Shape.Value(word);
        };
    }

    private Shape closed() {
        Shape shape = shape();
        expect(">");
        return shape;
    }

    private Shape choice() {
        TreeSet<String> constants = new TreeSet<>();
        while (!skip(")")) {
            if (!constants.isEmpty()) {
                expect(", ");
            }
            constants.add(name());
        }
        return new Shape.Choice(constants);
    }

    private String word() {
        int from = at;
        while (at < text.length() && "<>(),: ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (from == at) {
            throw wrong("a type");
        }
        return text.substring(from, at);
    }

    private String name() {
        Quoted.Read read = Quoted.read(text, at).orElseThrow(() -> wrong("a name"));
        at = read.end();
        return read.name();
    }

    private boolean skip(String token) {
        boolean found = text.startsWith(token, at);
        at += found ? token.length() : 0;
        return found;
    }

    private void expect(String token) {
        if (!skip(token)) {
            throw wrong("\"" + token + "\"");
        }
    }

    private SchemaSyntax wrong(String expected) {
        return line.wrong("expected " + expected + " at column " + (at + 1) + " of: " + text);
    }
}
