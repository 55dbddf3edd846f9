package signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.test.ProjectionFixture;
import dev.eventfold.es.test.SubscriberFixture;
import dev.eventfold.es.test.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import signup.AccountEvent.Charged;
import signup.AccountEvent.EmailConfirmed;
import signup.AccountEvent.SignedUp;

@Timeout(60)
class SignupTest {
    private static final SignedUp SIGNED_UP = new SignedUp("anna@example.org", "4711");

    /** The mails by id: one that comes twice is seen once. */
    private final Map<String, String> mailbox = new LinkedHashMap<>();

    private final Mailer mailer = new Mailer((id, to, text) -> mailbox.put(id, to + " " + text));
    private final Cashier cashier = new Cashier((key, payer, cents) -> new PaymentProvider.Answer.Charged("r-" + key));

    @Test
    void whoever_signs_up_gets_one_mail_also_when_the_event_comes_twice() {
        SubscriberFixture.of(mailer).whenFrom("anna", SIGNED_UP).expectNothing().whenAgain();

        assertThat(mailbox)
                .containsExactly(Map.entry(
                        "anna.1@example.org", "anna@example.org https://example.org/confirm?account=anna&code=4711"));
    }

    @Test
    void the_provider_answers_by_command() {
        SubscriberFixture.of(cashier)
                .whenFrom("anna", new EmailConfirmed("anna@example.org", 500))
                .expectCommands(Commands.to("anna", new AccountCommand.RecordCharge("r-account/anna/1")));
    }

    @Test
    void a_provider_that_cannot_be_reached_is_asked_again() {
        Cashier unlucky = new Cashier((key, payer, cents) -> {
            throw new IOException("no route to host");
        });

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> SubscriberFixture.of(unlucky).when(new EmailConfirmed("anna@example.org", 500)))
                .withMessageContaining("tried again")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void signups_are_counted_by_day() {
        ProjectionFixture.of(Signups.class)
                .at(Instant.parse("2026-11-01T09:00:00Z"))
                .givenFrom("anna", SIGNED_UP)
                .at(Instant.parse("2026-11-02T09:00:00Z"))
                .whenFrom("ben", SIGNED_UP)
                .expectState(signups -> assertThat(signups.byDay())
                        .containsExactly(Map.entry("2026-11-01", 1), Map.entry("2026-11-02", 1)));
    }

    @Test
    void each_account_has_its_page() {
        ProjectionFixture.of(AccountPage.class)
                .givenFrom("ben", SIGNED_UP)
                .givenFrom("anna", SIGNED_UP)
                .whenFrom("anna", new Charged("r-1"))
                .expectState(page -> assertThat(page.lines()).endsWith("paid, receipt r-1"))
                .expectState("ben", page -> assertThat(page.lines()).hasSize(1));
    }

    @Test
    void from_the_first_click_to_the_receipt(@TempDir Path directory) {
        TestClock clock = TestClock.at("2026-11-01T00:00:00Z");
        try (AggregateStore store = AggregateStore.builder().clock(clock).open(directory);
                Subscription mails = store.subscribe(mailer);
                Subscription payments = store.subscribe(cashier)) {
            store.execute(Commands.to("anna", new AccountCommand.SignUp("anna@example.org", "4711")));
            mails.catchUp();
            String code = mailbox.values().iterator().next().replaceAll(".*code=", "");

            store.execute(Commands.to("anna", new AccountCommand.ConfirmEmail(code)));
            payments.catchUp();

            assertThat(store.state(Account.class, "anna").paid()).isTrue();
            assertThat(store.projection(Signups.class).confirmed()).isEqualTo(1);
            assertThat(store.projection(AccountPage.class, "anna").orElseThrow().lines())
                    .containsExactly(
                            "signed up at 2026-11-01T00:00:00Z", "confirmed", "paid, receipt r-account/anna/2");
        }
    }
}
