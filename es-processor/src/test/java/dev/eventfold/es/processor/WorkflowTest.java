package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of the workflow is the module's, whatever part of it was compiled, and in whatever order. */
class WorkflowTest {
    private static final List<Fixture.Source> PARCEL = Fixture.read(
                    RuntimeStubs.RESOURCES.resolve("golden/programs/workflow.java"))
            .sources();

    @TempDir
    private Path directory;

    @Test
    void a_partial_compile_shows_the_whole() throws IOException {
        compile(PARCEL);
        Map<String, String> before = pictures();

        compile(only("parcel/Parcel.java"));
        assertThat(pictures()).isEqualTo(before);
        compile(only("parcel/Post.java"));
        assertThat(pictures()).isEqualTo(before).hasSize(2);
    }

    @Test
    void what_is_gone_drops_out() throws IOException {
        compile(PARCEL);
        Files.delete(directory.resolve("classes/parcel/Post$Raw.class"));

        compile(only("parcel/Parcel.java"));

        assertThat(pictures().get("parcel/workflow.json")).contains("post.$1").doesNotContain("post_$1");
        assertThat(pictures().get("parcel/workflow.mmd")).contains("post.#36;1").doesNotContain("post_#36;1");
    }

    @Test
    void the_order_of_the_files_does_not_matter() throws IOException {
        long seed = System.nanoTime();
        compile(PARCEL);
        Map<String, String> before = pictures();
        List<Fixture.Source> shuffled = new ArrayList<>(PARCEL);
        Collections.shuffle(shuffled, new Random(seed));

        compile(shuffled);

        assertThat(pictures()).as("seed %d", seed).isEqualTo(before);
    }

    @Test
    void a_compile_with_an_error_leaves_the_last_picture() throws IOException {
        compile(PARCEL);
        Map<String, String> before = pictures();
        Fixture.Source post = only("parcel/Post.java").get(0);
        Fixture.Source broken =
                new Fixture.Source(post.path(), post.text().replace("void others(RecordedEvent", "void others(String"));

        assertThat(new Javac(directory)
                        .classPath(directory.resolve("classes"))
                        .compile(List.of(broken))
                        .messages())
                .extracting(Fixture.Message::kind)
                .containsExactly("error");

        assertThat(pictures()).isEqualTo(before);
    }

    @Test
    void contracts_alone_are_shown_too() throws IOException {
        compile(only("parcel/package-info.java", "parcel/elsewhere/Tariff.java", "parcel/ParcelEvent.java"));

        assertThat(pictures().get("parcel/workflow.json")).isEqualTo("""
                {
                  "format": 1,
                  "module": "parcel",
                  "processManagers": [],
                  "projections": [],
                  "subscribers": [],
                  "aggregates": [
                    {
                      "name": "end",
                      "class": null,
                      "commands": [
                        {"name": "o-raise", "events": null},
                        {"name": "o.raise", "events": null}
                      ],
                      "events": []
                    },
                    {
                      "name": "päckchen",
                      "class": null,
                      "commands": [],
                      "events": ["a__b.c-d$e", "class", "送った"]
                    }
                  ]
                }
                """);
    }

    private void compile(List<Fixture.Source> sources) {
        assertThat(new Javac(directory)
                        .classPath(directory.resolve("classes"))
                        .compile(sources)
                        .messages())
                .isEmpty();
    }

    private Map<String, String> pictures() throws IOException {
        Path root = directory.resolve("classes/META-INF/eventfold");
        Map<String, String> pictures = new TreeMap<>();
        for (Path file : Javac.filesIn(root)) {
            pictures.put(root.relativize(file).toString(), Files.readString(file));
        }
        return pictures;
    }

    private static List<Fixture.Source> only(String... paths) {
        return PARCEL.stream()
                .filter(source -> List.of(paths).contains(source.path()))
                .toList();
    }
}
