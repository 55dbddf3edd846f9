package dev.eventfold.es.processor.schema;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shapes as people read them: in messages on one line, in the schema lock one member a line. */
public final class ShapeText {
    static final String OBJECT = "object";
    static final String VARIANTS = "variants";

    private static final String INDENT = "  ";

    private ShapeText() {}

    /**
     * All of it on one line.
     *
     * @param shape any
     * @return the same for shapes that are equal
     */
    public static String inline(Shape shape) {
        if (shape instanceof Shape.Structure structure) {
            return structure.members().entrySet().stream()
                    .map(member ->
                            name(member) + ": " + inline(member.getValue().shape()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (shape instanceof Shape.Variants variants) {
            return variants.byName().entrySet().stream()
                    .map(variant -> Quoted.text(variant.getKey()) + ": " + inline(variant.getValue()))
                    .collect(Collectors.joining(", ", "variants {", "}"));
        }
        return around(shape, ShapeText::inline);
    }

    /** What stands behind a member's name; {@link #lines} gives the members of the object in it. */
    static String type(Shape shape) {
        if (shape instanceof Shape.Structure) {
            return OBJECT;
        }
        return shape instanceof Shape.Variants ? VARIANTS : around(shape, ShapeText::type);
    }

    /** The members of an object, or of the object that a container holds, each a line. */
    static void lines(Shape shape, String indent, StringBuilder text) {
        if (shape instanceof Shape.Structure structure) {
            structure
                    .members()
                    .entrySet()
                    .forEach(member -> line(name(member), member.getValue().shape(), indent, text));
        } else if (shape instanceof Shape.Variants variants) {
            variants.byName().forEach((name, variant) -> line(Quoted.text(name), variant, indent, text));
        } else if (shape instanceof Shape.Maybe maybe) {
            lines(maybe.of(), indent, text);
        } else if (shape instanceof Shape.Sequence sequence) {
            lines(sequence.of(), indent, text);
        } else if (shape instanceof Shape.Dictionary dictionary) {
            lines(dictionary.value(), indent, text);
        }
    }

    private static void line(String name, Shape shape, String indent, StringBuilder text) {
        text.append(indent).append(name).append(": ").append(type(shape)).append('\n');
        lines(shape, indent + INDENT, text);
    }

    private static String name(Map.Entry<String, Shape.Member> member) {
        return Quoted.text(member.getKey()) + (member.getValue().isMissingInSome() ? "?" : "");
    }

    private static String around(Shape shape, Function<Shape, String> inner) {
        if (shape instanceof Shape.Maybe maybe) {
            return "Optional<" + inner.apply(maybe.of()) + ">";
        }
        if (shape instanceof Shape.Sequence sequence) {
            return (sequence.isSet() ? "Set<" : "List<") + inner.apply(sequence.of()) + ">";
        }
        if (shape instanceof Shape.Dictionary dictionary) {
            return "Map<" + inner.apply(dictionary.key()) + ", " + inner.apply(dictionary.value()) + ">";
        }
        if (shape instanceof Shape.Choice choice) {
            return choice.constants().stream().map(Quoted::text).collect(Collectors.joining(", ", "enum(", ")"));
        }
        if (shape instanceof Shape.Enclosing enclosing) {
            return "enclosing(" + enclosing.levels() + ")";
        }
        return ((Shape.Value) shape).type();
    }
}
