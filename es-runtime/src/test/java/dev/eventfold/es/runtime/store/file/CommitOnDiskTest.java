package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log that {@code docs/adr/0010-one-commit-on-disk.md} walks through is a log. */
final class CommitOnDiskTest {
    private static final Path PAGE = Path.of("../docs/adr/0010-one-commit-on-disk.md");

    @TempDir
    private Path directory;

    private static String shown() throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```jsonl\n") + "```jsonl\n".length();
        return page.substring(begin, page.indexOf("```", begin));
    }

    private FileEventStore open(String log) throws Exception {
        Files.createDirectories(directory.resolve("events"));
        Files.writeString(directory.resolve("events/00000000000000000001.jsonl"), log);
        return FileEventStore.open(directory, FileStoreOptions.standard());
    }

    @Test
    void the_log_of_the_page_is_opened_and_holds_what_the_page_says() throws Exception {
        try (FileEventStore store = open(shown())) {
            assertThat(store.lastCommit()).isEqualTo(6);
            assertThat(store.position("fulfilment", 0)).isEqualTo(5);
            assertThat(store.row(new RowKey("fulfilment", 1, "ord-1"))).isEmpty();
            assertThat(store.read(0, 0, 10, Long.MAX_VALUE, View.DURABLE))
                    .extracting(StoredEvent::id)
                    .element(3)
                    .isEqualTo("7sp11vmcvksryjwf.0");
            assertThat(store.report().cuts()).isEmpty();
        }
    }

    @Test
    void cut_inside_the_commit_of_the_reaction_it_ends_before_it_and_the_reaction_has_not_run() throws Exception {
        String log = shown();
        String cut = log.substring(0, log.indexOf("\"consumer\":\"fulfilment\",\"from\":0"));

        try (FileEventStore store = open(cut)) {
            assertThat(store.lastCommit()).isEqualTo(3);
            assertThat(store.position("fulfilment", 0)).isZero();
            assertThat(store.row(new RowKey("fulfilment", 1, "ord-1"))).isEmpty();
            assertThat(store.report().cuts()).hasSize(1);
        }
    }
}
