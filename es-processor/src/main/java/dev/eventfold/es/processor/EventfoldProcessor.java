package dev.eventfold.es.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks how events, commands, aggregates, process managers, projections and subscribers are wired, and writes the definitions that the run
 * time calls.
 *
 * <p>Put its jar on the processor path ({@code --processor-path}, {@code annotationProcessorPaths}); from JDK 23 on, javac skips a processor
 * that is only on the class path. The options are those of {@link #getSupportedOptions}; all begin with {@code eventfold.}. Made by the
 * compiler, one for each compilation, and used by one thread.
 */
@AutoService(Processor.class)
public final class EventfoldProcessor extends AbstractProcessor {
    private @Nullable Compilation compilation;

    /** For the compiler. */
    public EventfoldProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return AnnotatedTypes.ANNOTATIONS;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processingEnv == null
                ? Options.names()
                : Options.claimed(processingEnv.getOptions().keySet());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        compilation = Compilation.in(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (compilation != null) {
            compilation.process(annotations, round);
        }
        return false; // other processors may want them too
    }
}
