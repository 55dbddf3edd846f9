package dev.eventfold.es.it.mutation;

import dev.eventfold.es.it.mutation.Model.Annotation;
import dev.eventfold.es.it.mutation.Model.Declared;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** What of a program is wired: the types and methods that are annotated, the members of families, and what gives keys. */
final class Wiring {
    private final Model model;

    Wiring(Model model) {
        this.model = model;
    }

    /** Events and commands, members of families too, aggregates and process managers. */
    Set<TypeElement> types() {
        Set<TypeElement> types = new LinkedHashSet<>();
        model.annotations().stream().map(Annotation::owner).forEach(owner -> addType(owner, types));
        return types;
    }

    private Set<TypeElement> marked(String annotation) {
        Set<TypeElement> types = new LinkedHashSet<>();
        model.annotations().stream()
                .filter(one -> one.name().equals(annotation))
                .forEach(one -> addType(one.owner(), types));
        return types;
    }

    private void addType(Element element, Set<TypeElement> types) {
        if (element instanceof TypeElement type && isDeclared(type)) {
            types.add(type);
            type.getPermittedSubclasses().forEach(member -> addType(element(member), types));
        }
    }

    private boolean isDeclared(Element element) {
        return model.declarations().stream().anyMatch(one -> one.element().equals(element));
    }

    Set<ExecutableElement> methods() {
        Set<ExecutableElement> methods = new LinkedHashSet<>();
        for (Annotation annotation : model.annotations()) {
            if (annotation.owner() instanceof ExecutableElement method) {
                methods.add(method);
            }
        }
        return methods;
    }

    /** The components and methods of events that a key names. */
    Set<Element> keys() {
        Set<String> names = keyNames();
        Set<TypeElement> events = marked("EventOf");
        Set<Element> keys = new LinkedHashSet<>();
        for (Declared declared : model.declarations()) {
            Element element = declared.element();
            boolean isOfEvent = events.contains(element.getEnclosingElement());
            if (isOfEvent
                    && isMember(element)
                    && names.contains(element.getSimpleName().toString())) {
                keys.add(element);
            }
        }
        return keys;
    }

    private static boolean isMember(Element element) {
        return element.getKind() == ElementKind.FIELD
                || element.getKind() == ElementKind.RECORD_COMPONENT
                || (element instanceof ExecutableElement method
                        && method.getParameters().isEmpty());
    }

    private Set<String> keyNames() {
        Set<String> names = new LinkedHashSet<>();
        for (Annotation annotation : model.annotations()) {
            annotation.attributes().stream()
                    .filter(attribute -> attribute.name().equals("key"))
                    .flatMap(attribute -> attribute.texts().stream())
                    .map(text -> model.program().sources().get(text.file()).substring(text.from() + 1, text.to() - 1))
                    .forEach(names::add);
        }
        return names;
    }

    /** What has to bear one name in Java: a component, its field, its method, the parameter of its constructor; what overrides what. */
    List<Element> sameName(Element element) {
        if (element instanceof TypeElement || isWired(element)) {
            return List.of(element);
        }
        List<Element> same = new ArrayList<>();
        for (Element owner : relatives(element)) {
            for (Element member : owner.getEnclosedElements()) {
                if (isMember(member) && member.getSimpleName().equals(element.getSimpleName())) {
                    same.add(member);
                }
                if (member.getKind() == ElementKind.CONSTRUCTOR && owner.getKind() == ElementKind.RECORD) {
                    ((ExecutableElement) member)
                            .getParameters().stream()
                                    .filter(parameter ->
                                            parameter.getSimpleName().equals(element.getSimpleName()))
                                    .forEach(same::add);
                }
            }
        }
        return same;
    }

    private boolean isWired(Element element) {
        return element instanceof ExecutableElement method && methods().contains(method);
    }

    /** The type that has this member; the interfaces that declare it too, and what implements these. */
    private Set<Element> relatives(Element member) {
        Set<Element> relatives = new LinkedHashSet<>();
        List<Element> left = new ArrayList<>(List.of(member.getEnclosingElement()));
        while (!left.isEmpty()) {
            Element next = left.remove(0);
            if (next instanceof TypeElement one && isDeclared(one) && relatives.add(one)) {
                if (one.getKind() == ElementKind.INTERFACE) {
                    one.getPermittedSubclasses().forEach(other -> left.add(element(other)));
                }
                one.getInterfaces().stream()
                        .map(this::element)
                        .filter(declaring -> declares(declaring, member))
                        .forEach(left::add);
            }
        }
        return relatives;
    }

    private static boolean declares(Element type, Element member) {
        return type.getEnclosedElements().stream()
                .anyMatch(one -> isMember(one) && one.getSimpleName().equals(member.getSimpleName()));
    }

    /** A type and what is declared in it. */
    Set<TypeElement> withNested(TypeElement type) {
        Set<TypeElement> types = new LinkedHashSet<>(Set.of(type));
        type.getEnclosedElements().stream()
                .filter(TypeElement.class::isInstance)
                .forEach(nested -> types.addAll(withNested((TypeElement) nested)));
        return types;
    }

    /** Whether a method takes or returns this. */
    boolean mentions(ExecutableElement method, TypeElement type) {
        return Stream.concat(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(Element::asType))
                .anyMatch(used -> mentions(used, type));
    }

    private boolean mentions(TypeMirror used, TypeElement type) {
        if (used instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null && mentions(wildcard.getExtendsBound(), type);
        }
        return used instanceof DeclaredType declared
                && (declared.asElement().equals(type)
                        || declared.getTypeArguments().stream().anyMatch(argument -> mentions(argument, type)));
    }

    private Element element(TypeMirror type) {
        return model.types().asElement(type);
    }
}
