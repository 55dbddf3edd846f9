package dev.eventfold.es;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method of a {@link ProcessManager} that reacts to one event, or to each member of a sealed family of events that has no
 * method of its own, by asking for effects.
 *
 * <p>Takes {@code (event)} or {@code (event, EventContext)}, where the event may be a {@link RecordedEvent}. Returns
 * {@link CommandEnvelope} or {@link Effect}: {@code void}, {@code T}, {@code Optional<T>}, {@code List<T>} or {@code Stream<T>};
 * {@code null} is a failure. It may assign the fields of its instance; when it throws, what it did to them is dropped and the event
 * becomes a dead letter. Reactions are pure otherwise: they may run more than once.
 *
 * <p>May be repeated on a method that takes a {@link RecordedEvent}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(Reacts.List.class)
public @interface Reacts {
    /** As {@link #key()}: the instance id of the event's stream. */
    String INSTANCE_ID = "$instanceId";

    /** As {@link #aggregate()} of a method that takes a {@link RecordedEvent}: every aggregate. */
    String ANY = "*";

    /**
     * The stored name of the aggregate whose events are meant. Must agree with the parameter's {@link EventOf}.
     *
     * @return the aggregate's stored name; empty to take it from the parameter
     */
    String aggregate() default "";

    /**
     * The stored name of the event. Must agree with the parameter's type.
     *
     * @return the event's stored name; empty to take it from the parameter, or, with a {@link RecordedEvent}, for every event of
     *     the aggregate without a narrower reaction
     */
    String event() default "";

    /**
     * Which instance reacts: the name of a record component or no-argument method of the event, or {@link #INSTANCE_ID}. A
     * component that is a collection means one run for each distinct element, in order. Either every reaction of a process manager
     * has a key or none has.
     *
     * @return the key; empty for {@link ProcessManager#key()}
     */
    String key() default "";

    /**
     * Whether this event begins an instance that does not live yet.
     *
     * @return true to begin one
     */
    boolean starts() default false;

    /**
     * Whether the instance is over after this reaction: its state goes once the commands of the reaction are written.
     *
     * @return true to end it
     */
    boolean ends() default false;

    /**
     * The commands that this reaction may send: classes marked {@link CommandFor}, or sealed families of them, which stand for each of
     * their members. It feeds the picture of the workflow, the check for loops, and {@code Commands}, which covers these commands too when
     * they come from another module. A reaction that sends something else does send it, but the run time warns once.
     *
     * <p>A {@code void} reaction sends nothing, and says nothing here.
     *
     * @return the classes; written out as <code>{}</code> it sends none, left out it is not known
     */
    Class<?>[] sends() default {};

    /** The container of repeated {@link Reacts}; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.METHOD)
    @interface List {
        /**
         * The repeated annotations.
         *
         * @return in the order written
         */
        Reacts[] value();
    }
}
