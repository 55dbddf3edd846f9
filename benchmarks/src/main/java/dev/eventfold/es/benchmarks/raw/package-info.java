/** Raw baselines: what the disk, the JSON parser and a cold JVM do on their own, measured in the same run as the jobs. */
@NullMarked
package dev.eventfold.es.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
