package flights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.AggregateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class MainTest {
    private static final String BROKEN_AT_ROW_3 = """
            [{"date":"2001/01/01 01:10","delay":95,"distance":2399,"origin":"HNL","destination":"SFO"},
             {"date":"2001/01/01 06:55","delay":-19,"distance":1797,"origin":"LAX","destination":"BNA"},
             {"date":"2001/01/01 07:00","delay":"three","distance":933,"origin":"SAN","destination":"PDX"}]
            """;

    @TempDir
    private Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    @Test
    void the_summary_is_what_the_file_alone_says() throws Exception {
        Program program = Program.run(Program.SAMPLE, data());

        assertThat(program.errors()).isEmpty();
        assertThat(program.exitCode()).isZero();
        assertThat(program.output()).hasSize(6).last().isEqualTo(simulated(Program.SAMPLE));
        assertThat(Files.readAllLines(Path.of("data", "README.md"))).contains(simulated(Program.SAMPLE));
    }

    @Test
    void a_second_run_records_and_dispatches_nothing_and_comes_to_the_same() throws Exception {
        String summary = last(Program.run(Program.SAMPLE, data()).output());

        List<String> again = Program.run(Program.SAMPLE, data()).output();

        assertThat(last(again)).isEqualTo(summary);
        assertThat(again.subList(0, again.size() - 1))
                .hasSize(5)
                .allMatch(line -> line.endsWith(": recorded 0, known 1000, dispatched 0, dead-lettered 0"));
    }

    @Test
    void a_missing_file_is_one_line_and_exit_code_2() throws Exception {
        Path missing = directory.resolve("nowhere.json");

        Program program = Program.run(missing, data());

        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.errors()).containsExactly("flights: no such flights file: file=" + missing);
        assertThat(program.output()).isEmpty();
        assertThat(data()).doesNotExist();
    }

    @Test
    void a_broken_row_is_one_line_and_exit_code_2_and_what_came_before_it_stays() throws Exception {
        Path broken = Files.writeString(directory.resolve("broken.json"), BROKEN_AT_ROW_3);

        Program program = Program.run(broken, data());

        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.errors())
                .containsExactly("flights: broken row: file=" + broken
                        + ", row=3, field=delay, expected=a whole number, found=\"three\"");
        Files.writeString(broken, BROKEN_AT_ROW_3.replace("\"three\"", "3"));
        assertThat(Program.run(broken, data()).output())
                .containsExactly(
                        "row 3: recorded 1, known 2, dispatched 0, dead-lettered 0",
                        "flights=3 severe=1 vouchers=1 incidents=0 deadLettered=0");
    }

    @Test
    void a_data_directory_in_use_is_named_with_the_cause() throws Exception {
        try (AggregateStore other = AggregateStore.open(data())) {
            Program program = Program.run(Program.SAMPLE, data());

            assertThat(program.exitCode()).isEqualTo(3);
            assertThat(program.errors())
                    .singleElement()
                    .asString()
                    .startsWith("flights: data directory " + data() + ": ")
                    .contains("lock");
            assertThat(other.streams("route")).isEmpty();
        }
    }

    @Test
    void a_data_directory_that_is_a_file_is_named_with_the_cause() throws Exception {
        Files.writeString(data(), "not a directory");

        Program program = Program.run(Program.SAMPLE, data());

        assertThat(program.exitCode()).isEqualTo(3);
        assertThat(program.errors()).singleElement().asString().startsWith("flights: data directory " + data() + ": ");
        assertThat(data()).hasContent("not a directory");
    }

    @Test
    void a_data_directory_that_is_not_ours_is_left_alone() throws Exception {
        Path foreign = Files.createDirectories(data().resolve("events")).resolve("00000000000000000001.jsonl");
        Files.writeString(foreign, "{\"somebody\":\"else's\"}\n");

        Program program = Program.run(Program.SAMPLE, data());

        assertThat(program.exitCode()).isEqualTo(3);
        assertThat(program.errors()).singleElement().asString().startsWith("flights: data directory " + data() + ": ");
        assertThat(foreign).hasContent("{\"somebody\":\"else's\"}\n");
    }

    /** The airports' rules, flight by flight in the order of the file, without any of our code. */
    private static String simulated(Path file) throws IOException {
        Map<String, Integer> severe = new HashMap<>();
        int flights = 0;
        int vouchers = 0;
        int refused = 0;
        int incidents = 0;
        for (JsonNode flight : JsonMapper.shared().readTree(Files.readString(file))) {
            flights++;
            if (flight.get("delay").intValue() >= 60) {
                int delays = severe.merge(flight.get("origin").stringValue(), 1, Integer::sum);
                vouchers += delays <= 12 ? 1 : 0;
                refused += delays > 12 ? 1 : 0;
                incidents += delays == 10 ? 1 : 0;
            }
        }
        int severeDelays = severe.values().stream().mapToInt(Integer::intValue).sum();
        return "flights=" + flights + " severe=" + severeDelays + " vouchers=" + vouchers + " incidents=" + incidents
                + " deadLettered=" + refused;
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }
}
