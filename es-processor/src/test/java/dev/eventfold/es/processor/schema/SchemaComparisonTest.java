package dev.eventfold.es.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rows of the table in {@code docs/schema-lock.md} cannot show: several changes that meet. Programs are written as their schemas. */
class SchemaComparisonTest {
    private static final String ADDED = """
              event Added
                class shop.Added
                version 1
                  sku: String
            """;

    private static final String DESK = """

            process-manager desk
              class shop.Desk
              key cart/Added: sku
              timeout late
              version 1
            """;

    @Test
    void what_an_instance_waits_for_keeps_its_name() {
        String renamed = DESK.replace("timeout late", "timeout tooLate");

        SchemaComparison comparison = compare(cart(ADDED) + DESK, cart(ADDED) + renamed);

        assertThat(comparison.breaks())
                .singleElement()
                .isInstanceOfSatisfying(
                        Break.TimeoutGone.class, gone -> assertThat(gone.name()).isEqualTo("late"));
    }

    @Test
    void a_timeout_that_is_new_is_recorded() {
        String more = DESK.replace("timeout late", "timeout late\n  timeout tooLate");

        SchemaComparison comparison = compare(cart(ADDED) + DESK, cart(ADDED) + more);

        assertThat(comparison.breaks()).isEmpty();
        assertThat(comparison.additions())
                .extracting(Addition::what)
                .containsExactly("has changed (+ timeout tooLate)");
    }

    @Test
    void two_events_become_one_that_reads_both() {
        String both = cart(ADDED + ADDED.replace("Added", "Put").replace("sku: String", "note: String"));
        String one = cart(ADDED.replace("    version", "    formerly Put\n    version")
                .replace("sku: String", "note: Optional<String>\n      sku: Optional<String>"));

        SchemaComparison comparison = compare(both, one);

        assertThat(comparison.breaks()).isEmpty();
        assertThat(comparison.recorded()).isEqualTo(Schema.parse("format 1\n" + one));
        assertThat(compare(both, one.replace("Optional<String>", "String")).breaks())
                .hasSize(2)
                .allMatch(found -> found instanceof Break.ShapeChanged);
    }

    @Test
    void an_event_takes_its_key_along_when_it_is_renamed() {
        String renamed = cart(ADDED.replace("Added", "Put").replace("    version", "    formerly Added\n    version"))
                + DESK.replace("Added", "Put");

        SchemaComparison comparison = SchemaComparison.of(
                Schema.parse("format 1\n" + cart(ADDED) + DESK),
                Schema.parse("format 1\n" + renamed),
                Map.of("cart/Added", "cart/Put"),
                entry -> false);

        assertThat(comparison.breaks()).isEmpty();
        assertThat(comparison.recorded()).isEqualTo(Schema.parse("format 1\n" + renamed));
    }

    @Test
    void a_key_may_move_with_a_version_of_its_event() {
        String two = ADDED.replace("version 1\n", "version 2\n      code: String\n    version 1\n");
        String moved = DESK.replace("Added: sku", "Added: code");

        assertThat(compare(cart(ADDED) + DESK, cart(two) + moved).breaks()).isEmpty();
        assertThat(compare(cart(two) + DESK, cart(two) + moved).breaks())
                .singleElement()
                .isInstanceOf(Break.KeyChanged.class);
    }

    @Test
    void a_key_says_nothing_where_its_event_is_broken() {
        String broken = cart(ADDED.replace("sku", "code")) + DESK.replace("Added: sku", "Added: code");

        assertThat(compare(cart(ADDED) + DESK, broken).breaks()).singleElement().isInstanceOf(Break.ShapeChanged.class);
    }

    @Test
    void what_is_out_of_sight_stays_as_it_was() {
        Schema locked = Schema.parse("format 1\n" + cart(ADDED) + DESK);

        SchemaComparison comparison = SchemaComparison.of(locked, Schema.of(List.of()), Map.of(), entry -> true);

        assertThat(comparison.breaks()).isEmpty();
        assertThat(comparison.recorded()).isEqualTo(locked);
    }

    @Test
    void a_class_that_moves_changes_nothing_and_is_noted_with_the_next_update() {
        String moved = cart(ADDED.replace("shop.Added", "shop.cart.Added"));

        SchemaComparison comparison = compare(cart(ADDED), moved);

        assertThat(comparison.breaks()).isEmpty();
        assertThat(comparison.additions()).isEmpty();
        assertThat(comparison.recorded()).isEqualTo(Schema.parse("format 1\n" + moved));
    }

    @Test
    void a_name_goes_to_the_new_event_that_is_most_like_it() {
        String before = cart(ADDED + ADDED.replace("Added", "Removed"));
        String now = cart(ADDED.replace("Added", "ItemAdded") + ADDED.replace("Added", "ItemRemoved"));

        assertThat(compare(before, now).breaks())
                .extracting(found -> ((Break.Renamed) found).locked().id().name()
                        + " → "
                        + ((Break.Renamed) found).now().id().name())
                .containsExactlyInAnyOrder("Added → ItemAdded", "Removed → ItemRemoved");
    }

    private static String cart(String members) {
        return "\naggregate cart\n" + members;
    }

    private static SchemaComparison compare(String locked, String program) {
        return SchemaComparison.of(
                Schema.parse("format 1\n" + locked), Schema.parse("format 1\n" + program), Map.of(), entry -> false);
    }
}
