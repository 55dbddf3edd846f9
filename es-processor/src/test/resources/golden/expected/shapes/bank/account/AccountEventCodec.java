package bank.account;

import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.Members;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.PayloadInput;
import dev.eventfold.es.spi.PayloadOutput;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** How the payloads of {@link AccountEvent} are stored. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.account.AccountEvent.Opened",
        "bank.account.AccountEvent.Paid",
        "bank.account.AccountEvent.Shared",
        "bank.account.AccountEvent.Withdrawn",
        "bank.account.AccountId"
    })
public final class AccountEventCodec implements PayloadCodec {
    private static final Members OPENED_MEMBERS = Members.of("account");

    private static final Members PAID_MEMBERS = Members.of("account", "cents");

    private static final Members SHARED_MEMBERS = Members.of("owners", "contract");

    private static final Members WITHDRAWN_MEMBERS = Members.of("account", "cents");

    private static final Members ACCOUNT_ID_MEMBERS = Members.of("number");

    /** For definitions. */
    public AccountEventCodec() {}

    @Override
    public List<Class<?>> types() {
        return List.of(
                AccountEvent.Opened.class,
                AccountEvent.Paid.class,
                AccountEvent.Shared.class,
                AccountEvent.Withdrawn.class);
    }

    @Override
    public Object read(int type, PayloadInput in) {
        return switch (type) {
            case 0 -> readOpened(in);
            case 1 -> readPaid(in);
            case 2 -> readShared(in);
            case 3 -> readWithdrawn(in);
            default -> throw unknown(type);
        };
    }

    @Override
    public void write(int type, Object value, PayloadOutput out) {
        switch (type) {
            case 0 -> writeOpened(out, (AccountEvent.Opened) value);
            case 1 -> writePaid(out, (AccountEvent.Paid) value);
            case 2 -> writeShared(out, (AccountEvent.Shared) value);
            case 3 -> writeWithdrawn(out, (AccountEvent.Withdrawn) value);
            default -> throw unknown(type);
        }
    }

    private static AccountEvent.Opened readOpened(PayloadInput in) {
        AccountId account = null;
        in.beginRecord(OPENED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> account = in.readObject(AccountEventCodec::readAccountId);
            }
        }
        return new AccountEvent.Opened(account);
    }

    private static void writeOpened(PayloadOutput out, AccountEvent.Opened value) {
        out.beginObject();
        out.member("account").writeObject(value.account(), AccountEventCodec::writeAccountId);
        out.endObject();
    }

    private static AccountEvent.Paid readPaid(PayloadInput in) {
        AccountId account = null;
        long cents = 0;
        in.beginRecord(PAID_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> account = in.readObject(AccountEventCodec::readAccountId);
                case 1 -> cents = in.readLong();
            }
        }
        return new AccountEvent.Paid(account, cents);
    }

    private static void writePaid(PayloadOutput out, AccountEvent.Paid value) {
        out.beginObject();
        out.member("account").writeObject(value.account(), AccountEventCodec::writeAccountId);
        out.member("cents").write(value.cents());
        out.endObject();
    }

    private static AccountEvent.Shared readShared(PayloadInput in) {
        List<AccountId> owners = null;
        UUID contract = null;
        in.beginRecord(SHARED_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> owners = in.readList(AccountEventCodec::readAccountId);
                case 1 -> contract = in.readUuid();
            }
        }
        return new AccountEvent.Shared(owners, contract);
    }

    private static void writeShared(PayloadOutput out, AccountEvent.Shared value) {
        out.beginObject();
        out.member("owners").writeEach(value.owners(), AccountEventCodec::writeAccountId);
        out.member("contract").writeText(value.contract());
        out.endObject();
    }

    private static AccountEvent.Withdrawn readWithdrawn(PayloadInput in) {
        AccountId account = null;
        long cents = 0;
        in.beginRecord(WITHDRAWN_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> account = in.readObject(AccountEventCodec::readAccountId);
                case 1 -> cents = in.readLong();
            }
        }
        return new AccountEvent.Withdrawn(account, cents);
    }

    private static void writeWithdrawn(PayloadOutput out, AccountEvent.Withdrawn value) {
        out.beginObject();
        out.member("account").writeObject(value.account(), AccountEventCodec::writeAccountId);
        out.member("cents").write(value.cents());
        out.endObject();
    }

    private static AccountId readAccountId(PayloadInput in) {
        int number = 0;
        in.beginRecord(ACCOUNT_ID_MEMBERS);
        for (int member = in.nextMember(); member != PayloadInput.END; member = in.nextMember()) {
            switch (member) {
                case 0 -> number = in.readInt();
            }
        }
        return new AccountId(number);
    }

    private static void writeAccountId(PayloadOutput out, AccountId value) {
        out.beginObject();
        out.member("number").write(value.number());
        out.endObject();
    }
}
