package billing;

import dev.eventfold.es.runtime.AggregateStore;
import java.nio.file.Path;

/** Charges what is due each time that it is called, and says what the subscription has paid. */
public final class Main {
    private Main() {}

    /**
     * Runs once.
     *
     * @param args the directory of the store; {@code data} unless given
     */
    public static void main(String[] args) {
        try (AggregateStore store = AggregateStore.open(Path.of(args.length == 0 ? "data" : args[0]))) {
            if (!store.state(Subscription.class, "ada").active()) {
                store.execute(Commands.to("ada", new SubscriptionCommand.Subscribe(900)));
            }
            System.out.println(ProcessManagers.runAll(store).timedOut() + " charged");
            System.out.println(store.state(Subscription.class, "ada"));
        }
    }
}
