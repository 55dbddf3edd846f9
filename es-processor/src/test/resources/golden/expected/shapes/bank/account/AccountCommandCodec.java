package bank.account;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the payloads of {@link AccountCommand} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.account.AccountCommand.Open",
        "bank.account.AccountCommand.Pay",
        "bank.account.AccountCommand.Split",
        "bank.account.AccountCommand.Touch",
        "bank.account.AccountCommand.Withdraw"
    })
public final class AccountCommandCodec implements PayloadCodec {
    private static final Members OPEN_MEMBERS = Members.of();

    private static final Members PAY_MEMBERS = Members.of("cents");

    private static final Members SPLIT_MEMBERS = Members.of("ways");

    private static final Members TOUCH_MEMBERS = Members.of();

    private static final Members WITHDRAW_MEMBERS = Members.of("cents");

    /** For definitions. */
    public AccountCommandCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                AccountCommand.Open.class,
                AccountCommand.Pay.class,
                AccountCommand.Split.class,
                AccountCommand.Touch.class,
                AccountCommand.Withdraw.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readOpen(in);
            case 1 -> readPay(in);
            case 2 -> readSplit(in);
            case 3 -> readTouch(in);
            case 4 -> readWithdraw(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeOpen(out, (AccountCommand.Open) value);
            case 1 -> writePay(out, (AccountCommand.Pay) value);
            case 2 -> writeSplit(out, (AccountCommand.Split) value);
            case 3 -> writeTouch(out, (AccountCommand.Touch) value);
            case 4 -> writeWithdraw(out, (AccountCommand.Withdraw) value);
            default -> throw unknown(type);
        }
    }

    private static AccountCommand.Open readOpen(PayloadInput in) {
        in.beginRecord(OPEN_MEMBERS);
        in.nextMember();
        return new AccountCommand.Open();
    }

    private static void writeOpen(PayloadOutput out, AccountCommand.Open unused) {
        out.beginObject();
        out.endObject();
    }

    private static AccountCommand.Pay readPay(PayloadInput in) {
        long cents = 0;
        in.beginRecord(PAY_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> cents = in.readLong();
            }
        }
        return new AccountCommand.Pay(cents);
    }

    private static void writePay(PayloadOutput out, AccountCommand.Pay value) {
        out.beginObject();
        out.member("cents").write(value.cents());
        out.endObject();
    }

    private static AccountCommand.Split readSplit(PayloadInput in) {
        int ways = 0;
        in.beginRecord(SPLIT_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> ways = in.readInt();
            }
        }
        return new AccountCommand.Split(ways);
    }

    private static void writeSplit(PayloadOutput out, AccountCommand.Split value) {
        out.beginObject();
        out.member("ways").write(value.ways());
        out.endObject();
    }

    private static AccountCommand.Touch readTouch(PayloadInput in) {
        in.beginRecord(TOUCH_MEMBERS);
        in.nextMember();
        return new AccountCommand.Touch();
    }

    private static void writeTouch(PayloadOutput out, AccountCommand.Touch unused) {
        out.beginObject();
        out.endObject();
    }

    private static AccountCommand.Withdraw readWithdraw(PayloadInput in) {
        long cents = 0;
        in.beginRecord(WITHDRAW_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> cents = in.readLong();
            }
        }
        return new AccountCommand.Withdraw(cents);
    }

    private static void writeWithdraw(PayloadOutput out, AccountCommand.Withdraw value) {
        out.beginObject();
        out.member("cents").write(value.cents());
        out.endObject();
    }
}
