package dev.eventfold.es;

/** The end of a process instance, as an effect. */
enum End implements Effect {
    END
}
