package dev.eventfold.es.benchmarks.raw;

import dev.eventfold.es.benchmarks.program.Purchased;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Reads and writes one class by Jackson's streaming parser and generator, as one would by hand, with nothing checked but what is needed. */
public final class RawPurchase {
    private final JsonFactory json = new JsonFactory();

    /**
     * Writes it.
     *
     * @param purchased the event
     * @return its JSON
     */
    public byte[] write(Purchased purchased) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeStringProperty("orderId", purchased.orderId());
            out.writeStringProperty("customer", purchased.customer());
            out.writeStringProperty("at", purchased.at().toString());
            out.writeArrayPropertyStart("lines");
            for (Purchased.Line line : purchased.lines()) {
                out.writeStartObject();
                out.writeStringProperty("sku", line.sku());
                out.writeNumberProperty("quantity", line.quantity());
                out.writeNumberProperty("price", line.price());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeNumberProperty("total", purchased.total());
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads it.
     *
     * @param utf8 its JSON
     * @return the event
     */
    public Purchased read(byte[] utf8) {
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), utf8)) {
            in.nextToken();
            return purchased(in);
        }
    }

    @SuppressWarnings("NullAway") // the JSON is its own
    private static Purchased purchased(JsonParser in) {
        String orderId = null;
        String customer = null;
        Instant at = null;
        List<Purchased.Line> lines = null;
        BigDecimal total = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "orderId" -> orderId = in.getString();
                case "customer" -> customer = in.getString();
                case "at" -> at = Instant.parse(in.getString());
                case "lines" -> lines = lines(in);
                case "total" -> total = in.getDecimalValue();
                default -> in.skipChildren();
            }
        }
        return new Purchased(orderId, customer, at, lines, total);
    }

    private static List<Purchased.Line> lines(JsonParser in) {
        List<Purchased.Line> lines = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            lines.add(line(in));
        }
        return lines;
    }

    @SuppressWarnings("NullAway") // the JSON is its own
    private static Purchased.Line line(JsonParser in) {
        String sku = null;
        int quantity = 0;
        BigDecimal price = null;
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            switch (name) {
                case "sku" -> sku = in.getString();
                case "quantity" -> quantity = in.getIntValue();
                case "price" -> price = in.getDecimalValue();
                default -> in.skipChildren();
            }
        }
        return new Purchased.Line(sku, quantity, price);
    }
}
