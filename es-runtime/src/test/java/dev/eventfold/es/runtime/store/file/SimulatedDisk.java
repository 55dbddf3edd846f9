package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreLocked;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that knows what was fsynced and what was not: files and names alike. It can be made to crash at an operation, to fail
 * one, and it tells what a machine would find after it lost its power.
 */
final class SimulatedDisk implements Disk {
    private final Map<String, SimulatedFile> files = new TreeMap<>();
    private final Map<String, SimulatedFile> durableFiles = new TreeMap<>();
    private final List<String> journal = new ArrayList<>();
    private final int[] synced = new int[1];
    private int operations;
    private int crashAt = Integer.MAX_VALUE;
    private int failAt = Integer.MAX_VALUE;
    private String failure = "";
    private Runnable watcher = () -> {};
    private boolean crashed;
    private boolean locked;

    /** What the machine throws at whoever uses it after it lost its power. */
    static final class PowerLost extends Error {
        private static final long serialVersionUID = 1L;

        PowerLost() {
            super("power lost", null, false, false);
        }
    }

    /** What a crash makes of what was not fsynced. */
    interface Damage {
        /** Whether a name that was made, changed or removed is as it was before. */
        boolean losesName(String path);

        /**
         * What is left of a file.
         *
         * @param durable its content when it was fsynced
         * @param unsynced what was written since, in order
         */
        byte[] leave(String path, byte[] durable, List<SimulatedFile.Change> unsynced);
    }

    /** From now on the power is lost in the middle of this operation. */
    SimulatedDisk crashAt(int operation) {
        crashAt = operation;
        return this;
    }

    /** This one operation fails, as it does when the disk is broken or full. */
    SimulatedDisk failAt(int operation, String reason) {
        failAt = operation;
        failure = reason;
        return this;
    }

    /** From now on somebody looks in the middle of each operation, while everybody else waits. */
    SimulatedDisk watch(Runnable watcher) {
        this.watcher = watcher;
        return this;
    }

    /** The same at this moment, as if the power were lost in it. */
    synchronized SimulatedDisk fork() {
        SimulatedDisk fork = new SimulatedDisk();
        Map<SimulatedFile, SimulatedFile> copies = new IdentityHashMap<>();
        files.forEach((path, file) -> fork.files.put(path, copies.computeIfAbsent(file, it -> it.fork(fork))));
        durableFiles.forEach(
                (path, file) -> fork.durableFiles.put(path, copies.computeIfAbsent(file, it -> it.fork(fork))));
        fork.journal.addAll(journal);
        fork.operations = operations;
        fork.crashed = true;
        return fork;
    }

    /** How many operations there were that change something. */
    synchronized int operations() {
        return operations;
    }

    /** What they were. */
    synchronized List<String> journal() {
        return List.copyOf(journal);
    }

    /** How often something was made durable. */
    synchronized int syncs() {
        return synced[0];
    }

    /** Counts an operation. Gives true when it is to fail in the middle, with what it does not yet fsynced. */
    synchronized void operate(String what) {
        if (crashed) {
            throw new PowerLost();
        }
        operations++;
        journal.add(what);
        if (what.startsWith("sync") || what.startsWith("write through")) {
            synced[0]++;
        }
    }

    /** In the middle of the current operation. */
    synchronized void middle() throws IOException {
        watcher.run();
        if (operations >= crashAt) {
            crashed = true;
            throw new PowerLost();
        }
        if (operations == failAt) {
            throw new IOException(failure);
        }
    }

    boolean hasPower() {
        return !crashed;
    }

    void requirePower() {
        if (crashed) {
            throw new PowerLost();
        }
    }

    /** The disk as another process finds it when this one was killed: nothing is lost. */
    synchronized SimulatedDisk afterKill() {
        SimulatedDisk after = new SimulatedDisk();
        files.forEach((path, file) -> after.put(path, file.current()));
        return after;
    }

