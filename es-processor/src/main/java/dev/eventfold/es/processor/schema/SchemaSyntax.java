package dev.eventfold.es.processor.schema;

/** A line of the schema lock that cannot be read. */
public final class SchemaSyntax extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String where;

    SchemaSyntax(int line, String why) {
        super("line " + line + ": " + why, null, false, false);
        this.where = "line " + line + ": " + why;
    }

    /** The line, and what is wrong with it. */
    public String where() {
        return where;
    }
}
