/**
 * What generated code names and the run time implements or calls. Public because generated code lives in users' packages; it carries no
 * promise to people.
 */
@NullMarked
package dev.eventfold.es.spi;

import org.jspecify.annotations.NullMarked;
