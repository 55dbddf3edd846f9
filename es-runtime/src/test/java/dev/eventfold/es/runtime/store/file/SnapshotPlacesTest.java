package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotPlacesTest {
    private static final int MANY = 20_000;

    private final SnapshotPlaces places = new SnapshotPlaces("k3v9qx7m");

    private static StreamId stream(int number) {
        return new StreamId("order", "o-" + number);
    }

    private static SnapshotPlaces.Place place(int number) {
        return new SnapshotPlaces.Place(number * 300L, 300);
    }

    @Test
    void the_newest_place_of_a_stream_is_found_and_the_one_before_is_given_back() {
        places.put(stream(1), place(1));
        places.put(stream(2), place(2));

        SnapshotPlaces.Place before = places.put(stream(1), place(3));

        assertThat(before).isEqualTo(place(1));
        assertThat(places.get(stream(1))).isEqualTo(place(3));
        assertThat(places.get(stream(2))).isEqualTo(place(2));
        assertThat(places.get(stream(3))).isEqualTo(SnapshotPlaces.Place.NONE);
    }

    @Test
    void each_of_many_streams_has_its_own_place_and_all_are_told_in_the_order_of_the_file() throws IOException {
        for (int n = MANY - 1; n >= 0; n--) {
            assertThat(places.put(stream(n), place(n))).isEqualTo(SnapshotPlaces.Place.NONE);
        }

        List<SnapshotPlaces.Place> all = new ArrayList<>();
        places.forEach(all::add);

        for (int n = 0; n < MANY; n++) {
            assertThat(places.get(stream(n))).isEqualTo(place(n)).isEqualTo(all.get(n));
        }
        assertThat(all).hasSize(MANY);
    }

    @Test
    void what_is_beyond_all_bounds_has_no_place() {
        SnapshotPlaces.Place farthest = new SnapshotPlaces.Place((1L << 39) - 1, SnapshotFile.LARGEST);
        places.put(stream(1), farthest);

        places.put(stream(1), new SnapshotPlaces.Place(1L << 39, 300));

        assertThat(places.get(stream(1))).isEqualTo(farthest);
    }
}
