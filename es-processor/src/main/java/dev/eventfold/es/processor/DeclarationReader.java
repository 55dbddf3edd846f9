package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads what a class is, whatever it is for. */
final class DeclarationReader {
    private static final String SILENCE = "eventfold:";

    private final JavaTypes types;
    private final Elements elements;
    private final Predicate<TypeElement> compiledHere;

    DeclarationReader(JavaTypes types, Elements elements, Predicate<TypeElement> compiledHere) {
        this.types = types;
        this.elements = elements;
        this.compiledHere = compiledHere;
    }

    Declaration read(TypeElement type) {
        return read(type, Stream.empty());
    }

    /** A class of which generated code uses some members wherever it names it. */
    Declaration read(TypeElement type, Stream<ExecutableElement> used) {
        Set<String> lint = new TreeSet<>(lint(type));
        used.forEach(member -> lint.addAll(lint(member)));
        return new Declaration(types.ref(type), visibility(type), lint, silenced(type), compiledHere.test(type));
    }

    /** A class that generated code makes, without arguments. */
    Declaration readMade(TypeElement type) {
        return read(type, types.constructor(type, List.of()).stream());
    }

    boolean isCompiledHere(ClassRef type) {
        return types.find(type).filter(this::isCompiledHere).isPresent();
    }

    boolean isCompiledHere(TypeElement type) {
        return compiledHere.test(type);
    }

    static Visibility visibility(TypeElement type) {
        Visibility visibility = Visibility.PUBLIC;
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            visibility = visibility.and(own(at.getModifiers()));
        }
        return visibility;
    }

    static Visibility own(Set<Modifier> modifiers) {
        if (modifiers.contains(Modifier.PUBLIC)) {
            return Visibility.PUBLIC;
        }
        return modifiers.contains(Modifier.PRIVATE) ? Visibility.PRIVATE : Visibility.PACKAGE;
    }

    /** The {@code -Xlint} keys of the warnings that code gets which names this. */
    Set<String> lint(Element named) {
        Set<String> keys = new TreeSet<>();
        for (Element at = named; at != null && at.getKind() != ElementKind.PACKAGE; at = at.getEnclosingElement()) {
            if (elements.isDeprecated(at)) {
                keys.add(forRemoval(at) ? "removal" : "deprecation");
            }
        }
        return keys;
    }

    private static boolean forRemoval(Element element) {
        Deprecated deprecated = element.getAnnotation(Deprecated.class);
        return deprecated != null && deprecated.forRemoval();
    }

    private static Set<String> silenced(TypeElement type) {
        Set<String> keys = new TreeSet<>();
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
            for (String key : suppressed == null ? new String[0] : suppressed.value()) {
                if (key.startsWith(SILENCE)) {
                    keys.add(key.substring(SILENCE.length()));
                }
            }
        }
        return keys;
    }
}
