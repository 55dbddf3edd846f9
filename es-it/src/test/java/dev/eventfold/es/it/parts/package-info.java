@org.jspecify.annotations.NullMarked
package dev.eventfold.es.it.parts;
