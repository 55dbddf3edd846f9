package dev.eventfold.es.processor;

/**
 * A place in the user's source, by name, so that it can be kept from one round to the next.
 *
 * @param owner what {@code name} names
 * @param name the class, package or module
 * @param member the signature of a method, the name of a field or record component; empty for the owner itself
 * @param annotation the annotation's class; empty for the declaration itself
 * @param index which one of repeated annotations
 * @param attribute the annotation's attribute; empty for the whole annotation
 * @param item which element of an array that the attribute holds; -1 for the whole attribute
 */
record SourceSpot(Owner owner, String name, String member, String annotation, int index, String attribute, int item) {
    private static final int WHOLE = -1;

    /** Stands for the annotation that makes a class one of ours. */
    static final String MARK = "@";

    /** What a spot lies in. */
    enum Owner {
        TYPE,
        PACKAGE,
        MODULE,
        NOWHERE
    }

    static SourceSpot nowhere() {
        return new SourceSpot(Owner.NOWHERE, "", "", "", 0, "", WHOLE);
    }

    static SourceSpot of(ClassRef type) {
        return new SourceSpot(Owner.TYPE, type.canonicalName(), "", "", 0, "", WHOLE);
    }

    /** The annotation that makes a class one of ours, whichever it is. */
    static SourceSpot ofMark(ClassRef type) {
        return of(type).annotation(MARK);
    }

    static SourceSpot ofPackage(String name) {
        return new SourceSpot(Owner.PACKAGE, name, "", "", 0, "", WHOLE);
    }

    static SourceSpot ofModule(String name) {
        return new SourceSpot(Owner.MODULE, name, "", "", 0, "", WHOLE);
    }

    SourceSpot member(String signature) {
        return new SourceSpot(owner, name, signature, "", 0, "", WHOLE);
    }

    SourceSpot annotation(String type) {
        return annotation(type, 0);
    }

    SourceSpot annotation(String type, int position) {
        return new SourceSpot(owner, name, member, type, position, "", WHOLE);
    }

    SourceSpot value(String attributeName) {
        return new SourceSpot(owner, name, member, annotation, index, attributeName, WHOLE);
    }

    SourceSpot item(int position) {
        return new SourceSpot(owner, name, member, annotation, index, attribute, position);
    }
}
