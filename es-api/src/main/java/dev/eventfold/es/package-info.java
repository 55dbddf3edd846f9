/**
 * What domain code names: annotations that the annotation processor checks and turns into dispatch code, and the contracts of
 * handlers, appliers and reactions. Nothing here depends on anything but the JDK.
 */
@NullMarked
package dev.eventfold.es;

import org.jspecify.annotations.NullMarked;
