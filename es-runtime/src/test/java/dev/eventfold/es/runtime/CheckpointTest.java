package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where process managers stand is in the log; what lies beside it is only ever a cache. */
class CheckpointTest {
    @TempDir
    Path directory;

    private Scene passed() {
        Scene scene = Scene.open(Storage.FILES, directory, Relay.class);
        for (String source : List.of("s1", "s2", "s3")) {
            scene.execute(Commands.to(source, new SourceCommand.Begin("k", List.of("from " + source))));
        }
        scene.run();
        return scene;
    }

    @Test
    @DisplayName("S-03 one position stands for all streams, and is written with what was done")
    void one_position_stands_for_all_streams() {
        try (Scene scene = passed()) {
            assertThat(scene.log().position("relay", 0)).isEqualTo(4);

            scene.reopen(Relay.class);

            assertThat(scene.log().position("relay", 0)).isGreaterThanOrEqualTo(4);
            assertThat(scene.run().dispatched()).isZero();
        }
    }

    @Test
    @DisplayName("S-04 S-05 W-05 whatever becomes of the checkpoint files, nothing is sent again and no state is lost")
    void whatever_becomes_of_the_checkpoint_files_nothing_is_sent_again() throws IOException {
        passed().close();

        for (String content : List.of("", "{}", "nonsense", "{\"state\":{},\"cursors\":{}}")) {
            Path checkpoint = directory.resolve("process_managers/relay/checkpoint.json");
            Files.createDirectories(checkpoint.getParent());
            Files.writeString(checkpoint, content);

            try (Scene scene = Scene.open(Storage.FILES, directory, Relay.class)) {
                assertThat(scene.run().dispatched()).isZero();
                assertThat(scene.done("k")).containsExactly("from s1", "from s2", "from s3");
                assertThat(scene.state("relay", "k"))
                        .isEqualTo("{\"seen\":[\"1:[from s1]\",\"1:[from s2]\",\"1:[from s3]\"]}");
            }
        }
    }
}
