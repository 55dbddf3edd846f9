package dev.eventfold.es.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Goes through what something stored is made of: its components or fields, those that it inherits too, and the same of the classes that these hold.
 * Classes of other modules are not gone into.
 */
final class PartWalk {
    private final JavaTypes types;
    private final DeclarationReader declarations;

    PartWalk(JavaTypes types, DeclarationReader declarations) {
        this.types = types;
        this.declarations = declarations;
    }

    /** Looks at what the walk comes by. */
    interface Visitor {
        /** Whether to go into a class of this compilation that is a part of another; asked once. */
        boolean enters(TypeElement part);

        /**
         * Looks at a component or field that is stored, and says whether to go on to what it holds.
         *
         * @param member declared by the class that the walk is in, or inherited by it
         * @param spot where to say what is wrong with it
         * @param held the classes that its type names, what an array, a container or an optional holds among them, but for the keys of a map
         */
        boolean visit(Element member, SourceSpot spot, List<DeclaredType> held);
    }

    /** Begins within a class, without asking. */
    void through(TypeElement whole, Visitor visitor) {
        through(whole, visitor, new HashSet<>(Set.of(types.ref(whole))));
    }

    /** Begins with asking whether to go into a class. */
    void into(TypeElement part, Visitor visitor) {
        into(part, visitor, new HashSet<>());
    }

    private void into(TypeElement part, Visitor visitor, Set<ClassRef> seen) {
        boolean isNew =
                declarations.isCompiledHere(part) && part.getKind() != ElementKind.ENUM && seen.add(types.ref(part));
        if (isNew && visitor.enters(part)) {
            through(part, visitor, seen);
        }
    }

    private void through(TypeElement type, Visitor visitor, Set<ClassRef> seen) {
        for (Element member : stored(type)) {
            List<DeclaredType> held = held(member.asType());
            if (visitor.visit(member, spot(member, type), held)) {
                held.forEach(part -> types.element(part).ifPresent(element -> into(element, visitor, seen)));
            }
        }
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

    private List<DeclaredType> held(TypeMirror type) {
        List<DeclaredType> found = new ArrayList<>();
        Deque<TypeMirror> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            TypeMirror next = types.upperBound(open.removeFirst());
            if (next instanceof ArrayType array) {
                open.addLast(array.getComponentType());
            } else if (types.known(next) instanceof DeclaredType declared) {
                found.add(declared);
                open.addAll(arguments(declared));
            }
        }
        return found;
    }

    private List<? extends TypeMirror> arguments(DeclaredType type) {
        if (types.names(type, "java.lang.Class")) {
            return List.of(); // stored as its name
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        boolean isMap = arguments.size() == 2 && types.keyOfMap(type).isPresent();
        return isMap ? arguments.subList(1, 2) : arguments;
    }
}
