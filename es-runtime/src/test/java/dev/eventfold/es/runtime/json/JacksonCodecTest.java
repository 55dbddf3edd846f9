package dev.eventfold.es.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.eventfold.es.EsException;
import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.store.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

final class JacksonCodecTest {
    private final Codec codec = Jackson.codec();

    record Reserve(String orderId, int quantity) {
        int getTwice() {
            return quantity * 2;
        }

        boolean isLarge() {
            return quantity > 10;
        }
    }

    @Test
    void a_record_is_stored_as_its_components_in_their_order_and_without_derived_getters() {
        Json json = codec.write(new Reserve("ord-1", 2));

        assertThat(json.text()).isEqualTo("{\"orderId\":\"ord-1\",\"quantity\":2}");
        assertThat(codec.readCommand(json, Reserve.class)).isEqualTo(new Reserve("ord-1", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"quantity\":2}", "{\"orderId\":\"x\"}", "{}"})
    void a_missing_component_is_an_error_of_commands_and_events_alike(String json) {
        assertThatThrownBy(() -> codec.readCommand(Json.of(json), Reserve.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("unreadable payload: type=" + Reserve.class.getName())
                .hasMessageContaining("Missing required");
        assertThatThrownBy(() -> codec.readEvent(Json.of(json), Reserve.class)).isInstanceOf(UnreadablePayload.class);
    }

    @Test
    void an_unknown_member_is_an_error_of_a_command_that_names_it_and_the_known_ones() {
        Json json = Json.of("{\"orderId\":\"x\",\"quantity\":2,\"quantty\":3}");

        assertThatThrownBy(() -> codec.readCommand(json, Reserve.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("path=quantty")
                .hasMessageContaining("unknown member \"quantty\", known are [orderId, quantity]");
        assertThat(codec.readEvent(json, Reserve.class)).isEqualTo(new Reserve("x", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderId\":\"x\",\"quantity\":\"2\"}",
                "{\"orderId\":\"x\",\"quantity\":2.5}",
                "{\"orderId\":\"x\",\"quantity\":null}",
                "{\"orderId\":7,\"quantity\":2}",
                "{\"orderId\":\"x\",\"quantity\":2}}",
                "{\"orderId\":\"x\",\"quantity\":2,\"quantity\":3}",
                "{\"orderId\":\"x\",\"quantity\":99999999999}",
                "[\"x\",2]",
                "null",
                "",
                "{\"orderId\":"
            })
    void what_does_not_fit_a_command_is_an_error_and_never_bent_to_fit(String json) {
        assertThatThrownBy(() -> codec.readCommand(Json.of(json), Reserve.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageStartingWith("unreadable payload: type=");
    }

    @Test
    void the_message_gives_no_advice_about_settings_that_are_not_the_users() {
        assertThatThrownBy(() -> codec.readCommand(Json.of("{\"orderId\":\"x\",\"quantity\":\"2\"}"), Reserve.class))
                .hasMessageEndingWith("problem=Cannot coerce String value (\"2\") to `int` value");
    }

    record Line(String sku, int quantity) {}

    record Placed(List<Line> lines) {}

    @Test
    void the_message_names_the_path_to_the_member_that_does_not_fit() {
        Json json = Json.of("{\"lines\":[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"b\",\"quantity\":true}]}");

        assertThatThrownBy(() -> codec.readEvent(json, Placed.class)).hasMessageContaining("path=lines[1].quantity");
    }

    record Noted(Optional<String> note, OptionalInt count, String by) {}

    @Test
    void an_optional_may_be_missing_or_null_and_is_empty_then() {
        Noted empty = new Noted(Optional.empty(), OptionalInt.empty(), "me");

        assertThat(codec.readCommand(Json.of("{\"by\":\"me\"}"), Noted.class)).isEqualTo(empty);
        assertThat(codec.readEvent(codec.write(empty), Noted.class)).isEqualTo(empty);
        assertThat(codec.readEvent(codec.write(new Noted(Optional.of("n"), OptionalInt.of(3), "me")), Noted.class))
                .isEqualTo(new Noted(Optional.of("n"), OptionalInt.of(3), "me"));
    }

    enum Colour {
        RED,
        BLUE;

        @Override
        public String toString() {
            return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
        }
    }

    record OrderId(String value) {}

    record Number(int value) {}

    record Sku(@JsonValue String value) {}

    record Everything(
            BigDecimal price,
            BigInteger big,
            Instant at,
            LocalDate day,
            Duration took,
            OffsetDateTime offset,
            ZonedDateTime zoned,
            Colour colour,
            UUID uuid,
            OrderId order,
            double ratio,
            Map<String, Integer> byName,
            Map<Colour, Integer> byColour,
            Map<UUID, Integer> byUuid,
            Map<Long, Integer> byLong,
            Map<OrderId, Integer> byOrder,
            Map<Number, Integer> byNumber) {}

    @Test
    void every_supported_value_comes_back_as_it_was() {
        UUID uuid = UUID.fromString("00000000-0000-0001-0000-000000000002");
        Everything all = new Everything(
                new BigDecimal("1.10"),
                new BigInteger("9".repeat(2_000)),
                Instant.parse("2026-11-23T22:05:01.123456789Z"),
                LocalDate.of(2026, 11, 23),
                Duration.ofMillis(90_061_001),
                OffsetDateTime.parse("2026-11-23T22:05:01+05:30"),
                ZonedDateTime.parse("2026-11-23T22:05:01+01:00[Europe/Berlin]"),
                Colour.BLUE,
                uuid,
                new OrderId("ord/1"),
                0.1,
                Map.of("a", 1),
                Map.of(Colour.RED, 1),
                Map.of(uuid, 1),
                Map.of(7L, 1),
                Map.of(new OrderId("o"), 1),
                Map.of(new Number(3), 1));

        Json json = codec.write(all);

        assertThat(json.text())
                .contains("\"price\":1.10,")
                .contains("\"at\":\"2026-11-23T22:05:01.123456789Z\"")
                .contains("\"took\":\"PT25H1M1.001S\"")
                .contains("\"colour\":\"BLUE\"")
                .contains("\"order\":{\"value\":\"ord/1\"}")
                .contains("\"byColour\":{\"RED\":1}")
                .contains("\"byOrder\":{\"o\":1}")
                .contains("\"byNumber\":{\"3\":1}");
        assertThat(codec.readCommand(json, Everything.class)).isEqualTo(all);
    }

    record Tag<T>(String value) {}

    @Test
    void a_generic_record_of_one_component_is_a_key_of_a_map() {
        record Counted(Map<Tag<Sku>, Integer> bySku) {}
        Counted counted = new Counted(Map.of(new Tag<>("a"), 1));

        assertThat(codec.write(counted).text()).isEqualTo("{\"bySku\":{\"a\":1}}");
        assertThat(codec.readEvent(codec.write(counted), Counted.class)).isEqualTo(counted);
    }

    @Test
    void a_type_that_says_it_is_one_value_is_stored_as_that_value() {
        record Picked(Sku sku, List<Sku> others) {}
        Picked picked = new Picked(new Sku("a"), List.of(new Sku("b")));

        assertThat(codec.write(picked).text()).isEqualTo("{\"sku\":\"a\",\"others\":[\"b\"]}");
        assertThat(codec.readEvent(codec.write(picked), Picked.class)).isEqualTo(picked);
    }

    static final class Payload {
        private String name = "unset";
        private Optional<String> note = Optional.of("unset");
        private transient int cached = 7;

        Payload() {}

        int getCached() {
            return cached;
        }
    }

    @Test
    void a_class_is_stored_as_its_fields_and_held_to_the_same_completeness() {
        Payload payload = new Payload();
        payload.name = "n";

        assertThat(codec.write(payload).text()).isEqualTo("{\"name\":\"n\",\"note\":\"unset\"}");
        Payload read = codec.readEvent(Json.of("{\"name\":\"m\"}"), Payload.class);
        assertThat(read.name).isEqualTo("m");
        assertThat(read.note).isEmpty();
        assertThat(read.cached).isEqualTo(7);
        assertThatThrownBy(() -> codec.readEvent(Json.of("{\"note\":null}"), Payload.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("Missing required property 'name'");
    }

    @Test
    void state_of_a_class_keeps_the_initial_value_of_a_new_field_and_refuses_one_that_is_gone() {
        Payload read = codec.readState(Json.of("{\"note\":null}"), Payload.class);

        assertThat(read.name).isEqualTo("unset");
        assertThatThrownBy(() -> codec.readState(Json.of("{\"name\":\"m\",\"gone\":1}"), Payload.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("unknown member \"gone\"");
        assertThatThrownBy(() -> codec.readState(Json.of("{\"orderId\":\"x\"}"), Reserve.class))
                .isInstanceOf(UnreadablePayload.class);
    }

    @Test
    void a_payload_is_one_line_whatever_its_text_holds() {
        Reserve nasty = new Reserve("line\nbreak\r\u2028\u0000\"\\ \uD83D\uDE00 é", 1);

        Json json = codec.write(nasty);

        assertThat(json.text()).doesNotContain("\n", "\r");
        assertThat(codec.readCommand(json, Reserve.class)).isEqualTo(nasty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "a\uD83Db", "\uDE00", "\uDE00\uD83D"})
    void half_a_surrogate_pair_in_a_payload_is_escaped_and_comes_back(String broken) {
        Json json = codec.write(new Reserve(broken, 1));

        assertThat(Json.of(json.text())).isEqualTo(json);
        assertThat(codec.readCommand(json, Reserve.class).orderId()).isEqualTo(broken);
    }

    record Nothing() {}

    static final class Bare {}

    @Test
    void a_payload_without_members_is_an_empty_object() {
        assertThat(codec.write(new Nothing()).text()).isEqualTo("{}");
        assertThat(codec.readEvent(Json.of("{}"), Nothing.class)).isEqualTo(new Nothing());
        assertThat(codec.write(new Bare()).text()).isEqualTo("{}");
        assertThat(codec.readCommand(Json.of("{}"), Bare.class)).isNotNull();
        assertThatThrownBy(() -> codec.readCommand(Json.of("{\"x\":1}"), Nothing.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("unknown member \"x\"");
    }

    record Positive(int value) {
        Positive {
            if (value < 0) {
                throw new IllegalArgumentException("negative");
            }
        }
    }

    @Test
    void a_constructor_that_refuses_is_named_as_the_problem() {
        assertThatThrownBy(() -> codec.readCommand(Json.of("{\"value\":-1}"), Positive.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContaining("its constructor threw java.lang.IllegalArgumentException: negative");
    }

    record Free(Map<String, Object> values) {}

    @Test
    void free_form_values_keep_exact_decimals_and_their_order() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("z", new BigDecimal("1.10"));
        values.put("a", List.of(1, "x"));

        Free read = codec.readEvent(codec.write(new Free(values)), Free.class);

        assertThat(read.values()).isEqualTo(values);
        assertThat(codec.write(read).text()).isEqualTo("{\"values\":{\"z\":1.10,\"a\":[1,\"x\"]}}");
    }

    record Money(String amount) {}

    @Test
    void a_users_own_settings_cannot_undo_what_the_log_rests_on() {
        Codec own =
                Jackson.with(json -> json.enable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .enable(tools.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .addMixIn(Money.class, MoneyAsText.class));

        assertThat(own.write(new Reserve("o", 1)).text()).isEqualTo("{\"orderId\":\"o\",\"quantity\":1}");
        assertThat(own.write(new Money("3.20")).text()).isEqualTo("\"3.20\"");
        assertThatThrownBy(() -> own.readCommand(Json.of("{\"orderId\":\"x\",\"quantity\":\"2\"}"), Reserve.class))
                .isInstanceOf(UnreadablePayload.class);
    }

    @Test
    void what_a_users_own_reader_or_writer_throws_is_told_as_a_payload_that_does_not_fit() {
        SimpleModule module = new SimpleModule()
                .addDeserializer(Money.class, new ValueDeserializer<>() {
                    @Override
                    public Money deserialize(JsonParser parser, DeserializationContext context) {
                        throw new IllegalStateException("no such currency");
                    }
                })
                .addSerializer(Money.class, new ValueSerializer<>() {
                    @Override
                    public void serialize(Money money, JsonGenerator generator, SerializationContext context) {
                        throw new IllegalStateException("no such currency");
                    }
                });
        Codec own = Jackson.with(json -> json.addModule(module));

        assertThatThrownBy(() -> own.readEvent(Json.of("\"3\""), Money.class))
                .isInstanceOf(UnreadablePayload.class)
                .hasMessageContainingAll(Money.class.getName(), "no such currency");
        assertThatThrownBy(() -> own.write(new Money("3")))
                .isInstanceOf(EsException.class)
                .hasMessageContainingAll(Money.class.getName(), "no such currency");
    }

    interface MoneyAsText {
        @JsonValue
        String amount();
    }
}
