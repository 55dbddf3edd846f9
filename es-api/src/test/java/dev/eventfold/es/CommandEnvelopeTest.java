package dev.eventfold.es;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.eventfold.es.spi.CommandType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandEnvelopeTest {
    record Increment(int by) {}

    private static final CommandType<Increment> INCREMENT = new CommandType<>("counter", "Increment", Increment.class);

    private static CommandEnvelope increment(String instanceId) {
        return CommandEnvelope.of(INCREMENT, instanceId, new Increment(1));
    }

    @Test
    @DisplayName("S-18 an envelope names aggregate, instance and command, and everything else is optional")
    void an_envelope_names_its_target_and_leaves_the_rest_open() {
        CommandEnvelope envelope = increment("c-1");

        assertThat(envelope.aggregate()).isEqualTo("counter");
        assertThat(envelope.instanceId()).isEqualTo("c-1");
        assertThat(envelope.command()).isEqualTo("Increment");
        assertThat(envelope.payload()).isEqualTo(new Increment(1));
        assertThat(envelope.commandId()).isEmpty();
        assertThat(envelope.correlationId()).isEmpty();
        assertThat(envelope.actor()).isEmpty();
        assertThat(envelope.metadata()).isEmpty();
        assertThat(envelope.expectedVersion()).isEmpty();
    }

    @Test
    @DisplayName("S-18 actor, correlation id and metadata are added by copies")
    void each_with_method_returns_a_copy_and_leaves_the_original_alone() {
        CommandEnvelope plain = increment("c-1");

        CommandEnvelope full = plain.withCommandId("cmd")
                .withCorrelationId("flow")
                .withActor("alice")
                .withMetadata("tenant", "t1")
                .withMetadata("trace", "x")
                .withExpectedVersion(0);

        assertThat(full.commandId()).contains("cmd");
        assertThat(full.correlationId()).contains("flow");
        assertThat(full.actor()).contains("alice");
        assertThat(full.metadata()).containsExactly(entry("tenant", "t1"), entry("trace", "x"));
        assertThat(full.expectedVersion()).hasValue(0);
        assertThat(plain).isEqualTo(increment("c-1")).isNotEqualTo(full);
    }

    @Test
    void envelopes_are_equal_by_value() {
        CommandEnvelope one = increment("c-1").withMetadata("k", "v").withActor("a");
        CommandEnvelope same = increment("c-1").withActor("a").withMetadata("k", "v");

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(one.withExpectedVersion(3)).isNotEqualTo(increment("c-2"));
        assertThat(one).hasToString("Increment to counter/c-1: Increment[by=1]");
    }

    @Test
    void what_comes_from_outside_is_kept_as_text_until_it_is_executed() {
        CommandEnvelope envelope = CommandEnvelope.ofJson("no-such", "c-1", "Nothing", "not even json");

        assertThat(envelope.payload()).isEqualTo("not even json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "/etc/passwd", "a/b", "é\uD83D\uDE00", "line\nbreak", "\u0000"})
    @DisplayName("W-20 any well-formed text is an instance id, because none ever names a path")
    void any_well_formed_text_is_an_instance_id(String instanceId) {
        assertThat(increment(instanceId).instanceId()).isEqualTo(instanceId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uDE00", "\uDE00\uD83D"})
    void half_a_surrogate_pair_is_no_instance_id(String instanceId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> increment(instanceId))
                .withMessageStartingWith("illegal instance id, it holds half a surrogate pair: index=");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandEnvelope.ofJson("counter", instanceId, "Increment", "{}"));
    }

    @Test
    void an_instance_id_has_at_most_1024_bytes_of_utf_8() {
        assertThat(increment("é".repeat(512)).instanceId()).hasSize(512);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> increment("é".repeat(512) + "x"))
                .withMessage("illegal instance id, it is too long: utf8Bytes=1025, most=1024");
    }

    @Test
    void the_other_ids_must_say_something() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> increment("c").withCommandId(""))
                .withMessage("illegal command id, it is empty");
        assertThatIllegalArgumentException().isThrownBy(() -> increment("c").withCorrelationId(""));
        assertThatIllegalArgumentException().isThrownBy(() -> increment("c").withActor(""));
        assertThatIllegalArgumentException().isThrownBy(() -> increment("c").withMetadata("k", "\uD83D"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> increment("c").withExpectedVersion(-1))
                .withMessage("expected version must not be negative: expectedVersion=-1");
    }

    @Test
    void metadata_cannot_be_changed_from_outside() {
        CommandEnvelope envelope = increment("c").withMetadata("k", "v");

        assertThatThrownBy(() -> envelope.metadata().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void the_end_of_an_instance_is_an_effect_and_always_the_same_one() {
        assertThat(Effect.end()).isSameAs(Effect.end()).isNotInstanceOf(CommandEnvelope.class);
    }

    @Test
    void a_rejection_is_named_by_its_class() {
        final class OutOfStock extends CommandRejected {
            private static final long serialVersionUID = 1L;

            OutOfStock() {
                super("none left");
            }
        }

        assertThat(new OutOfStock().code()).isEqualTo("OutOfStock");
        assertThat(new CommandRejected("no").code()).isEqualTo("CommandRejected");
    }
}
