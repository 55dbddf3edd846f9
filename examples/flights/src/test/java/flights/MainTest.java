package flights;

import static org.assertj.core.api.Assertions.assertThat;

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
