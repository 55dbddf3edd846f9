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
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Finds classes among the parts of what is stored that could not be read back: it would be written all the same, and nothing could read it ever
 * after. What carries an annotation of the codec is left to it, and so are classes of other modules.
 */
final class PartChecks {
    private static final String PART = "part of what is stored";

    private final JavaTypes types;
    private final DeclarationReader declarations;
    private final CodecAnnotations annotations;
    private final PlatformParts platform;
    private final Diagnostics diagnostics;

    PartChecks(JavaTypes types, DeclarationReader declarations, Diagnostics diagnostics) {
        this.types = types;
        this.declarations = declarations;
        this.annotations = new CodecAnnotations(types);
        this.platform = new PlatformParts(types);
        this.diagnostics = diagnostics;
    }

    /** Checks what a payload or state is made of; the class itself is checked by others, but for the fields that it inherits. */
    void check(TypeElement whole) {
        checkFields(whole);
        checkMembers(whole, new HashSet<>());
    }

    /** Checks a class that something stored is read into. */
    void checkPart(TypeElement part) {
        checkPart(part, new HashSet<>());
    }

    private void checkPart(TypeElement part, Set<ClassRef> seen) {
        boolean isPlain = declarations.isCompiledHere(part)
                && part.getKind() != ElementKind.ENUM
                && !annotations.concern(part)
                && seen.add(types.ref(part));
        if (isPlain && isReadable(part)) {
            checkFields(part);
            checkMembers(part, seen);
        }
    }

    private void checkMembers(TypeElement type, Set<ClassRef> seen) {
        if (!annotations.concern(type)) {
            for (Element member : stored(type)) {
                for (TypeElement part : named(member.asType())) {
                    platform.obstacle(part).ifPresent(why -> report(part, why, spot(member, type)));
                    checkPart(part, seen);
                }
            }
        }
    }

    private void report(TypeElement part, String why, SourceSpot spot) {
        diagnostics.reportOnce(spot, Problem.WRONG_PAYLOAD, part.getSimpleName(), PART, why);
    }

    private boolean isReadable(TypeElement part) {
        Optional<String> obstacle = obstacle(part);
        obstacle.ifPresent(why -> report(part, why, SourceSpot.of(types.ref(part))));
        return obstacle.isEmpty();
    }

    private static Optional<String> obstacle(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD && type.getKind() != ElementKind.CLASS) {
            return Optional.of(
                    "an interface, and which class it was is not stored. Use a record, or say it with @JsonTypeInfo");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of(
                    "abstract, and which class it was is not stored. Use a record, or say it with @JsonTypeInfo");
        }
        return PayloadChecks.obstacleToReading(type);
    }

    private void checkFields(TypeElement type) {
        for (TypeElement owner : type.getKind() == ElementKind.CLASS ? classes(type) : List.<TypeElement>of()) {
            PayloadChecks.finalField(owner).ifPresent(field -> report(field, owner, type));
        }
    }

    private void report(VariableElement field, TypeElement owner, TypeElement type) {
        diagnostics.reportOnce(spot(field, type), Problem.FINAL_STATE, field.getSimpleName(), owner.getSimpleName());
    }

    /** The member, or where it is inherited from another module, the class that has it. */
    private SourceSpot spot(Element member, TypeElement type) {
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
    private List<TypeElement> classes(TypeElement type) {
        List<TypeElement> found = new ArrayList<>();
        Optional<TypeElement> next = Optional.of(type);
        while (next.isPresent() && !types.packageOf(next.get()).startsWith("java.")) {
            found.add(next.get());
            next = types.element(next.get().getSuperclass());
        }
        return found;
    }

    /** The classes that a type names: what an array, a container or an optional holds too. The keys of a map are checked by others. */
    private List<TypeElement> named(TypeMirror type) {
        List<TypeElement> found = new ArrayList<>();
        Deque<TypeMirror> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            TypeMirror next = types.upperBound(open.removeFirst());
            if (next instanceof ArrayType array) {
                open.addLast(array.getComponentType());
            } else if (next instanceof DeclaredType declared) {
                types.element(declared).ifPresent(found::add);
                open.addAll(held(declared));
            }
        }
        return found;
    }

    private List<? extends TypeMirror> held(DeclaredType type) {
        if (types.names(type, "java.lang.Class")) {
            return List.of(); // stored as its name
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        boolean isMap = arguments.size() == 2 && types.keyOfMap(type).isPresent();
        return isMap ? arguments.subList(1, 2) : arguments;
    }
}
