package dev.eventfold.es.runtime.store.file;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes as disks, editors and people do. The same for the same random numbers. */
final class Mutator {
    private static final byte[][] WORDS = {
        "{\"c\":".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        ",\"synced\":999999999".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "\\u0000\\".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "99999999999999999999".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "-1".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        new byte[8],
        {-1, -1, -1, -1, -1, -1, -1, -1},
        new byte[512]
    };

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    /** Something else than the content, with pieces of itself and of another. */
    byte[] mutate(byte[] content, byte[] other) {
        byte[] mutated = content;
        do {
            mutated = mutateOnce(mutated, other);
        } while (random.nextInt(3) == 0 || Arrays.equals(mutated, content));
        return mutated;
    }

    private byte[] mutateOnce(byte[] content, byte[] other) {
        int at = random.nextInt(content.length + 1);
        int length = Math.min(content.length - at, random.nextInt(1 + random.nextInt(300)));
        return switch (random.nextInt(8)) {
            case 0 -> flip(content);
            case 1 -> splice(content, at, length, new byte[0]);
            case 2 -> splice(content, at, length, piece(other));
            case 3 -> splice(content, at, 0, piece(content));
            case 4 -> splice(content, at, Math.min(length, 8), WORDS[random.nextInt(WORDS.length)]);
            case 5 -> Arrays.copyOf(content, at);
            case 6 -> splice(content, at, length, new byte[length]);
            default -> swapLines(content);
        };
    }

    private byte[] flip(byte[] content) {
        byte[] flipped = content.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] piece(byte[] of) {
        int from = random.nextInt(of.length + 1);
        return Arrays.copyOfRange(of, from, Math.min(of.length, from + random.nextInt(400)));
    }

    private static byte[] splice(byte[] content, int at, int gone, byte[] piece) {
        byte[] spliced = Arrays.copyOf(content, content.length - gone + piece.length);
        System.arraycopy(piece, 0, spliced, at, piece.length);
        System.arraycopy(content, at + gone, spliced, at + piece.length, content.length - at - gone);
        return spliced;
    }

    private byte[] swapLines(byte[] content) {
        List<byte[]> lines = lines(content);
        if (lines.size() < 2) {
            return flip(content);
        }
        int from = random.nextInt(lines.size());
        int to = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            java.util.Collections.swap(lines, from, to);
        } else {
            lines.add(to, lines.get(from));
        }
        return join(lines);
    }

    /** One line changed anywhere, and its checksum made right again. */
    byte[] mutateSealed(byte[] content, String storeId) {
        List<byte[]> lines = lines(content);
        int n = random.nextInt(lines.size());
        byte[] line = lines.get(n);
        byte[] body = Arrays.copyOf(line, Math.max(0, line.length - Checksum.LENGTH - 1));
        byte[] mutated = mutate(body, body);
        lines.set(n, seal(mutated, mutated.length, storeId));
        return join(lines);
    }

    /** The same lines, each with the checksum that it should have. */
    static byte[] seal(byte[] content, String storeId) {
        List<byte[]> lines = lines(content);
        lines.replaceAll(line -> seal(line, line.length - Checksum.LENGTH - 1, storeId));
        return join(lines);
    }

    private static byte[] seal(byte[] line, int length, String storeId) {
        LineBuffer sealed = new LineBuffer(256);
        sealed.raw(line, 0, Math.max(0, length));
        new Checksum(storeId).close(sealed, 0);
        return sealed.raw('\n').toByteArray();
    }

    private static List<byte[]> lines(byte[] content) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                lines.add(Arrays.copyOfRange(content, from, at + 1));
                from = at + 1;
            }
        }
        if (from < content.length) {
            lines.add(Arrays.copyOfRange(content, from, content.length));
        }
        return lines;
    }

    private static byte[] join(List<byte[]> lines) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        lines.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}
