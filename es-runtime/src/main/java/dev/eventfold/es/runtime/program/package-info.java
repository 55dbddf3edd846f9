/** The definitions that a program brings: found, checked, and looked up by name. Not exported. */
@NullMarked
package dev.eventfold.es.runtime.program;

import org.jspecify.annotations.NullMarked;
