package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/** Finds the element behind a spot again: elements of an earlier round have no position any more. */
final class SpotFinder {
    private final Elements elements;
    private final JavaTypes types;

    SpotFinder(Elements elements, JavaTypes types) {
        this.elements = elements;
        this.types = types;
    }

    void print(Messager messager, Diagnostic.Kind kind, String text, SourceSpot spot) {
        Optional<Element> element = element(spot);
        if (element.isEmpty()) {
            messager.printMessage(kind, text);
            return;
        }
        List<AnnotationMirror> mirrors = mirrors(element.get(), spot.annotation());
        if (spot.index() >= mirrors.size()) {
            messager.printMessage(kind, text, element.get());
            return;
        }
        AnnotationMirror mirror = mirrors.get(spot.index());
        Annotations.value(mirror, spot.attribute(), spot.item())
                .ifPresentOrElse(
                        value -> messager.printMessage(kind, text, element.get(), mirror, value),
                        () -> messager.printMessage(kind, text, element.get(), mirror));
    }

    private static List<AnnotationMirror> mirrors(Element element, String annotation) {
        return annotation.equals(SourceSpot.MARK)
                ? AnnotatedTypes.OF_TYPES.stream()
                        .sorted()
                        .flatMap(mark -> Annotations.mirrors(element, mark).stream())
                        .toList()
                : Annotations.mirrors(element, annotation);
    }

    private Optional<Element> element(SourceSpot spot) {
        return switch (spot.owner()) {
            case TYPE -> types.find(spot.name()).map(type -> member(type, spot.member()));
            case PACKAGE -> Optional.ofNullable(elements.getPackageElement(spot.name()));
            case MODULE -> Optional.ofNullable(elements.getModuleElement(spot.name()));
            case NOWHERE -> Optional.empty();
        };
    }

    private Element member(TypeElement type, String member) {
        for (Element enclosed : type.getEnclosedElements()) {
            if (!member.isEmpty() && !isComponent(enclosed) && nameOf(enclosed).equals(member)) {
                return enclosed;
            }
        }
        return type;
    }

    /** Its field has the same name, and a position. */
    private static boolean isComponent(Element member) {
        return member.getKind() == ElementKind.RECORD_COMPONENT;
    }

    private String nameOf(Element member) {
        return member instanceof ExecutableElement method
                ? types.signature(method)
                : member.getSimpleName().toString();
    }
}
