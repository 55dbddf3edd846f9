package dev.eventfold.es.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvolutionTest {
    record V1(String text) {}

    record V2(int length) {}

    @Test
    void what_never_changed_has_version_one_and_no_older_names() {
        EventType<V1> type = new EventType<>("a", "V1", V1.class);

        assertThat(type.evolution()).isEqualTo(new Evolution(1, List.of(), List.of()));
    }

    @Test
    void there_is_one_version_more_than_upcasters() {
        Evolution evolution = Evolution.through(
                        new Upcaster<>(1, V1.class, v1 -> new V2(v1.text().length())))
                .formerly("Text");

        assertThat(evolution.version()).isEqualTo(2);
        assertThat(evolution.formerNames()).containsExactly("Text");
    }

    @Test
    void a_version_that_nothing_reads_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Evolution(2, List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evolution.through(new Upcaster<>(2, V1.class, v1 -> new V2(1))));
    }

    @Test
    void an_older_shape_can_be_its_members() {
        Upcaster<?, V2> upcaster = Upcaster.ofMembers(1, members -> new V2(members.size()));

        assertThat(upcaster.reads()).isEqualTo(Map.class);
        assertThat(step(upcaster, Map.of("text", "x"))).isEqualTo(new V2(1));
    }

    private static <F, T> T step(Upcaster<F, T> upcaster, Object older) {
        return upcaster.step().apply(upcaster.reads().cast(older));
    }
}
