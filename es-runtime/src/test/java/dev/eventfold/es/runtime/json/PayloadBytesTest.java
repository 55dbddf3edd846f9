package dev.eventfold.es.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadBytesTest {
    @Test
    void what_comes_in_pieces_is_all_there_in_order() {
        PayloadBytes bytes = new PayloadBytes();
        bytes.write('[');
        for (int piece = 0; piece < 10; piece++) {
            byte[] text = (piece + ",").getBytes(StandardCharsets.US_ASCII);
            bytes.write(text, 0, piece == 9 ? 1 : 2);
        }
        bytes.write(']');

        assertThat(bytes.json().text()).isEqualTo("[0,1,2,3,4,5,6,7,8,9]");
    }
}
