package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.Retries;
import dev.eventfold.es.runtime.execution.CommandRequests;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.EventStore;

/**
 * What process managers run on.
 *
 * @param store the log
 * @param payloads reads and writes payloads and states
 * @param requests understands what reactions send
 * @param decider decides it
 * @param retries how often to try what its handler puts off
 * @param generations which rows are in use
 * @param oneAtATime whether each commit is for one event, so that nothing depends on how fast the machine is
 */
public record LogHost(
        EventStore store,
        Payloads payloads,
        CommandRequests requests,
        Decider decider,
        Retries retries,
        Generations generations,
        boolean oneAtATime) {}
