package flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.route.RecordLanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlightsFileTest {
    private static final String GOOD =
            "{\"date\":\"2001/01/31 23:59\",\"delay\":-7,\"distance\":1797,\"origin\":\"LAX\",\"destination\":\"BNA\"}";

    @TempDir
    private Path directory;

    @Test
    void rows_come_in_the_order_of_the_file_a_batch_at_a_time() throws IOException {
        Path path = file("[" + GOOD + "," + GOOD.replace("LAX", "SFO") + "," + GOOD.replace("LAX", "SJC") + "]");

        try (FlightsFile flights = FlightsFile.open(path)) {
            assertThat(flights.next(2)).extracting(RecordLanding::origin).containsExactly("LAX", "SFO");
            assertThat(flights.next(2)).extracting(RecordLanding::origin).containsExactly("SJC");
            assertThat(flights.next(2)).isEmpty();
            assertThat(flights.next(2)).isEmpty();
        }
    }

    @Test
    void every_field_of_a_row_is_read() throws IOException {
        assertThat(read("[" + GOOD + "]"))
                .containsExactly(new RecordLanding(LocalDateTime.of(2001, 1, 31, 23, 59), -7, 1797, "LAX", "BNA"));
    }

    @Test
    void an_empty_array_has_no_flights() throws IOException {
        assertThat(read(" [ ]\n")).isEmpty();
    }

    @Test
    void the_rows_before_a_broken_one_can_be_used() throws IOException {
        Path path = file("[" + GOOD + ",\n" + GOOD + ",\n17]");

        try (FlightsFile flights = FlightsFile.open(path)) {
            assertThat(flights.next(10)).hasSize(2);
            assertThatThrownBy(() -> flights.next(10))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith("broken row: file=" + path + ", row=3, expected=a JSON object");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', textBlock = """
            "delay":-7            ; "delay":"late"         ; field=delay, expected=a whole number, found="late"
            "delay":-7            ; "delay":1.5            ; field=delay, expected=a whole number, found=1.5
            "delay":-7            ; "delay":99999999999    ; field=delay, expected=a whole number, found=99999999999
            "delay":-7            ; "delay":null           ; field=delay, expected=a whole number, found=null
            "delay":-7,           ; ''                     ; field=delay, expected=a whole number, found=nothing
            "distance":1797       ; "distance":[]          ; field=distance, expected=a whole number, found=[]
            2001/01/31            ; 2001/02/29             ; field=date, expected=a date like 2001/01/31 23:59, found="2001/02/29 23:59"
            "date":"2001/01/31 23:59"; "date":20010131     ; field=date, expected=a date like 2001/01/31 23:59, found=20010131
            "LAX"                 ; ""                     ; field=origin, expected=the code of an airport, found=""
            "BNA"                 ; "B/A"                  ; field=destination, expected=the code of an airport, found="B/A"
            "BNA"                 ; "BNA","gate":4         ; unknown fields=[gate]
            "BNA"                 ; "BNA","origin":"LAX"   ; Duplicate Object property "origin"
            "BNA"                 ; BNA                    ; Unrecognized token 'BNA'
            """)
    void a_broken_row_is_named_with_what_is_wrong(String good, String bad, String fact) throws IOException {
        Path path = file("[" + GOOD + ",\n" + GOOD.replace(good, bad) + "]");

        try (FlightsFile flights = FlightsFile.open(path)) {
            flights.next(1);
            assertThatThrownBy(() -> flights.next(1))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith("broken row: file=" + path + ", row=2, ")
                    .hasMessageContaining(fact)
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void a_file_that_was_cut_short_is_broken_where_it_ends() throws IOException {
        Path path = file("[" + GOOD + "," + GOOD.substring(0, 30));

        try (FlightsFile flights = FlightsFile.open(path)) {
            assertThat(flights.next(10)).hasSize(1);
            assertThatThrownBy(() -> flights.next(10)).hasMessageContaining("row=2, line=1, cause=Unexpected end");
        }
    }

    @Test
    void what_stands_behind_the_array_is_not_overlooked() throws IOException {
        assertThatThrownBy(() -> read("[" + GOOD + "] " + GOOD)).hasMessageContaining("row=2, expected=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            <html>          ; line=1, cause=Unexpected character
            ""              ; expected=a JSON array of flights
            {'flights':[]}  ; expected=a JSON array of flights
            """)
    void what_is_no_array_is_no_flights_file(String text, String fact) throws IOException {
        Path path = file(text.replace('\'', '"'));

        assertThatThrownBy(() -> FlightsFile.open(path))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("not a flights file: file=" + path + ", ")
                .hasMessageContaining(fact)
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path path = directory.resolve("nowhere.json");

        assertThatThrownBy(() -> FlightsFile.open(path))
                .isInstanceOf(BadInput.class)
                .hasMessage("no such flights file: file=" + path);
    }

    @Test
    void a_directory_is_no_file() {
        assertThatThrownBy(() -> FlightsFile.open(directory))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("file=" + directory)
                .hasMessageContaining("directory");
    }

    private List<RecordLanding> read(String text) throws IOException {
        try (FlightsFile flights = FlightsFile.open(file(text))) {
            List<RecordLanding> landings = flights.next(10);
            assertThat(flights.next(10)).isEmpty();
            return landings;
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("flights.json"), text);
    }
}
