package dev.eventfold.es.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The locks that are checked in with the examples. */
class ExamplesLockTest {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final Path BOOKINGS = EXAMPLES.resolve("bookings");
    private static final Path QUICKSTART = EXAMPLES.resolve("quickstart");

    @TempDir
    Path directory;

    private ProgramCompiler compiler;

    @BeforeEach
    void compiler() {
        compiler = new ProgramCompiler(directory);
    }

    @Test
    void the_first_version_of_the_bookings_wrote_the_first_lock() throws IOException {
        Path first = BOOKINGS.resolve("first-version");

        assertThat(compiler.compile(sources(first), "hotel", true)).isEmpty();

        assertThat(compiler.lock()).isEqualTo(Files.readString(first.resolve("eventfold.schema")));
    }

    @Test
    void the_second_version_reads_what_the_first_stored_and_makes_the_lock_of_today() throws IOException {
        compiler.begin(BOOKINGS.resolve("first-version/eventfold.schema"));
        Map<String, String> now = sources(BOOKINGS.resolve("src/main/java"));

        assertThat(compiler.compile(now, "hotel", false)).containsExactly("UnrecordedChange");
        assertThat(compiler.compile(now, "hotel", true)).isEmpty();

        assertThat(compiler.lock()).isEqualTo(Files.readString(BOOKINGS.resolve("eventfold.schema")));
    }

    @Test
    void without_its_upcasters_the_second_version_does_not_compile() throws IOException {
        compiler.begin(BOOKINGS.resolve("first-version/eventfold.schema"));
        Map<String, String> now = sources(BOOKINGS.resolve("src/main/java"));
        now.replaceAll((path, text) -> text.replace(", version = 2", "")
                .replace("@Upcasts(from = 1)", "")
                .replace("import dev.eventfold.es.Upcasts;", "")
                .replace(", formerly = \"BookingMade\"", ""));

        assertThat(compiler.compile(now, "hotel", true))
                .containsExactlyInAnyOrder(
                        "StoredNameGone", "StoredShapeChanged", "StoredShapeChanged", "StoredShapeChanged");
    }

    @Test
    @DisplayName("W-05 a process manager that gets another name would begin anew: it does not compile")
    void a_process_manager_that_gets_another_name_breaks_its_build() throws IOException {
        compiler.begin(QUICKSTART.resolve("eventfold.schema"));
        Map<String, String> renamed = sources(QUICKSTART.resolve("src/main/java"));
        renamed.replaceAll(
                (path, text) -> text.replace("@ProcessManager(\"fulfilment\")", "@ProcessManager(\"delivery\")"));

        assertThat(compiler.compile(renamed, "shop", true)).containsExactly("StoredNameChanged");
    }

    @Test
    @DisplayName(
            "W-14 an event that gets another name, with all its uses in Java, could not be read: it does not compile")
    void an_event_of_the_quickstart_that_is_renamed_everywhere_breaks_its_build() throws IOException {
        compiler.begin(QUICKSTART.resolve("eventfold.schema"));
        Map<String, String> renamed = sources(QUICKSTART.resolve("src/main/java"));
        renamed.replaceAll((path, text) -> text.replace("OrderPlaced", "OrderTaken"));
        renamed.put("shop/order/OrderTaken.java", renamed.remove("shop/order/OrderPlaced.java"));

        assertThat(compiler.compile(renamed, "shop", true)).containsExactly("StoredNameChanged");
    }

    private static Map<String, String> sources(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return sources;
    }
}
