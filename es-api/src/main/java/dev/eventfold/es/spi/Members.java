package dev.eventfold.es.spi;

import java.util.List;

/**
 * The names of the members of a stored object. Immutable.
 *
 * <p>A set of members is a {@code long} with a bit for each, so there are at most {@value #MOST} of them.
 */
public final class Members {
    /** The most members that an object may have. */
    public static final int MOST = 64;

    private final String[] names;
    private final long required;

    private Members(String[] names, long required) {
        this.names = names;
        this.required = required;
    }

    /**
     * Of an object that must have every one of its members.
     *
     * @param names in the order that they are written
     * @return the members
     */
    public static Members of(String... names) {
        if (names.length > MOST) {
            throw new IllegalArgumentException("too many members: count=" + names.length + ", most=" + MOST);
        }
        return new Members(names.clone(), names.length == MOST ? -1L : (1L << names.length) - 1);
    }

    /**
     * Lets some be missing.
     *
     * @param optional their names
     * @return a copy that does not require them
     */
    public Members optional(String... optional) {
        long left = required;
        for (String name : optional) {
            int index = indexOf(name, 0);
            if (index < 0) {
                throw new IllegalArgumentException("no such member: name=" + name + ", known=" + List.of(names));
            }
            left &= ~(1L << index);
        }
        return new Members(names, left);
    }

    /**
     * Finds a member.
     *
     * @param name its name
     * @param likely where to look first; any number
     * @return its place, or -1 when there is none of that name
     */
    public int indexOf(String name, int likely) {
        if (likely >= 0 && likely < names.length && names[likely].equals(name)) {
            return likely;
        }
        for (int index = 0; index < names.length; index++) {
            if (names[index].equals(name)) {
                return index;
            }
        }
        return -1;
    }

    /**
     * The members that must not be missing.
     *
     * @return a bit for each
     */
    public long required() {
        return required;
    }

    /**
     * All members.
     *
     * @return a bit for each
     */
    public long all() {
        return names.length == MOST ? -1L : (1L << names.length) - 1;
    }
}
