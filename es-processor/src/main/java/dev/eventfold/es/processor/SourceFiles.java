package dev.eventfold.es.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes generated classes: the one place that knows what all of them have in common, and that files can fail. */
final class SourceFiles {
    /** Names of {@code java.lang} that generated code uses, which a class of the user's package could hide. */
    private static final List<String> IMPLICIT = List.of(
            "Class", "IllegalArgumentException", "Integer", "Long", "Object", "Override", "String", "SuppressWarnings");

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final JavaTypes types;
    private final Diagnostics diagnostics;
    private final Predicate<TypeElement> compiledHere;

    SourceFiles(
            ProcessingEnvironment environment,
            JavaTypes types,
            Diagnostics diagnostics,
            Predicate<TypeElement> compiledHere) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.types = types;
        this.diagnostics = diagnostics;
        this.compiledHere = compiledHere;
    }

    /**
     * Writes one class.
     *
     * @param packageName where
     * @param type what
     * @param from the classes that it is generated from
     * @param module the module that it becomes part of, if the compiler says
     * @param origin the one source that it depends on; none for what depends on all
     */
    void write(
            String packageName,
            TypeSpec.Builder type,
            Collection<ClassRef> from,
            Optional<ModuleElement> module,
            Optional<TypeElement> origin) {
        annotate(type, from, module);
        TypeSpec built = type.build();
        ClassRef name = ClassRef.of(packageName, built.name());
        if (types.find(name).filter(compiledHere).isPresent()) {
            diagnostics.report(SourceSpot.of(name), Problem.NAME_TAKEN, name.canonicalName());
            return;
        }
        JavaFile file = JavaFile.builder(packageName, built)
                .indent("    ")
                .skipJavaLangImports(hidesNothing(packageName))
                .build();
        try (Writer writer = environment
                .getFiler()
                .createSourceFile(name.canonicalName(), origin.stream().toArray(Element[]::new))
                .openWriter()) {
            writer.write(Layout.of(file.toString()));
        } catch (FilerException alreadyThere) {
            diagnostics.report(SourceSpot.nowhere(), Problem.NOT_OVERWRITTEN, name.canonicalName());
        } catch (IOException failed) {
            diagnostics.report(SourceSpot.nowhere(), Problem.NOT_WRITTEN, name.canonicalName(), failed);
        }
    }

    private void annotate(TypeSpec.Builder type, Collection<ClassRef> from, Optional<ModuleElement> module) {
        if (sees(module, TypeNames.GENERATED.canonicalName())) {
            type.addAnnotation(AnnotationSpec.builder(TypeNames.GENERATED)
                    .addMember("value", "$S", EventfoldProcessor.class.getName())
                    .build());
        }
        AnnotationSpec.Builder marker = AnnotationSpec.builder(TypeNames.EVENTFOLD_GENERATED);
        new TreeSet<>(from).forEach(source -> marker.addMember("from", "$S", source.canonicalName()));
        type.addAnnotation(marker.build());
    }

    /** Whether code of the module can name a class; one of the platform's may be in a module that it does not read. */
    boolean sees(Optional<ModuleElement> module, String canonicalName) {
        return module.isPresent()
                ? elements.getTypeElement(module.get(), canonicalName) != null
                : types.find(canonicalName).isPresent();
    }

    private boolean hidesNothing(String packageName) {
        return IMPLICIT.stream()
                .noneMatch(name -> types.find(packageName + "." + name).isPresent());
    }
}