    /** The disk as it is found after the power was lost. */
    synchronized SimulatedDisk afterPowerLoss(Damage damage) {
        SimulatedDisk after = new SimulatedDisk();
        TreeSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(durableFiles.keySet());
        for (String path : paths) {
            SimulatedFile before = durableFiles.get(path);
            SimulatedFile now = files.get(path);
            SimulatedFile left = before != now && damage.losesName(path) ? before : now;
            if (left != null) {
                after.put(path, damage.leave(path, left.durable(), left.unsynced()));
            }
        }
        return after;
    }

    /** Puts a file there, durably. */
    synchronized SimulatedDisk put(String path, byte[] content) {
        SimulatedFile file = new SimulatedFile(this, path, content);
        files.put(path, file);
        durableFiles.put(path, file);
        return this;
    }

    /** Removes a file, durably. */
    synchronized SimulatedDisk remove(String path) {
        files.remove(path);
        durableFiles.remove(path);
        return this;
    }

    synchronized byte[] content(String path) {
        SimulatedFile file = files.get(path);
        if (file == null) {
            throw new IllegalArgumentException("no such file: " + path + " among " + files.keySet());
        }
        return file.current();
    }

    /** Names and contents in a few numbers, the same for the same. */
    synchronized List<Long> digest() {
        CRC32C one = new CRC32C();
        CRC32 other = new CRC32();
        files.forEach((path, file) -> {
            byte[] content = file.current();
            byte[] name = (path + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8);
            for (java.util.zip.Checksum checksum : List.of(one, other)) {
                checksum.update(name);
                checksum.update(content);
            }
        });
        return List.of(one.getValue(), other.getValue());
    }

    synchronized List<String> paths() {
        return List.copyOf(files.keySet());
    }

    synchronized List<String> paths(String prefix) {
        return files.keySet().stream().filter(path -> path.startsWith(prefix)).toList();
    }

    @Override
    public String directory() {
        return "simulated";
    }

    @Override
    public synchronized List<String> list(String path) {
        requirePower();
        String prefix = path.isEmpty() ? "" : path + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String file : files.keySet()) {
            if (file.startsWith(prefix)) {
                String rest = file.substring(prefix.length());
                int slash = rest.indexOf('/');
                names.add(slash < 0 ? rest : rest.substring(0, slash));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public synchronized boolean exists(String path) {
        requirePower();
        return files.containsKey(path);
    }

    @Override
    public void createDirectory(String path) {
        // A directory is there when it has a file: to lose one is to lose what is in it.
        requirePower();
    }

    @Override
    public synchronized DiskFile openForReading(String path) throws IOException {
        requirePower();
        SimulatedFile file = files.get(path);
        if (file == null) {
            throw new NoSuchFileException(path);
        }
        return file.open();
    }

    @Override
    public synchronized DiskFile openForWriting(String path) throws IOException {
        SimulatedFile file = files.get(path);
        if (file == null) {
            operate("create " + path);
            file = new SimulatedFile(this, path, new byte[0]);
            files.put(path, file);
            middle();
        }
        requirePower();
        return file.open();
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        operate("rename " + from);
        SimulatedFile file = files.remove(from);
        if (file == null) {
            throw new NoSuchFileException(from);
        }
        files.put(to, file);
        middle();
    }

    @Override
    public synchronized void delete(String path) throws IOException {
        operate("delete " + path);
        files.remove(path);
        middle();
    }

    @Override
    public synchronized void syncDirectory(String path) throws IOException {
        operate("sync directory " + path);
        middle();
        TreeSet<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(durableFiles.keySet());
        for (String name : paths) {
            int slash = name.lastIndexOf('/');
            if (name.substring(0, Math.max(0, slash)).equals(path)) {
                makeDurable(name, files.get(name));
            }
        }
    }

    private void makeDurable(String name, @Nullable SimulatedFile file) {
        if (file == null) {
            durableFiles.remove(name);
        } else {
            durableFiles.put(name, file);
        }
    }

    @Override
    public synchronized Closeable lock() {
        requirePower();
        if (locked) {
            throw new StoreLocked("the store is open for writing in this process already: directory=simulated", null);
        }
        locked = true;
        return () -> locked = false;
    }

    @Override
    public void requireApart(Path copy) {
        // Nothing on the machine's disk lies within it.
    }
}
