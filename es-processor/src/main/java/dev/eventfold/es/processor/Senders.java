package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Finds the commands that the module says that it sends, whatever else is wrong where it says so: without their overloads in {@code Commands}
 * one mistake would become two messages.
 */
final class Senders {
    private final Elements elements;
    private final JavaTypes types;
    private final SendsReader reader;
    private final SortedSet<ClassRef> classes = new TreeSet<>();
    private final SortedSet<String> packages = new TreeSet<>();

    Senders(Readers shared, Elements elements) {
        this.elements = elements;
        this.types = shared.types();
        this.reader = new SendsReader(shared);
    }

    /** Classes whose methods, and packages that themselves, may say what they send. */
    void add(Collection<ClassRef> owners, Collection<String> marked) {
        classes.addAll(owners);
        packages.addAll(marked);
    }

    /** Reads what was added and does not name a type that is not there yet. */
    void read(ModuleContents contents) {
        classes.removeIf(owner -> read(owner, contents));
        packages.removeIf(name -> read(name, contents));
    }

    private boolean read(ClassRef owner, ModuleContents contents) {
        List<Sent> named = new ArrayList<>();
        try {
            Optional<TypeElement> type = types.find(owner);
            for (ExecutableElement method : type.map(JavaTypes::methods).orElse(List.of())) {
                SourceSpot spot = SourceSpot.of(owner).member(types.signature(method));
                List<Annotations> reactions = Annotations.all(method, Api.REACTS);
                for (int index = 0; index < reactions.size(); index++) {
                    named.addAll(reader.named(reactions.get(index), spot.annotation(Api.REACTS, index)));
                }
                for (String annotation : List.of(Api.ON_REJECTION, Api.ON_TIMEOUT)) {
                    Annotations.find(method, annotation)
                            .ifPresent(values -> named.addAll(reader.named(values, spot.annotation(annotation))));
                }
            }
        } catch (MissingType later) {
            return false;
        }
        contents.sends(owner.canonicalName(), named);
        return true;
    }

    private boolean read(String name, ModuleContents contents) {
        PackageElement marked = elements.getPackageElement(name);
        Optional<Annotations> annotation =
                marked == null ? Optional.empty() : Annotations.find(marked, Api.EVENT_SOURCED);
        try {
            SourceSpot spot = SourceSpot.ofPackage(name).annotation(Api.EVENT_SOURCED);
            annotation.ifPresent(values -> contents.sends(name, reader.named(values, spot)));
            return true;
        } catch (MissingType later) {
            return false;
        }
    }
}
