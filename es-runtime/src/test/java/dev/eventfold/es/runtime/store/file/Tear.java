package dev.eventfold.es.runtime.store.file;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What a power loss leaves of what was not fsynced: nothing, all, or any part of it, by sectors or bytes. */
final class Tear implements SimulatedDisk.Damage {
    private static final int SECTOR = 512;

    private final Pattern pattern;
    private final HeadFile head;
    private final Random random;

    /** How much is left. */
    enum Pattern {
        /** Nothing that was not fsynced. */
        NOTHING,
        /** All of it. */
        EVERYTHING,
        /** All up to some byte. */
        PREFIX,
        /** Some sectors of 512 bytes, in any order; others are as they were, or empty. */
        SECTORS,
        /** Some bytes of the last sector, and all others. */
        BYTES
    }

    /** What is left of {@code head.json}. */
    enum HeadFile {
        CURRENT,
        STALE,
        LOST
    }

    Tear(Pattern pattern, HeadFile head, long seed) {
        this.pattern = pattern;
        this.head = head;
        this.random = new Random(seed);
    }

    /** Any of them. */
    static Tear random(Random random) {
        Pattern[] patterns = Pattern.values();
        HeadFile[] heads = HeadFile.values();
        return new Tear(
                patterns[random.nextInt(patterns.length)], heads[random.nextInt(heads.length)], random.nextLong());
    }

    @Override
    public boolean losesName(String path) {
        if (path.equals(Head.NAME)) {
            return head == HeadFile.LOST;
        }
        return pattern == Pattern.NOTHING || pattern != Pattern.EVERYTHING && random.nextBoolean();
    }

    @Override
    public byte[] leave(String path, byte[] durable, List<SimulatedFile.Change> unsynced) {
        if (path.equals(Head.NAME)) {
            return head == HeadFile.CURRENT ? apply(durable, unsynced, unsynced.size()) : durable;
        }
        return switch (pattern) {
            case NOTHING -> durable;
            case EVERYTHING -> apply(durable, unsynced, unsynced.size());
            case PREFIX -> prefix(durable, unsynced);
            case SECTORS -> sectors(durable, unsynced);
            case BYTES -> bytes(durable, unsynced);
        };
    }

    private static byte[] apply(byte[] before, List<SimulatedFile.Change> changes, int count) {
        byte[] content = before;
        for (SimulatedFile.Change change : changes.subList(0, count)) {
            content =
                    change.isCut() ? Arrays.copyOf(content, change.at()) : write(content, change.at(), change.bytes());
        }
        return content;
    }

    private static byte[] write(byte[] before, int at, byte[] bytes) {
        byte[] content = Arrays.copyOf(before, Math.max(before.length, at + bytes.length));
        System.arraycopy(bytes, 0, content, at, bytes.length);
        return content;
    }

    private byte[] prefix(byte[] durable, List<SimulatedFile.Change> unsynced) {
        if (unsynced.isEmpty()) {
            return durable;
        }
        int whole = random.nextInt(unsynced.size());
        byte[] content = apply(durable, unsynced, whole);
        SimulatedFile.Change torn = unsynced.get(whole);
        byte[] some = Arrays.copyOf(torn.bytes(), random.nextInt(torn.bytes().length + 1));
        return some.length == 0 ? content : write(content, torn.at(), some);
    }

    private byte[] sectors(byte[] durable, List<SimulatedFile.Change> unsynced) {
        byte[] whole = apply(durable, unsynced, unsynced.size());
        byte[] content = random.nextBoolean() ? durable : Arrays.copyOf(durable, whole.length);
        for (int sector = 0; sector * SECTOR < whole.length; sector++) {
            int from = sector * SECTOR;
            int to = Math.min(whole.length, from + SECTOR);
            if (random.nextBoolean()) {
                content = write(content, from, Arrays.copyOfRange(whole, from, to));
            }
        }
        return content;
    }

    private byte[] bytes(byte[] durable, List<SimulatedFile.Change> unsynced) {
        byte[] content = apply(durable, unsynced, unsynced.size());
        for (SimulatedFile.Change change : unsynced) {
            for (int n = 0; n < Math.min(3, change.bytes().length); n++) {
                int at = change.at() + random.nextInt(change.bytes().length);
                if (at < content.length) {
                    content[at] = at < durable.length ? durable[at] : 0;
                }
            }
        }
        return content;
    }
}
