package bank;

import bank.account.AccountDefinition;
import bank.card.Cards_CardDefinition;
import bank.desk.AuditDefinition;
import bank.desk.DeskDefinition;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.List;
import javax.annotation.processing.Generated;

/** What this module brings, found through {@link java.util.ServiceLoader}. Generated; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.account.Account",
        "bank.card.Cards.Card",
        "bank.desk.Audit",
        "bank.desk.Desk"
    })
public final class EventfoldModule implements GeneratedModule {
    /** For {@link java.util.ServiceLoader}. */
    public EventfoldModule() {}

    @Override
    public List<AggregateDefinition<?>> aggregates() {
        return List.of(
                new AccountDefinition(),
                new Cards_CardDefinition());
    }

    @Override
    public List<ProcessManagerDefinition<?>> processManagers() {
        return List.of(
                new AuditDefinition(),
                new DeskDefinition());
    }
}
