/**
 * The annotation processor: reads what is annotated, checks the wiring, and writes the definitions, {@code Commands} and
 * {@code ProcessManagers}.
 *
 * <p>Source element → reader → model record → checks → writer → file. Readers alone touch {@code javax.lang.model}, writers alone touch
 * JavaPoet, and only names are kept between rounds.
 */
@NullMarked
package dev.eventfold.es.processor;

import org.jspecify.annotations.NullMarked;
