package orders;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrdersSimulationTest {
    @Test
    void the_shop_keeps_its_promises_whatever_comes_in_between() {
        OrdersSimulation.shop()
                .processManagers(Fulfilment.class)
                .subscribers(world -> List.of(new Carrier(world)))
                .length(5, 100)
                .run();
    }
}
