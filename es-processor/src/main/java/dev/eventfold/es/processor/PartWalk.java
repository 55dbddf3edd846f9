package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Goes through what something stored is made of: its components or fields, those that it inherits too, and the same of the classes that these hold, each
 * with the type arguments that it has there. Classes of other modules are not gone into.
 */
final class PartWalk {
    /** A class may hold itself with arguments that grow; behind these it is gone into without any. */
    private static final int DEEPEST_ARGUMENTS = 5;

    private final JavaTypes types;
    private final HeldReader held;
    private final DeclarationReader declarations;

    PartWalk(JavaTypes types, DeclarationReader declarations) {
        this.types = types;
        this.held = new HeldReader(types);
        this.declarations = declarations;
    }

    /** Looks at what the walk comes by. */
    interface Visitor {
        /** Whether to go into a class of this compilation that is a part of another; asked once for the same type arguments, given in one place. */
        boolean enters(TypeElement part);

        /**
         * Looks at a component or field that is stored, and says whether to go on to what it holds.
         *
         * @param member declared by the class that the walk is in, or inherited by it
         * @param views what it holds as it is declared, and then, where it has a type parameter, as each heir of its class says and the one who holds
         *     that; the last knows all
         */
        boolean visit(Element member, List<Held> views);
    }

    /** Begins within a class, without asking. */
    void through(TypeElement whole, Visitor visitor) {
        DeclaredType type = (DeclaredType) whole.asType();
        through(type, SourceSpot.of(types.ref(whole)), visitor, new HashSet<>(Set.of(type.toString())));
    }

    /** Begins with asking whether to go into a class. */
    void into(TypeElement part, Visitor visitor) {
        into((DeclaredType) part.asType(), SourceSpot.of(types.ref(part)), visitor, new HashSet<>());
    }

    private void into(DeclaredType type, SourceSpot holder, Visitor visitor, Set<String> seen) {
        TypeElement part = (TypeElement) type.asElement();
        if (!declarations.isCompiledHere(part) || part.getKind() == ElementKind.ENUM) {
            return;
        }
        DeclaredType known =
                TypeArguments.depth(type) > DEEPEST_ARGUMENTS ? (DeclaredType) part.asType() : types.bounded(type);
        String by = known.getTypeArguments().isEmpty() ? "" : " by " + holder;
        if (seen.add(known + by) && visitor.enters(part)) {
            through(known, holder, visitor, seen);
        }
    }

    private void through(DeclaredType type, SourceSpot holder, Visitor visitor, Set<String> seen) {
        for (Element member : stored((TypeElement) type.asElement())) {
            List<Held> views = views(member, type, holder);
            if (visitor.visit(member, views)) {
                for (DeclaredType part : views.get(views.size() - 1).types()) {
                    into(part, given(part, views), visitor, seen);
                }
            }
        }
    }

    private static SourceSpot given(DeclaredType part, List<Held> views) {
        return views.stream()
                .filter(view -> view.names(part))
                .findFirst()
                .orElseThrow()
                .spot();
    }

    private List<Held> views(Element member, DeclaredType type, SourceSpot holder) {
        TypeElement within = (TypeElement) type.asElement();
        List<Held> views = new ArrayList<>(List.of(new Held(spot(member, within), held.read(member.asType()))));
        if (TypeArguments.hasVariable(member.asType())) {
            for (TypeElement heir : heirs(member, within)) {
                SourceSpot spot = SourceSpot.of(types.ref(declarations.isCompiledHere(heir) ? heir : within));
                views.add(new Held(spot, held.read(types.typeIn((DeclaredType) heir.asType(), member))));
            }
            if (!type.getTypeArguments().isEmpty()) {
                views.add(new Held(holder, held.read(types.typeIn(type, member))));
            }
        }
        return views;
    }

    /** The classes between a member and the class that inherits it, and that class; nearest to the member first. */
    private List<TypeElement> heirs(Element member, TypeElement within) {
        List<TypeElement> found = classes(within);
        List<TypeElement> heirs =
                new ArrayList<>(found.subList(0, Math.max(0, found.indexOf(member.getEnclosingElement()))));
        Collections.reverse(heirs);
        return heirs;
    }

    /** The member, or where it is inherited from another module, the class that has it. */
    SourceSpot spot(Element member, TypeElement type) {
        return member.getEnclosingElement() instanceof TypeElement owner && declarations.isCompiledHere(owner)
                ? SourceSpot.of(types.ref(owner)).member(member.getSimpleName().toString())
                : SourceSpot.of(types.ref(type));
    }

    private List<Element> stored(TypeElement type) {
        List<Element> members = new ArrayList<>();
        if (type.getKind() == ElementKind.RECORD) {
            members.addAll(type.getRecordComponents());
        } else {
            classes(type).forEach(owner -> members.addAll(JavaTypes.instanceFields(owner)));
        }
        members.removeIf(member -> member.getModifiers().contains(Modifier.TRANSIENT));
        return members;
    }

    /** A class and those that it extends; what the JDK has among them is not for users to mend. */
    List<TypeElement> classes(TypeElement type) {
        List<TypeElement> found = new ArrayList<>();
        Optional<TypeElement> next = Optional.of(type);
        while (next.isPresent() && !types.packageOf(next.get()).startsWith("java.")) {
            found.add(next.get());
            next = types.element(next.get().getSuperclass());
        }
        return found;
    }
}
