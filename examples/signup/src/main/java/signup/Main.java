package signup;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Subscription;
import java.nio.file.Path;

/** Signs somebody up, with a mailbox and a provider that only print. */
public final class Main {
    private Main() {}

    /**
     * Runs once.
     *
     * @param args the directory of the store; {@code data} unless given
     */
    public static void main(String[] args) {
        Mails mails = (id, to, text) -> System.out.println("mail to " + to + ": " + text);
        PaymentProvider provider = (key, payer, cents) -> new PaymentProvider.Answer.Charged("r-1");
        try (AggregateStore store = AggregateStore.open(Path.of(args.length == 0 ? "data" : args[0]));
                Subscription mailer = store.subscribe(new Mailer(mails));
                Subscription cashier = store.subscribe(new Cashier(provider))) {
            store.execute(Commands.to("anna", new AccountCommand.SignUp("anna@example.org", "4711"))
                    .withCommandId("sign-up-anna"));
            mailer.catchUp();
            store.execute(Commands.to("anna", new AccountCommand.ConfirmEmail("4711")));
            cashier.catchUp();
            System.out.println(store.projection(Signups.class).confirmed() + " confirmed");
            System.out.println(store.projection(AccountPage.class, "anna").orElseThrow());
        }
    }
}
