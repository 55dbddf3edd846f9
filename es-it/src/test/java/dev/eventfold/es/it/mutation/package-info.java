/** Deletes and renames what is wired in sound programs, one thing at a time, and looks at what the compiler says. */
package dev.eventfold.es.it.mutation;
