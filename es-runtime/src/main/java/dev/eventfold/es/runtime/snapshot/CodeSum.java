package dev.eventfold.es.runtime.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sum over the compiled form of some classes, of all that these name, of all that those name, and so on, without the JDK: where it is the same,
 * the code does what it did. A library counts as far as it is named.
 */
final class CodeSum {
    /** More than that are no domain model. */
    private static final int MOST = 10_000;

    private static final String LAMBDA = "$$Lambda";
    private static final int LENGTH = 16;

    private final ClassLoader loader;
    private final SortedMap<String, byte[]> classes = new TreeMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    private CodeSum(ClassLoader loader) {
        this.loader = loader;
    }

    /** Of each class once: what it reaches is what it was when it was loaded. */
    private static final ClassValue<String> KNOWN = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return sum(type);
        }
    };

    /**
     * Of what some classes reach.
     *
     * @param roots the classes
     * @return empty when it cannot be told, because their compiled form is not to be had
     */
    static String of(List<Class<?>> roots) {
        MessageDigest digest = sha256();
        for (Class<?> root : roots) {
            String sum = KNOWN.get(root);
            if (sum.isEmpty()) {
                return "";
            }
            digest.update(sum.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static String sum(Class<?> root) {
        ClassLoader loader = root.getClassLoader();
        CodeSum sum = new CodeSum(loader == null ? ClassLoader.getSystemClassLoader() : loader);
        try {
            return sum.addAll(name(root)) ? sum.text() : "";
        } catch (IOException | RuntimeException e) {
            // Whatever a class loader says of its resources, the code cannot be told.
            return "";
        }
    }

    private boolean addAll(String root) throws IOException {
        open.add(root);
        while (!open.isEmpty() && classes.size() <= MOST) {
            add(open.remove());
        }
        byte[] found = classes.get(root);
        return open.isEmpty() && found != null && found.length > 0;
    }

    /** Of a lambda there is no compiled form but that of the class where it is written. */
    private static String name(Class<?> type) {
        String name = type.getName();
        int lambda = name.indexOf(LAMBDA);
        return (lambda < 0 ? name : name.substring(0, lambda)).replace('.', '/');
    }

    private void add(String name) throws IOException {
        if (name.startsWith("java/") || name.startsWith("jdk/") || classes.containsKey(name)) {
            return;
        }
        byte[] bytes = bytes(name);
        classes.put(name, bytes);
        if (bytes.length > 0) {
            open.addAll(ClassFile.named(bytes));
        }
    }

    /** Empty for a class that is not there, as the optional parts of libraries are, and for those of the JDK. */
    private byte[] bytes(String name) throws IOException {
        URL found = loader.getResource(name + ".class");
        if (found == null || found.getProtocol().equals("jrt")) {
            return new byte[0];
        }
        try (InputStream input = found.openStream()) {
            return input.readAllBytes();
        }
    }

    private String text() {
        MessageDigest digest = sha256();
        digest.update((byte) Runtime.version().feature());
        classes.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256().digest(bytes));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
