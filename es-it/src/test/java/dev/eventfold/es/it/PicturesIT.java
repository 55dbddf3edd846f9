package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The documentation shows the workflow of each example as the processor draws it. {@code -Dpictures.update=true} puts the pictures of today
 * into the page.
 */
final class PicturesIT {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = ROOT.resolve("docs/pictures.md");
    private static final Pattern PICTURE = Pattern.compile("(?ms)^## (\\S+)$((?:(?!^## ).)*?)^```mermaid\\R(.*?)^```$");

    @Test
    void the_page_of_pictures_shows_each_example_as_it_is() throws IOException {
        Map<String, String> drawn = drawn();
        if (Boolean.getBoolean("pictures.update")) {
            Files.writeString(PAGE, updated(Files.readString(PAGE), drawn));
        }

        assertThat(shown(Files.readString(PAGE))).isEqualTo(drawn);
    }

    @Test
    void the_json_on_the_page_is_that_of_the_flights() throws IOException {
        Path written = ROOT.resolve("examples/flights/target/classes/META-INF/eventfold/flights/workflow.json");

        assertThat(Files.readString(PAGE)).contains("```json\n" + Files.readString(written) + "```\n");
    }

    private static Map<String, String> drawn() throws IOException {
        Map<String, String> drawn = new TreeMap<>();
        for (Path example : examples()) {
            Path written = example.resolve("target/classes/META-INF/eventfold");
            try (Stream<Path> files = Files.walk(written)) {
                Path picture = files.filter(file -> file.endsWith("workflow.mmd"))
                        .findFirst()
                        .orElseThrow();
                drawn.put(example.getFileName().toString(), Files.readString(picture));
            }
        }
        return drawn;
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> directories = Files.list(ROOT.resolve("examples"))) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> shown(String page) {
        Map<String, String> shown = new TreeMap<>();
        Matcher pictures = PICTURE.matcher(page);
        while (pictures.find()) {
            shown.put(pictures.group(1), pictures.group(3));
        }
        return shown;
    }

    private static String updated(String page, Map<String, String> drawn) {
        return PICTURE.matcher(page)
                .replaceAll(picture -> Matcher.quoteReplacement("## " + picture.group(1) + picture.group(2)
                        + "```mermaid\n" + drawn.getOrDefault(picture.group(1), "") + "```"));
    }
}
