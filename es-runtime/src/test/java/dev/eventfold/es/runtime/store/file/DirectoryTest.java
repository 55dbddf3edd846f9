package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.conformance.Samples.one;
import static dev.eventfold.es.runtime.store.conformance.Samples.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.StoreLocked;
import dev.eventfold.es.runtime.store.CommitOutcome.Committed;
import dev.eventfold.es.runtime.store.View;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which directories a store takes, and how many writers it has (R12). */
@Timeout(60)
class DirectoryTest {
    @TempDir
    private Path temporary;

    private static FileEventStore open(Path directory) {
        return FileEventStore.open(directory, FileStoreOptions.standard());
    }

    @Test
    @DisplayName("S-24 a directory is made with its parents")
    void a_directory_is_made_with_its_parents() throws IOException {
        Path directory = temporary.resolve("a/b/c");

        write(directory);

        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .containsExactlyInAnyOrder("events", "head.json", "index", "lock");
        }
    }

    @Test
    void a_second_writer_in_this_process_is_refused_by_any_name_of_the_directory() throws IOException {
        Path directory = temporary.resolve("data");
        try (FileEventStore store = open(directory)) {
            Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
            for (Path name : List.of(directory, link, directory.resolve("../data"))) {
                assertThatExceptionOfType(StoreLocked.class)
                        .isThrownBy(() -> open(name))
                        .withMessageContainingAll("in this process", "directory=");
            }
            assertThat(store.commit(one(stream("a")))).isInstanceOf(Committed.class);
        }
        open(directory).close();
    }

    @Test
    void a_second_writer_in_another_process_is_refused_even_after_this_one_was() throws Exception {
        Path directory = temporary.resolve("data");
        try (FileEventStore store = open(directory)) {
            assertThatExceptionOfType(StoreLocked.class).isThrownBy(() -> open(directory));

            assertThat(inAnotherProcess(directory))
                    .startsWith("StoreLocked")
                    .contains("in another process")
                    .contains("directory=" + directory)
                    .contains("pid=" + ProcessHandle.current().pid());
            assertThat(store.commit(one(stream("a")))).isInstanceOf(Committed.class);
        }
        assertThat(inAnotherProcess(directory)).isEqualTo("opened");
    }

    @Test
    void a_store_that_is_forgotten_without_being_closed_keeps_its_lock() throws Exception {
        Path directory = temporary.resolve("data");
        WeakReference<FileEventStore> forgotten = new WeakReference<>(open(directory));
        while (forgotten.get() != null) {
            System.gc();
        }

        assertThat(inAnotherProcess(directory)).startsWith("StoreLocked").contains("in another process");
        assertThatExceptionOfType(StoreLocked.class).isThrownBy(() -> open(directory));
    }

    @Test
    void a_writer_that_another_class_loader_has_loaded_is_a_writer_too_and_keeps_its_lock() throws Exception {
        Path directory = Files.createDirectory(temporary.resolve("data"));
        try (RandomAccessFile file =
                        new RandomAccessFile(directory.resolve("lock").toFile(), "rw");
                FileLock theirs = file.getChannel().lock(Long.MAX_VALUE - 1, 1, false)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(StoreLocked.class)
                        .isThrownBy(() -> open(directory))
                        .withMessageContainingAll("in this process", "class loader", "directory=" + directory);
            }

            assertThat(theirs.isValid()).isTrue();
            assertThat(inAnotherProcess(directory)).startsWith("StoreLocked");
        }
        open(directory).close();
    }

    @Test
    void a_directory_is_let_go_of_whatever_goes_wrong_at_the_end() {
        AtomicBoolean broken = new AtomicBoolean();
        InstantSource time = () -> {
            if (broken.get()) {
                throw new IllegalStateException("no time");
            }
            return Instant.EPOCH;
        };
        FileEventStore store =
                FileEventStore.open(temporary, FileStoreOptions.standard().withClock(time.withZone(ZoneOffset.UTC)));
        store.commit(one(stream("a")));
        broken.set(true);

        assertThatIllegalStateException().isThrownBy(store::close).withMessage("no time");

        try (FileEventStore again = open(temporary)) {
            assertThat(again.head(0, View.DURABLE)).isEqualTo(1);
        }
    }

    @Test
    void a_directory_of_another_file_system_is_refused() throws IOException {
        URI archive = URI.create("jar:" + temporary.resolve("a.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> open(zip.getPath("/data")))
                    .withMessageContainingAll("default file system", "directory=/data");
            assertThat(zip.getPath("/data")).doesNotExist();
        }
    }

    private static String inAnotherProcess(Path directory) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return line;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Tries to open a store. */
    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] args) {
            try (FileEventStore store = open(Path.of(args[0]))) {
                System.out.println(store.partitions() == 1 ? "opened" : "strange");
            } catch (StoreFailed e) {
                System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
            }
        }
    }

    @Test
    void a_directory_that_holds_something_else_is_refused_and_left_alone() throws IOException {
        for (String foreign : List.of("notes.txt", "events/notes.txt", "src/Main.java")) {
            Path directory = temporary.resolve("not-ours-" + foreign.hashCode());
            Files.createDirectories(directory.resolve(foreign).getParent());
            Files.writeString(directory.resolve(foreign), "something");

            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> open(directory))
                    .withMessageContainingAll("not a store", "directory=" + directory, "holds=");
            try (Stream<Path> files = Files.walk(directory)) {
                assertThat(files.filter(Files::isRegularFile)).containsExactly(directory.resolve(foreign));
            }
        }
    }

    @Test
    void a_file_that_has_the_name_of_a_segment_and_was_never_one_is_refused_and_left_alone() throws IOException {
        for (String content : List.of("something else", "{}\n{}\n")) {
            Path segment = Files.createDirectories(temporary.resolve(content.length() + "/events"))
                    .resolve("00000000000000000001.jsonl");
            Files.writeString(segment, content);
            Path directory = segment.getParent().getParent();

            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> open(directory))
                    .withMessageContainingAll("not a store", "directory=" + directory, "offset=0", "header");
            assertThat(segment).hasContent(content);
        }
    }

    @Test
    void a_store_may_have_other_files_beside_it() throws IOException {
        write(temporary);
        Files.writeString(temporary.resolve("README"), "ours");

        try (FileEventStore store = open(temporary)) {
            assertThat(store.lastCommit()).isEqualTo(1);
        }
    }

    /** What asks for the directory of a store. */
    private static final List<Consumer<Path>> CALLS = List.of(
            path -> open(path).close(), path -> ReadOnlyEventStore.open(path).close(), Verification::of, Repair::of);

    @Test
    void a_path_that_is_a_file_or_leads_through_one_is_refused_and_left_alone() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "something");

        for (Consumer<Path> call : CALLS) {
            for (Path path : List.of(file, file.resolve("data"), file.resolve("deep/down"))) {
                assertThatExceptionOfType(StoreFailed.class)
                        .isThrownBy(() -> call.accept(path))
                        .withMessage("the directory of a store cannot be there: directory=" + path + ", file=" + file
                                + "; choose another");
            }
        }
        assertThat(file).hasContent("something");
    }

    @Test
    void a_link_that_leads_nowhere_is_refused_with_where_it_leads() throws IOException {
        Path gone = temporary.resolve("gone");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), gone);

        for (Consumer<Path> call : CALLS) {
            for (Path path : List.of(link, link.resolve("data"))) {
                assertThatExceptionOfType(StoreFailed.class)
                        .isThrownBy(() -> call.accept(path))
                        .withMessage("the directory of a store cannot be there: directory=" + path + ", link=" + link
                                + ", leadsTo=" + gone + "; choose another");
            }
        }
        assertThat(gone).doesNotExist();
    }

    @Test
    void a_directory_that_is_not_there_is_made_for_a_writer_alone() {
        Path missing = temporary.resolve("missing");

        for (Consumer<Path> call : CALLS.subList(1, CALLS.size())) {
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> call.accept(missing))
                    .withMessage("there is no such directory: directory=" + missing);
        }
        assertThat(missing).doesNotExist();
    }

    @Test
    void a_directory_that_may_not_be_read_or_written_is_named_with_what_to_do() {
        Forbidden disk = new Forbidden(new SimulatedDisk());

        for (Runnable call : List.<Runnable>of(
                () -> FileEventStore.open(disk, FileStoreOptions.standard()),
                () -> ReadOnlyEventStore.open(disk),
                () -> Verification.of(disk),
                () -> Repair.of(disk))) {
            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(call::run)
                    .withMessageContainingAll(
                            "failed: directory=simulated, cause=AccessDeniedException events",
                            "give this process the right");
        }
    }

    /** What this process may not look into: to a superuser, whom tests may run as, there is no such directory. */
    private static final class Forbidden extends ForwardingDisk {
        Forbidden(Disk disk) {
            super(disk);
        }

        @Override
        public List<String> list(String path) throws IOException {
            throw new AccessDeniedException(path);
        }
    }

    @Test
    void a_disk_that_refuses_to_be_written_is_named_with_its_reason() {
        for (String reason : List.of("Read-only file system", "No space left on device", "Permission denied")) {
            SimulatedDisk disk = new SimulatedDisk();
            write(disk);
            disk.failAt(disk.operations() + 1, reason);

            assertThatExceptionOfType(StoreFailed.class)
                    .isThrownBy(() -> write(disk))
                    .withMessageContainingAll("directory=simulated", reason);
            write(disk);
        }
    }

    @Test
    void a_disk_that_is_made_read_only_midway_stops_the_store_with_its_reason_and_is_read_on() {
        ReadOnlySoon disk = new ReadOnlySoon(new SimulatedDisk());
        FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard());
        store.awaitDurable(((Committed) store.commit(one(stream("a")))).commit());
        disk.readOnly = true;

        long lost = ((Committed) store.commit(one(stream("b")))).commit();

        assertThatExceptionOfType(StoreFailed.class)
                .isThrownBy(() -> store.awaitDurable(lost))
                .withMessageContainingAll("outcome is unknown", "Read-only file system");
        assertThat(store.read(0, 0, 10, Long.MAX_VALUE, View.DURABLE)).hasSize(1);
        store.close();
        try (ReadOnlyEventStore reader = ReadOnlyEventStore.open(disk)) {
            assertThat(reader.head(0, View.DURABLE)).isEqualTo(1);
        }
        disk.readOnly = false;
        try (FileEventStore again = FileEventStore.open(disk, FileStoreOptions.standard())) {
            assertThat(again.commit(one(stream("b")))).isInstanceOf(Committed.class);
        }
    }

    /** Lets nothing be written, when it is told to. */
    private static final class ReadOnlySoon extends ForwardingDisk {
        private boolean readOnly;

        ReadOnlySoon(Disk disk) {
            super(disk);
        }

        private void requireWritable() throws IOException {
            if (readOnly) {
                throw new IOException("Read-only file system");
            }
        }

        @Override
        public DiskFile openForWriting(String path) throws IOException {
            requireWritable();
            return new ForwardingFile(super.openForWriting(path)) {
                @Override
                public void write(long at, byte[] bytes, int offset, int length) throws IOException {
                    requireWritable();
                    super.write(at, bytes, offset, length);
                }

                @Override
                public void writeThrough(long at, byte[] bytes, int offset, int length) throws IOException {
                    requireWritable();
                    super.writeThrough(at, bytes, offset, length);
                }
            };
        }
    }

    @Test
    @DisplayName("R12 the directory is free again when opening it has failed")
    void a_store_that_could_not_be_opened_holds_no_lock() throws IOException {
        write(temporary);
        Path segment = temporary.resolve("events/00000000000000000001.jsonl");
        byte[] content = Files.readAllBytes(segment);
        Files.write(segment, new byte[] {1, 2, 3});
        assertThatExceptionOfType(StoreFailed.class).isThrownBy(() -> open(temporary));

        Files.write(segment, content);

        open(temporary).close();
    }

    @Test
    void a_hundred_segments_need_few_open_files() throws IOException {
        FileStoreOptions options = FileStoreOptions.standard().withSegmentBytes(1);
        try (FileEventStore store = FileEventStore.open(temporary, options)) {
            for (int n = 0; n < 100; n++) {
                store.awaitDurable(((Committed) store.commit(one(stream("a")))).commit());
            }
            long before = openFiles();
            assertThat(store.readStream(stream("a"), 1, 1000, View.DURABLE)).hasSize(100);
            assertThat(openFiles() - before).isLessThan(20);
        }
    }

    /** Of this store alone: other tests have theirs. */
    private long openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(this::isOfThisStore).count();
        }
    }

    private boolean isOfThisStore(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(temporary.toRealPath());
        } catch (IOException e) {
            // Closed meanwhile.
            return false;
        }
    }

    private static void write(Path directory) {
        try (FileEventStore store = open(directory)) {
            store.commit(one(stream("a")));
        }
    }

    private static void write(SimulatedDisk disk) {
        try (FileEventStore store = FileEventStore.open(disk, FileStoreOptions.standard())) {
            store.commit(one(stream("a")));
        }
    }
}
