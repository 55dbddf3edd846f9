package dev.eventfold.es.runtime.snapshot;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that a class names, as its compiled form says: rather some too many than one too few. */
final class ClassFile {
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>:()\\[.*+ ]+)[;<]");

    private ClassFile() {}

    /**
     * Reads the constants, among which each class stands that is named in code, in the types of members or in annotations.
     *
     * @param bytes the class
     * @return names with slashes
     */
    static Set<String> named(byte[] bytes) throws IOException {
        DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes));
        input.skipNBytes(8);
        int count = input.readUnsignedShort();
        String[] texts = new String[count];
        List<Integer> classes = new ArrayList<>();
        for (int n = 1; n < count; n++) {
            int tag = input.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[n] = input.readUTF();
                case 7 -> classes.add(input.readUnsignedShort());
                case 8, 16, 19, 20 -> input.skipNBytes(2);
                case 15 -> input.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> input.skipNBytes(4);
                case 5, 6 -> {
                    input.skipNBytes(8);
                    n++;
                }
                default -> throw new IOException("no such constant in a class: tag=" + tag);
            }
        }
        return named(texts, classes);
    }

    private static Set<String> named(String[] texts, List<Integer> classes) {
        Set<String> named = new TreeSet<>();
        for (int index : classes) {
            if (!texts[index].startsWith("[")) {
                named.add(texts[index]);
            }
        }
        for (String text : texts) {
            if (text != null && text.indexOf(';') > 0) {
                Matcher matcher = IN_DESCRIPTOR.matcher(text);
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        return named;
    }
}
