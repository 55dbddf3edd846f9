package dev.eventfold.es.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the programs of the examples as a person would: each in a JVM of its own, with a directory for its data. */
final class ExamplesIT {
    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");

    @TempDir
    private Path directory;

    @Test
    void in_billing_nothing_is_due_on_the_first_day() throws Exception {
        assertThat(run("billing", "billing.Main"))
                .containsExactly("0 charged", "Subscription[active=true, paid=0, asked=false]");
    }

    @Test
    void in_bookings_the_room_is_held_and_its_key_handed_over_when_it_is_paid_for() throws Exception {
        assertThat(run("bookings", "hotel.Main")).containsExactly("Room[heldFor=b-1, guest=Ada]");
    }

    @Test
    void in_orders_one_order_is_paid_and_sent_and_the_other_waits_for_its_payment() throws Exception {
        assertThat(run("orders", "orders.Main"))
                .containsExactly(
                        "OrderPage[lines=[ordered 1 of bicycle, to be paid: 90000, paid, thank you, sent as parcel-of-ann]]",
                        "OrderPage[lines=[ordered 1 of bicycle, to be paid: 90000]]");
    }

    @Test
    void in_signup_whoever_confirms_his_address_is_charged() throws Exception {
        List<String> printed = run("signup", "signup.Main");

        assertThat(printed)
                .startsWith(
                        "mail to anna@example.org: https://example.org/confirm?account=anna&code=4711", "1 confirmed")
                .hasSize(3);
        assertThat(printed.get(2))
                .matches("AccountPage\\[email=anna@example\\.org,"
                        + " lines=\\[signed up at \\S+Z, confirmed, paid, receipt r-1]]");
    }

    @Test
    void in_trips_the_trip_without_a_car_is_undone() throws Exception {
        assertThat(run("trips", "trips.Main"))
                .containsSubsequence(
                        "trip-1: Confirmed {\"tripId\":\"trip-1\"}", "9 dispatched, 1 rejected, 0 dead-lettered")
                .anyMatch(line -> line.startsWith("trip-2: CalledOff "));
    }

    private List<String> run(String example, String main) throws IOException, InterruptedException {
        Path classes = EXAMPLES.resolve(example).resolve("target/classes");
        Jdk.Run program = Jdk.java("-cp", Jdk.path(Jdk.RUNTIME, classes.toString()), main, directory.toString());

        assertThat(program.exitCode()).as(program.output()).isZero();
        return program.lines();
    }
}
