package dev.eventfold.es.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** What the compiler knows of types, in the words of the model. */
final class JavaTypes {
    private final Elements elements;
    private final Types types;

    JavaTypes(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
    }

    Optional<TypeElement> find(String canonicalName) {
        return Optional.ofNullable(elements.getTypeElement(canonicalName));
    }

    Optional<TypeElement> find(ClassRef type) {
        return find(type.canonicalName());
    }

    Optional<PackageElement> findPackage(String name) {
        return Optional.ofNullable(elements.getPackageElement(name));
    }

    /** Whether it is the name of a class, or of a package that has one; Eclipse's compiler knows packages that nothing is in. */
    boolean isKnown(String name) {
        return find(name).isPresent()
                || findPackage(name)
                        .filter(named -> !named.getEnclosedElements().isEmpty())
                        .isPresent();
    }

    ClassRef ref(TypeElement type) {
        Deque<String> names = new ArrayDeque<>();
        for (Element at = type; at instanceof TypeElement named; at = at.getEnclosingElement()) {
            names.addFirst(named.getSimpleName().toString());
        }
        return new ClassRef(packageOf(type), List.copyOf(names));
    }

    String packageOf(Element element) {
        return elements.getPackageOf(element).getQualifiedName().toString();
    }

    /** Insists that the compiler knows the type and all that it is made of. */
    TypeMirror known(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            throw new MissingType(type.toString());
        }
        if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(this::known);
        }
        if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            known(wildcard.getExtendsBound());
        }
        return type;
    }

    /** The class that a type names, if it is a class or interface. */
    Optional<TypeElement> element(TypeMirror type) {
        return known(type) instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    boolean names(TypeMirror type, String canonicalName) {
        return element(type)
                .filter(found -> found.getQualifiedName().contentEquals(canonicalName))
                .isPresent();
    }

    /** The type as people write it: simple names, type arguments, no annotations. */
    String text(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String name = ref(element).nestedName();
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return arguments.isEmpty()
                    ? name
                    : name + arguments.stream().map(this::text).collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            return "? extends " + text(wildcard.getExtendsBound());
        }
        if (type instanceof WildcardType wildcard && wildcard.getSuperBound() != null) {
            return "? super " + text(wildcard.getSuperBound());
        }
        if (type instanceof ArrayType array) {
            return text(array.getComponentType()) + "[]";
        }
        return type.getAnnotationMirrors().isEmpty()
                ? type.toString()
                : types.erasure(type).toString();
    }

    /** A method as people tell it from its overloads. */
    String described(ExecutableElement method) {
        return method.getSimpleName() + "(" + String.join(", ", parameters(method)) + ")";
    }

    /** The types of its parameters, as people write them. */
    List<String> parameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(parameter -> text(parameter.asType()))
                .toList();
    }

    /** Name and erased parameter types: tells the methods of a class apart. */
    String signature(ExecutableElement method) {
        return method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> erasedName(parameter.asType()))
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private String erasedName(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return erased instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : erased.getKind().isPrimitive() ? erased.getKind().toString() : erased.toString();
    }

    boolean assignable(TypeMirror from, TypeMirror to) {
        return types.isAssignable(types.erasure(from), types.erasure(to));
    }

    /** What a collection holds, if the type is one. */
    Optional<TypeMirror> elementOfCollection(TypeMirror type) {
        return supertype(type, "java.util.Collection").flatMap(this::firstArgument);
    }

    /** What the keys of a map are, if the type is one. */
    Optional<TypeMirror> keyOfMap(TypeMirror type) {
        TypeMirror anything = elements.getTypeElement("java.lang.Object").asType();
        return supertype(type, "java.util.Map").map(map -> firstArgument(map).orElse(anything));
    }

    private Optional<TypeMirror> firstArgument(DeclaredType type) {
        return type.getTypeArguments().stream().findFirst().map(this::upperBound);
    }

    /** The type as a class or interface that it extends, or is itself. */
    Optional<DeclaredType> supertype(TypeMirror type, String canonicalName) {
        List<TypeMirror> open = new ArrayList<>(List.of(type));
        while (!open.isEmpty()) {
            TypeMirror next = open.remove(0);
            if (next instanceof DeclaredType declared && names(next, canonicalName)) {
                return Optional.of(declared);
            }
            open.addAll(types.directSupertypes(next));
        }
        return Optional.empty();
    }

    TypeMirror upperBound(TypeMirror type) {
        return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : type;
    }

    /** The type of a field or record component where its class, or an heir of it, has these type arguments; as declared if its class is taken raw there. */
    TypeMirror typeIn(DeclaredType type, Element member) {
        if (member.getEnclosingElement() instanceof TypeElement owner && isRaw(type, owner)) {
            return member.asType();
        }
        return member instanceof RecordComponentElement component
                ? ((ExecutableType) types.asMemberOf(type, component.getAccessor())).getReturnType()
                : types.asMemberOf(type, member);
    }

    private boolean isRaw(DeclaredType heir, TypeElement owner) {
        return supertype(heir, owner.getQualifiedName().toString())
                .map(DeclaredType::getTypeArguments)
                .filter(List::isEmpty)
                .isPresent();
    }

    /** The type without wildcards: what each stands for at most. */
    DeclaredType bounded(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.stream().noneMatch(WildcardType.class::isInstance)) {
            return type;
        }
        TypeElement element = (TypeElement) type.asElement();
        TypeMirror[] bounds = IntStream.range(0, arguments.size())
                .mapToObj(at ->
                        bound(arguments.get(at), element.getTypeParameters().get(at)))
                .toArray(TypeMirror[]::new);
        return types.getDeclaredType(element, bounds);
    }

    private TypeMirror bound(TypeMirror argument, TypeParameterElement parameter) {
        TypeMirror bound = upperBound(argument);
        return bound instanceof WildcardType ? types.erasure(parameter.asType()) : bound;
    }

    /** Every interface that a type has, nearest first. */
    Set<TypeElement> interfaces(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        Deque<TypeElement> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            TypeElement next = open.removeFirst();
            next.getInterfaces().forEach(this::known); // which the direct supertypes leave out
            for (TypeMirror parent : types.directSupertypes(next.asType())) {
                element(parent).filter(found::add).ifPresent(open::addLast);
            }
        }
        found.removeIf(parent -> parent.getKind() != ElementKind.INTERFACE);
        return found;
    }

    boolean overrides(ExecutableElement method, ExecutableElement other) {
        return elements.overrides(method, other, owner(method));
    }

    /** The class that declares a method. */
    static TypeElement owner(ExecutableElement method) {
        if (method.getEnclosingElement() instanceof TypeElement owner) {
            return owner;
        }
        throw new IllegalArgumentException("a method outside of a class: method=" + method.getSimpleName());
    }

    static List<ExecutableElement> methods(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements());
    }

    /** The constructor with these parameters. */
    Optional<ExecutableElement> constructor(TypeElement type, List<? extends TypeMirror> takes) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> takes(constructor, takes))
                .findFirst();
    }

    /** The constructor that each record has. */
    Optional<ExecutableElement> canonicalConstructor(TypeElement type) {
        return constructor(
                type, type.getRecordComponents().stream().map(Element::asType).toList());
    }

    private boolean takes(ExecutableElement method, List<? extends TypeMirror> expected) {
        List<? extends VariableElement> parameters = method.getParameters();
        return parameters.size() == expected.size()
                && IntStream.range(0, expected.size())
                        .allMatch(at -> types.isSameType(parameters.get(at).asType(), expected.get(at)));
    }

    static List<VariableElement> instanceFields(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .toList();
    }
}
