package dev.eventfold.es.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTextTest {
    private static final String SOUND = """
            format 1

            aggregate cart
              command Add
                class shop.Add
                version 1
                  sku: String
              event Added
                class shop.Added
                formerly Put
                version 2
                  price: object
                    cents: long
                  size: enum(S, "a b")
                version 1
                  sku?: String

            process-manager desk
              class shop.Desk
              key cart/Added: sku
              timeout late
              version 1

            projection stock
              class shop.Stock

            subscriber mailer
              class shop.Mailer
            """;

    @Test
    void what_was_written_is_read_as_it_was() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int run = 0; run < 500; run++) {
            Schema schema = new RandomSchema(random).schema();

            assertThat(Schema.parse(schema.text()))
                    .as("seed %s, run %s", seed, run)
                    .isEqualTo(schema);
        }
    }

    @Test
    void comments_empty_lines_and_the_line_ends_of_windows_say_nothing() {
        String commented = SOUND.replace("\n\n", "\n# so far the cart\n\n\n").replace("\n", "\r\n");

        assertThat(Schema.parse(commented)).isEqualTo(Schema.parse(SOUND));
    }

    /** Of any text that a merge or a slip may leave behind, it is read or the line is named; never anything else. */
    @Test
    void a_text_with_any_line_lost_or_cut_short_is_read_or_refused_with_a_line() {
        List<String> lines = SOUND.lines().toList();
        int refused = 0;
        for (int line = 0; line < lines.size(); line++) {
            for (int length = -1; length < lines.get(line).length(); length++) {
                List<String> broken = new ArrayList<>(lines);
                if (length < 0) {
                    broken.remove(line);
                } else {
                    broken.set(line, lines.get(line).substring(0, length));
                }
                try {
                    Schema.parse(String.join("\n", broken));
                } catch (SchemaSyntax wrong) {
                    refused++;
                    assertThat(wrong.where()).matches("line \\d+: \\S.*");
                }
            }
        }
        assertThat(refused).isGreaterThan(150);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format 1                   | format 2              | line 1: expected format 1
            aggregate cart             | agregate cart         | line 3: expected aggregate, process-manager, projection or subscriber
            command Add                | comand Add            | line 4: expected command or event
            class shop.Added           | class shop.Added x    | line 9: expected one word after class: shop.Added x
            version 2                  | version 0             | line 11: expected a version from 1: 0
            version 2                  | version 1             | line 15: a second version 1
            cents: long                | cents long            | line 13: expected ": " at column 6 of: cents long
            size: enum(S, "a b")       | size: enum(S, "a b"   | line 14: expected ", " at column 20 of: size: enum(S, "a b"
            sku?: String               | sku?: List<String     | line 16: expected ">" at column 18 of: sku?: List<String
            key cart/Added: sku        | key cart/Added sku    | line 20: expected key aggregate/event: component
            class shop.Mailer          | formerly post         | line 27: expected one class in it, and nothing else
            """)
    void a_line_that_means_nothing_is_named(String sound, String broken, String message) {
        assertThatThrownBy(() -> Schema.parse(SOUND.replace(sound, broken)))
                .isInstanceOfSatisfying(
                        SchemaSyntax.class, wrong -> assertThat(wrong.where()).isEqualTo(message));
    }

    @Test
    void a_file_that_says_the_same_already_is_not_touched(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("eventfold.schema");
        Schema schema = Schema.parse(SOUND);
        new SchemaFile(file).write(schema);
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

        new SchemaFile(file).write(schema);

        assertThat(file).content().contains("\r\n");
        assertThat(directory.toFile().list()).containsExactly("eventfold.schema");
    }

    /** Schemas of all shapes, with names that need quotes. */
    private static final class RandomSchema {
        private static final List<String> NAMES =
                List.of("a", "b_c", "x y", "\"", "\\u0041", "é", "", "?", "a: b", "\n", "𝄞", "#");
        private static final List<String> WORDS = List.of("A", "B", "C-1", "D.e");

        private final Random random;

        RandomSchema(Random random) {
            this.random = random;
        }

        Schema schema() {
            SortedMap<Stored, SchemaEntry> entries = new TreeMap<>();
            for (int entry = random.nextInt(5); entry >= 0; entry--) {
                Stored.Kind kind = Stored.Kind.values()[random.nextInt(Stored.Kind.values().length)];
                boolean isOfAggregate = kind == Stored.Kind.COMMAND || kind == Stored.Kind.EVENT;
                Stored id = new Stored(kind, isOfAggregate ? word() : "", word());
                entries.put(id, kind.hasShape() ? entry(id) : SchemaEntry.ofName(id, "p." + word()));
            }
            return new Schema(entries);
        }

        private SchemaEntry entry(Stored id) {
            SortedMap<Integer, Shape> versions = new TreeMap<>();
            for (int version = random.nextInt(3) + 1; version > 0; version--) {
                versions.put(version, random.nextInt(5) == 0 ? shape(2) : structure(3));
            }
            SortedMap<String, String> keys = new TreeMap<>();
            TreeSet<String> timeouts = new TreeSet<>();
            if (id.kind() == Stored.Kind.STATE) {
                timeouts.add(word());
                keys.put(word() + "/" + word(), name());
            }
            return new SchemaEntry(id, "p." + word(), new TreeSet<>(Set.of(word())), keys, timeouts, versions);
        }

        private Shape structure(int depth) {
            SortedMap<String, Shape.Member> members = new TreeMap<>();
            for (int member = random.nextInt(4); member > 0; member--) {
                members.put(name(), new Shape.Member(shape(depth - 1), random.nextInt(4) == 0, Set.of()));
            }
            return new Shape.Structure(members, false);
        }

        private Shape shape(int depth) {
            if (depth <= 0) {
                return new Shape.Value(
                        List.of("int", "String", "byte[]", "java.awt.Color").get(random.nextInt(4)));
            }
            return switch (random.nextInt(8)) {
                case 0 -> new Shape.Maybe(shape(depth - 1));
                case 1 -> new Shape.Sequence(random.nextBoolean(), shape(depth - 1));
                case 2 -> new Shape.Dictionary(new Shape.Value("String"), shape(depth - 1));
                case 3 -> new Shape.Choice(new TreeSet<>(Set.of(name())));
                case 4 -> new Shape.Enclosing(random.nextInt(3));
                case 5 -> variants(depth);
                default -> structure(depth);
            };
        }

        private Shape variants(int depth) {
            SortedMap<String, Shape> byName = new TreeMap<>();
            for (int variant = random.nextInt(3); variant > 0; variant--) {
                byName.put(name(), structure(depth - 1));
            }
            return new Shape.Variants(byName);
        }

        private String name() {
            return NAMES.get(random.nextInt(NAMES.size()));
        }

        private String word() {
            return WORDS.get(random.nextInt(WORDS.size()));
        }
    }
}
