package dev.eventfold.es.processor;

/** The rules that need the whole module in sight. What the module does not show is unknown, never missing. */
final class ModuleChecks {
    private ModuleChecks() {}

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        NameChecks.check(contents, diagnostics);
        IdChecks.check(contents, diagnostics);
        CoverageChecks.check(contents, diagnostics);
        AggregateAgreement.check(contents, diagnostics);
        AgreementChecks.check(contents, diagnostics);
        if (diagnostics.errors() == 0) {
            AgreementChecks.checkRaw(contents, diagnostics);
        }
        if (diagnostics.errors() == 0) {
            AggregateNameChecks.check(contents, diagnostics);
            ProducerChecks.check(contents, diagnostics);
            LifeChecks.check(contents, diagnostics);
            LoopChecks.check(contents, diagnostics);
            SendsChecks.check(contents, diagnostics);
        }
    }
}
