package desk;

import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.SubscriberDefinition;
import java.util.List;
import javax.annotation.processing.Generated;

/** What this module brings, found through {@link java.util.ServiceLoader}. Generated; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "desk.Log",
        "desk.Mailer",
        "desk.Sales.Article",
        "desk.Sales.Turnover"
    })
public final class EventfoldModule implements GeneratedModule {
    /** For {@link java.util.ServiceLoader}. */
    public EventfoldModule() {}

    @Override
    public List<AggregateDefinition<?>> aggregates() {
        return List.of();
    }

    @Override
    public List<ProcessManagerDefinition<?>> processManagers() {
        return List.of();
    }

    @Override
    public List<ProjectionDefinition<?>> projections() {
        return List.of(
                new Sales_ArticleDefinition(),
                new Sales_TurnoverDefinition());
    }

    @Override
    public List<SubscriberDefinition<?>> subscribers() {
        return List.of(
                new LogDefinition(),
                new MailerDefinition());
    }
}
