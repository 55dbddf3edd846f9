package dev.eventfold.es.processor;

/**
 * Two places that are to name one aggregate: of what uses a command, event or family, and of what says whose that is.
 *
 * @param user what says the aggregate of the user
 * @param used what says the aggregate of what is used
 * @param spot where it is used
 * @param subject the user's part of the sentence, as in {@code handle()}
 * @param owner the class of the subject; empty where that is the subject
 * @param predicate the rest of the sentence, as in {@code takes PlaceOrder, a command}
 * @param states how the user names its aggregate, as in {@code this is} and {@code Order is}
 */
record AgreementLink(
        Statement user,
        Statement used,
        SourceSpot spot,
        String subject,
        String owner,
        String predicate,
        States states) {

    /**
     * How the user names its aggregate.
     *
     * @param here told at the user
     * @param elsewhere told anywhere else
     */
    record States(String here, String elsewhere) {}

    static AgreementLink of(Aggregate aggregate, PayloadUse use) {
        String owner = aggregate.type().nestedName();
        return new AgreementLink(
                aggregate.statement(),
                use.payload().statements().get(0),
                use.spot(),
                use.method() + "()",
                owner,
                use.verb() + " " + use.payload().type().nestedName() + ", "
                        + use.payload().kind().one(),
                new States("this is", owner + " is"));
    }

    static AgreementLink of(EventConsumer<?> consumer, StatedNames stated) {
        return new AgreementLink(
                new Statement(
                        stated.spot().value("aggregate"), consumer.type(), stated.aggregate(), consumer.compiledHere()),
                stated.parameter().statements().get(0),
                stated.spot().value("aggregate"),
                stated.method() + "()",
                consumer.type().nestedName(),
                "takes " + stated.parameter().type().nestedName() + ", " + Kind.EVENT.one(),
                new States("this says", consumer.type().nestedName() + " says"));
    }

    /** A member says another aggregate than one of its families, or two of its families do. */
    static AgreementLink of(PayloadType member, Statement family) {
        Statement nearest = member.statements().get(0);
        boolean own = nearest.type().equals(member.type());
        String says = nearest.type().nestedName() + " says";
        return new AgreementLink(
                nearest,
                family,
                own ? nearest.spot() : member.spot(),
                member.type().simpleName(),
                "",
                "is a member of " + family.type().nestedName() + ", a family",
                new States(own ? "this says" : says, says));
    }

    boolean holds() {
        return user.aggregate().equals(used.aggregate());
    }

    boolean touches(Statement statement) {
        return user.equals(statement) || used.equals(statement);
    }

    /** The facts of the message, where it is used. */
    Object[] facts(String more) {
        return facts(subject, states.here(), more);
    }

    /** The facts of the message, at the place that is to be mended. */
    Object[] factsAt(Statement place, String more) {
        if (place.equals(user)) {
            return facts(subject, states.here().startsWith("this") ? states.here() : "this says", more);
        }
        return facts(owner.isEmpty() ? subject : subject + " of " + owner, states.elsewhere(), more);
    }

    private Object[] facts(String who, String itsAggregate, String more) {
        return new Object[] {
            who + " " + predicate, used.aggregate(), itsAggregate + " \"" + user.aggregate() + "\"", more
        };
    }
}
