package dev.eventfold.es.processor;

import dev.eventfold.es.processor.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads the shapes of classes that are no containers: their record components or fields, constants or variants. */
final class ObjectShapes {
    private static final Set<String> WELL_KNOWN = Set.of("java.lang", "java.util", "java.time", "java.math");

    private final JavaTypes types;
    private final Types javaTypes;
    private final ShapeReader reader;

    ObjectShapes(JavaTypes types, Types javaTypes, ShapeReader reader) {
        this.types = types;
        this.javaTypes = javaTypes;
        this.reader = reader;
    }

    Shape read(DeclaredType type, TypeElement element, List<TypeElement> enclosing) {
        Optional<ExecutableElement> value =
                JavaTypes.methods(element).stream().filter(JsonNames::isValue).findFirst();
        if (value.isPresent()) {
            ExecutableType method = (ExecutableType) javaTypes.asMemberOf(type, value.get());
            return reader.read(method.getReturnType(), enclosing);
        }
        if (enclosing.contains(element)) {
            return new Shape.Enclosing(enclosing.size() - 1 - enclosing.lastIndexOf(element));
        }
        if (element.getKind() == ElementKind.ENUM) {
            return choice(element);
        }
        if (isLookedInto(element)) {
            return structure(type, element, enclosing);
        }
        return element.getModifiers().contains(Modifier.SEALED) ? variants(element, enclosing) : opaque(element);
    }

    private static Shape choice(TypeElement type) {
        TreeSet<String> constants = new TreeSet<>();
        for (Element enclosed : type.getEnclosedElements()) {
            if (enclosed.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(JsonNames.of(enclosed));
            }
        }
        return new Shape.Choice(constants);
    }

    private static boolean isLookedInto(TypeElement type) {
        if (type.getKind() == ElementKind.RECORD) {
            return true;
        }
        String name = type.getQualifiedName().toString();
        return type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && !name.startsWith("java.")
                && !name.startsWith("javax.")
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty());
    }

    private Shape structure(DeclaredType type, TypeElement element, List<TypeElement> enclosing) {
        List<TypeElement> within = new ArrayList<>(enclosing);
        within.add(element);
        SortedMap<String, Shape.Member> members = new TreeMap<>();
        addMembers(type, within, members);
        return new Shape.Structure(members, element.getKind() == ElementKind.CLASS);
    }

    private void addMembers(DeclaredType type, List<TypeElement> within, SortedMap<String, Shape.Member> members) {
        for (VariableElement field : JavaTypes.instanceFields((TypeElement) type.asElement())) {
            if (!field.getModifiers().contains(Modifier.TRANSIENT) && !JsonNames.isIgnored(field)) {
                Shape shape = reader.read(javaTypes.asMemberOf(type, field), within);
                members.put(JsonNames.of(field), new Shape.Member(shape, false, JsonNames.aliases(field)));
            }
        }
        for (TypeMirror parent : javaTypes.directSupertypes(type)) {
            if (parent instanceof DeclaredType above && above.asElement().getKind() == ElementKind.CLASS) {
                addMembers(above, within, members);
            }
        }
    }

    private Shape variants(TypeElement type, List<TypeElement> enclosing) {
        SortedMap<String, Shape> byName = new TreeMap<>();
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            TypeElement member = types.element(permitted).orElseThrow();
            Shape shape = reader.read(permitted, enclosing);
            if (shape instanceof Shape.Variants nested) {
                byName.putAll(nested.byName());
            } else {
                byName.put(JsonNames.ofVariant(type, member, types.ref(member)), shape);
            }
        }
        return new Shape.Variants(byName);
    }

    private Shape opaque(TypeElement type) {
        ClassRef ref = types.ref(type);
        return new Shape.Value(WELL_KNOWN.contains(ref.packageName()) ? ref.nestedName() : ref.canonicalName());
    }
}
