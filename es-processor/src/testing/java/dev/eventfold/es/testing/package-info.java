/** What the tests of several modules use: each compiles it along with its own. */
@NullMarked
package dev.eventfold.es.testing;

import org.jspecify.annotations.NullMarked;
