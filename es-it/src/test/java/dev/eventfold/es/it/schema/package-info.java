/** The schema lock: that each change gets the verdict which the documentation gives it, and that the codec agrees. */
package dev.eventfold.es.it.schema;
