package dev.eventfold.es.it.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.json.Jackson;
import dev.eventfold.es.runtime.store.Json;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the table says of shapes is what the codec does. A change that compiles or is recorded: whatever the old class stored, the new one reads,
 * and writes it as it was. A change that breaks: something that the old class stored is refused, or comes out otherwise.
 */
@Execution(ExecutionMode.CONCURRENT)
class VerdictsAreTrueTest {
    private static final Set<String> OF_SHAPES = Set.of(Change.COMPILES, Change.RECORDED, "StoredShapeChanged");
    private static final JsonMapper TREES = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Codec codec = Jackson.codec();

    static List<Change> changes() throws IOException {
        return Change.all().stream()
                .filter(change -> OF_SHAPES.contains(change.verdict()))
                .filter(change -> !List.of("Versions", "Keys of a process manager", "Aggregates")
                        .contains(change.section()))
                .filter(change -> !change.before().equals(Snippets.NOTHING))
                .filter(change -> !change.now().contains("version = "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void the_codec_agrees(Change change, @TempDir Path directory) throws IOException {
        ProgramCompiler compiler = new ProgramCompiler(directory);
        Class<?> before = compiler.storedClass(change.programBefore());
        Class<?> now = compiler.storedClass(change.programNow());

        List<Json> lost = Samples.of(before)
                .map(codec::write)
                .flatMap(whole -> Stream.of(whole, withoutEmpty(whole, before)))
                .filter(stored -> !isKept(change, stored, now))
                .toList();

        assertThat(lost.isEmpty()).as("%s: lost %s", change, lost).isEqualTo(!change.breaks());
    }

    private boolean isKept(Change change, Json stored, Class<?> now) {
        try {
            Json written = codec.write(read(change.section(), stored, now));
            boolean mayDrop = !List.of("Commands", "State of a process manager").contains(change.section());
            return isKept(tree(stored), tree(written), mayDrop);
        } catch (EsException refused) {
            return false;
        }
    }

    /** What is optional was perhaps not there yet when it was stored. */
    private static Json withoutEmpty(Json whole, Class<?> type) {
        ObjectNode members = (ObjectNode) tree(whole);
        for (Field field : type.getDeclaredFields()) {
            if (field.getType() == Optional.class
                    && members.path(field.getName()).isNull()) {
                members.remove(field.getName());
            }
        }
        return Json.ofUtf8(TREES.writeValueAsBytes(members));
    }

    private Object read(String section, Json stored, Class<?> now) {
        return switch (section) {
            case "Commands" -> codec.readCommand(stored, now);
            case "State of a process manager" -> codec.readState(stored, now);
            default -> codec.readEvent(stored, now);
        };
    }

    private static JsonNode tree(Json json) {
        return TREES.readTree(json.utf8());
    }

    private static boolean isKept(JsonNode stored, JsonNode written, boolean mayDrop) {
        if (stored.isObject() && written.isObject()) {
            for (Map.Entry<String, JsonNode> member : stored.properties()) {
                JsonNode now = written.get(member.getKey());
                if (now == null ? !mayDrop : !isKept(member.getValue(), now, mayDrop)) {
                    return false;
                }
            }
            return true;
        }
        if (stored.isArray() && written.isArray() && stored.size() == written.size()) {
            Iterator<JsonNode> now = written.iterator();
            for (JsonNode element : stored) {
                if (!isKept(element, now.next(), mayDrop)) {
                    return false;
                }
            }
            return true;
        }
        return stored.isNumber() && written.isNumber()
                ? stored.decimalValue().compareTo(written.decimalValue()) == 0
                : stored.equals(written);
    }
}
