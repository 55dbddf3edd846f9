/**
 * Fixtures for tests of what users write. {@link dev.eventfold.es.test.AggregateFixture} tests an aggregate alone, {@link
 * dev.eventfold.es.test.ProcessManagerFixture} a process manager alone: no store is opened, no other aggregate is asked. {@link
 * dev.eventfold.es.test.Simulation} tests the whole program, with all that can come in between. What they fail with is an {@link
 * java.lang.AssertionError}, so they go with any test framework.
 */
@NullMarked
package dev.eventfold.es.test;

import org.jspecify.annotations.NullMarked;
