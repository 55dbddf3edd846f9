package dev.eventfold.es.processor;

import dev.eventfold.es.processor.schema.ShapeText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads what the states of a projection that were kept earlier depend on: the events that it takes, their keys, and what a state consists of. A sum
 * of it stands in its definition. What its methods do with an event no processor sees.
 */
final class WiringReader {
    private static final int BYTES = 8;

    private final JavaTypes types;
    private final ShapeReader shapes;

    WiringReader(JavaTypes types, ShapeReader shapes) {
        this.types = types;
        this.shapes = shapes;
    }

    /** The same for the same wiring, whatever the order of methods, fields and names. */
    String read(Projection projection) {
        SortedSet<String> lines = new TreeSet<>();
        lines.add(ShapeText.inline(shapes.read(types.find(projection.type()).orElseThrow())));
        for (Reaction reaction : projection.reactions()) {
            Target target = reaction.target();
            target.names().forEach(name -> lines.add(target.aggregate() + "/" + name + " " + key(reaction.key())));
        }
        return sum(String.join("\n", lines));
    }

    private static String key(Key key) {
        if (key instanceof Key.Component component) {
            return (component.each() ? "each of " : "component ") + component.accessor();
        }
        if (key instanceof Key.JsonMember member) {
            return "member " + member.name();
        }
        return key instanceof Key.InstanceId ? "instance" : "none";
    }

    private static String sum(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
