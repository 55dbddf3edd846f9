package dev.eventfold.es.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks generated types. A later compile that sees only some of the sources reads it back, to keep what it did not see; coverage tools
 * leave out what carries an annotation with such a name.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EventfoldGenerated {
    /**
     * The classes that the type was generated from.
     *
     * @return canonical names, sorted
     */
    String[] from() default {};
}
