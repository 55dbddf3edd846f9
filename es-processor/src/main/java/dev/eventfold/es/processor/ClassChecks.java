package dev.eventfold.es.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What a class must be for generated code to make and call it. */
final class ClassChecks {
    private final JavaTypes types;
    private final Diagnostics diagnostics;

    ClassChecks(JavaTypes types, Diagnostics diagnostics) {
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** Of one that generated code makes. */
    boolean accepts(TypeElement type, SourceSpot spot) {
        return isPlain(type, spot) && hasConstructor(type, spot) && inheritsNone(type, spot);
    }

    /** Of one that the user makes and passes. */
    boolean acceptsGiven(TypeElement type, SourceSpot spot) {
        return isPlain(type, spot) && inheritsNone(type, spot);
    }

    private boolean isPlain(TypeElement type, SourceSpot spot) {
        Optional<String> obstacle = obstacle(type);
        obstacle.ifPresent(why -> diagnostics.report(spot, Problem.WRONG_CLASS, type.getSimpleName(), why));
        return obstacle.isEmpty();
    }

    /** Whether the methods that the class declares are all that it was meant to have. */
    boolean showsMethods(TypeElement type) {
        return obstacle(type).isEmpty() && inherited(type).isEmpty();
    }

    private boolean inheritsNone(TypeElement type, SourceSpot spot) {
        Optional<ExecutableElement> inherited = inherited(type);
        inherited.ifPresent(method -> diagnostics.report(
                spot,
                Problem.INHERITED_METHOD,
                type.getSimpleName(),
                method.getSimpleName(),
                Api.simpleName(StrayMethods.annotation(method).orElseThrow()),
                JavaTypes.owner(method).getSimpleName()));
        return inherited.isEmpty();
    }

    private Optional<ExecutableElement> inherited(TypeElement type) {
        return types.interfaces(type).stream()
                .flatMap(parent -> JavaTypes.methods(parent).stream())
                .filter(method -> StrayMethods.annotation(method).isPresent())
                .findFirst();
    }

    private Optional<String> obstacle(TypeElement type) {
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            return Optional.of("not a class. Use a record or a class");
        }
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            return Optional.of("abstract, so nobody can make one. Use a record or a non-abstract class");
        }
        if (!type.getTypeParameters().isEmpty()) {
            return Optional.of("generic, and nothing says of what. Remove the type parameters");
        }
        if (DeclarationReader.visibility(type) == Visibility.PRIVATE) {
            return Optional.of(
                    "private or nested in something private; generated code cannot name it. Make it package-private");
        }
        if (isInner(type)) {
            return Optional.of("an inner class, which cannot be made without an outer object. Make it static");
        }
        boolean plain = type.getKind() == ElementKind.RECORD || types.names(type.getSuperclass(), "java.lang.Object");
        return plain
                ? Optional.empty()
                : Optional.of("a subclass of " + types.text(type.getSuperclass())
                        + ", whose methods and fields would be missed. Extend nothing");
    }

    static boolean isInner(TypeElement type) {
        for (Element at = type; at instanceof TypeElement named; at = at.getEnclosingElement()) {
            if (named.getNestingKind() == NestingKind.MEMBER
                    && !named.getModifiers().contains(Modifier.STATIC)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasConstructor(TypeElement type, SourceSpot spot) {
        Optional<String> why = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst()
                .map(this::obstacle)
                .orElse(Optional.of("has no constructor without arguments"));
        why.ifPresent(reason -> diagnostics.report(spot, Problem.MISSING_CONSTRUCTOR, type.getSimpleName(), reason));
        return why.isEmpty();
    }

    private Optional<String> obstacle(ExecutableElement constructor) {
        if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of("has a private constructor without arguments");
        }
        return constructor.getThrownTypes().isEmpty()
                ? Optional.empty()
                : Optional.of("has a constructor without arguments that declares exceptions");
    }
}
