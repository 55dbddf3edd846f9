package signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as a person would. */
final class MainTest {
    @TempDir
    private Path directory;

    @Test
    void whoever_confirms_his_address_is_charged() {
        assertThat(run())
                .satisfiesExactly(
                        mail -> assertThat(mail)
                                .isEqualTo(
                                        "mail to anna@example.org: https://example.org/confirm?account=anna&code=4711"),
                        confirmed -> assertThat(confirmed).isEqualTo("1 confirmed"),
                        page -> assertThat(page)
                                .matches(
                                        "AccountPage\\[email=anna@example\\.org, lines=\\[signed up at \\S+Z, confirmed, paid, receipt r-1]]"));
    }

    private List<String> run() {
        PrintStream standardOutput = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Main.main(new String[] {directory.toString()});
        } finally {
            System.setOut(standardOutput);
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
