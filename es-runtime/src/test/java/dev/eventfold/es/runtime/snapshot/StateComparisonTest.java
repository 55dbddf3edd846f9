package dev.eventfold.es.runtime.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.json.Jackson;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** A state that was read back is as the one that it was made of, or it is said where it is not. */
@NullUnmarked
class StateComparisonTest {
    private static final Codec CODEC = Jackson.codec();

    /** Has a field of each kind. */
    static class State {
        int number = 1;
        String text = "t";
        BigDecimal amount = new BigDecimal("1.50");
        Instant time = Instant.EPOCH;
        UUID id = new UUID(1, 2);
        DayOfWeek day = DayOfWeek.MONDAY;
        Optional<String> maybe = Optional.of("m");
        int[] numbers = {1, 2};
        Item item = new Item("i");
        List<Item> items = new ArrayList<>(List.of(new Item("a"), new Item("b")));
        Set<String> set = new HashSet<>(Set.of("x", "y"));
        Map<String, Item> map = new HashMap<>(Map.of("k", new Item("v")));
        TreeSet<String> sorted = new TreeSet<>(Set.of("q", "p"));
        TreeMap<String, Integer> sortedMap = new TreeMap<>(Map.of("q", 1, "p", 2));
        LinkedHashSet<String> inOrder = new LinkedHashSet<>(List.of("q", "p"));
        LinkedHashMap<String, Integer> mapInOrder = new LinkedHashMap<>(Map.of("q", 1));
        EnumMap<DayOfWeek, Integer> byDay = new EnumMap<>(Map.of(DayOfWeek.FRIDAY, 1, DayOfWeek.MONDAY, 2));
        Point point = new Point(1, List.of(2));
        List<String> fixed = List.of("one");
        List<String> none = List.of();
        List<String> alsoNone = List.of();
        transient int memory;
        Object any;
    }

    static class Item {
        String name;

        Item() {}

        Item(String name) {
            this.name = name;
        }
    }

    static final class Special extends Item {
        Special() {
            super("special");
        }
    }

    record Point(int x, List<Integer> rest) {}

    static final class Sealed {
        final List<String> kept = new ArrayList<>();
    }

    private static Optional<String> difference(Object state) {
        return StateComparison.difference(state, CODEC.readState(CODEC.write(state), state.getClass()));
    }

    private static Optional<String> with(Consumer<State> change) {
        State state = new State();
        change.accept(state);
        return difference(state);
    }

    @Test
    void what_is_read_back_as_it_was_has_no_difference() {
        assertThat(difference(new State())).isEmpty();
        assertThat(with(state -> state.items = new LinkedList<>(state.items))).isEmpty();
        assertThat(with(state -> state.items = Stream.of(new Item("s")).toList()))
                .isEmpty();
        assertThat(with(state -> state.set = Set.of("one"))).isEmpty();
        assertThat(with(state -> state.map = null)).isEmpty();
        assertThat(with(state -> state.any = "text")).isEmpty();
    }

    @Test
    void a_field_that_is_left_out_is_a_difference() {
        Sealed state = new Sealed();
        state.kept.add("x");

        assertThat(StateComparison.difference(state, new Sealed())).contains("state.kept had 1 elements and has 0");
        assertThat(with(changed -> changed.memory = 1)).contains("state.memory was 1 and is read back as 0");
    }

    @Test
    void an_order_that_is_lost_is_a_difference() {
        assertThat(with(state -> state.set = new TreeSet<>(state.set))).isPresent();
        assertThat(with(state -> state.set = new LinkedHashSet<>(state.set))).isPresent();
        assertThat(with(state -> state.map = new TreeMap<>(state.map))).isPresent();
        assertThat(with(state -> state.sorted = new TreeSet<>(Comparator.<String>reverseOrder())))
                .hasValueSatisfying(why -> assertThat(why).contains("comparator"));
    }

    @Test
    void another_class_is_a_difference() {
        assertThat(with(state -> state.item = new Special())).isPresent();
        assertThat(with(state -> state.items.set(1, new Special()))).isPresent();
        assertThat(with(state -> state.any = new Item("x"))).isPresent();
        assertThat(with(state -> state.any = 1L)).isPresent();
        assertThat(with(state -> state.any = new ArrayDeque<>(List.of("x")))).isPresent();
    }

    @Test
    void an_object_that_stands_in_two_places_is_a_difference() {
        assertThat(with(state -> state.items.set(1, state.items.get(0)))).isPresent();
        assertThat(with(state -> state.item = state.map.get("k")))
                .hasValueSatisfying(why -> assertThat(why).contains("another place"));
        List<Integer> shared = new ArrayList<>(List.of(1));
        assertThat(with(state -> {
                    state.point = new Point(1, shared);
                    state.any = shared;
                }))
                .isPresent();
    }

    @Test
    void another_value_is_a_difference() {
        State other = new State();
        other.numbers = new int[] {1, 3};
        assertThat(StateComparison.difference(new State(), other))
                .contains("state.numbers[1] was 2 and is read back as 3");
        other = new State();
        other.map.put("k", new Item("w"));
        assertThat(StateComparison.difference(new State(), other)).isPresent();
        other = new State();
        other.set = Set.of("x", "z");
        assertThat(StateComparison.difference(new State(), other)).isPresent();
        other = new State();
        other.point = new Point(1, List.of(3));
        assertThat(StateComparison.difference(new State(), other))
                .contains("state.point.rest[0] was 2 and is read back as 3");
        other = new State();
        other.maybe = Optional.empty();
        assertThat(StateComparison.difference(new State(), other)).isPresent();
    }

    @Test
    void a_deque_is_compared_in_order() {
        record Queue(Deque<String> waiting) {}
        Queue state = new Queue(new ArrayDeque<>(List.of("a", "b")));

        assertThat(StateComparison.difference(state, new Queue(new ArrayDeque<>(List.of("a", "b")))))
                .isEmpty();
        assertThat(StateComparison.difference(state, new Queue(new ArrayDeque<>(List.of("b", "a")))))
                .isPresent();
    }

    @Test
    void what_cannot_be_written_is_an_error_of_whoever_writes() {
        State state = new State();
        state.any = new Object() {
            final Object itself = this;
        };

        assertThatThrownBy(() -> difference(state)).isInstanceOf(EsException.class);
    }
}
