/**
 * Everything that knows the JSON library. {@link dev.eventfold.es.runtime.json.Jackson} is the only public class, so another library, or
 * another major version of this one, can stand behind the same {@link dev.eventfold.es.runtime.Codec}.
 */
@NullMarked
package dev.eventfold.es.runtime.json;

import org.jspecify.annotations.NullMarked;
