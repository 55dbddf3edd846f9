// file: shop/Shop.java
package shop;

import dev.eventfold.es.*;
import java.util.Map;

public final class Shop {
    private Shop() {}

    @CommandFor(value = "order", version = 2, formerly = "MakeOrder")
    record Place(String id) {
        @Upcasts(from = 1)
        static Place older(Map<String, Object> members) {
            return new Place(members.toString());
        }
    }

    @EventOf(value = "order", version = 3, formerly = {"OrderMade", "made"})
    record Placed(String id, int total) {
        record V1(String id) {}

        @Upcasts(from = 1)
        static Map<String, Object> older(V1 event) {
            return Map.of("id", event.id());
        }

        @Upcasts(from = 2)
        static Placed older(Map<String, Object> members) {
            return new Placed((String) members.get("id"), 0);
        }
    }

    @Aggregate("order")
    record Order() {
        @Handles
        Placed handle(Place command) {
            return new Placed(command.id(), 1);
        }

        @Applies
        Order apply(Placed event) {
            return this;
        }
    }

    @ProcessManager(value = "desk", version = 2)
    record Desk(int seen) {
        Desk() {
            this(0);
        }

        record V1(long seen) {}

        @Upcasts(from = 1)
        static Desk older(V1 state) {
            return new Desk((int) state.seen());
        }

        @Reacts(event = "OrderMade")
        void on(Placed event) {}
    }

    @ProcessManager(value = "audit", formerly = {"log", "Audit"})
    static final class Audit {
        @Reacts(aggregate = "order", event = "Placed")
        void on(RecordedEvent event) {}
    }

    @Projection("scribe")
    record Scribe(int seen) {
        Scribe() {
            this(0);
        }

        @Projects(aggregate = Reacts.ANY, event = "made", key = "id")
        Scribe on(RecordedEvent event) {
            return new Scribe(seen + 1);
        }
    }
}
