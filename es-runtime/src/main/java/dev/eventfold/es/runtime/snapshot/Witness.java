package dev.eventfold.es.runtime.snapshot;

import dev.eventfold.es.runtime.store.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Tells an event from any other that another history could have in its place. */
final class Witness {
    private Witness() {}

    static String of(StoredEvent event) {
        String place = event.position() + " " + event.stream() + " " + event.version() + " "
                + event.event().name() + " " + event.event().at() + " "
                + event.event().origin().commandId() + " "
                + event.event().origin().correlationId();
        byte[] text = place.getBytes(StandardCharsets.UTF_8);
        byte[] data = event.event().data().utf8();
        return HexFormat.of().toHexDigits((int) sum(new CRC32C(), text, data))
                + HexFormat.of().toHexDigits((int) sum(new CRC32(), text, data));
    }

    private static long sum(Checksum checksum, byte[] text, byte[] data) {
        checksum.update(text, 0, text.length);
        checksum.update(data, 0, data.length);
        return checksum.getValue();
    }
}
