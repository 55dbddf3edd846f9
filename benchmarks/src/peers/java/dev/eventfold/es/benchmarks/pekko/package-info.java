/**
 * The jobs of this module that Apache Pekko Persistence can do as well, in one process and with its journal in LevelDB. Compiled and run only
 * with {@code -Ppeers}.
 */
@NullMarked
package dev.eventfold.es.benchmarks.pekko;

import org.jspecify.annotations.NullMarked;
