package dev.eventfold.es.runtime.program;

import dev.eventfold.es.EsException;
import dev.eventfold.es.spi.GeneratedModule;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the modules of the program. */
public final class GeneratedModules {
    private GeneratedModules() {}

    /**
     * Looks where the current thread loads classes from, then where this library comes from.
     *
     * @return what was found first
     * @throws EsException when there is none, or one cannot be loaded
     */
    public static List<GeneratedModule> find() {
        List<GeneratedModule> modules = load(Thread.currentThread().getContextClassLoader());
        if (modules.isEmpty()) {
            modules = load(GeneratedModules.class.getClassLoader());
        }
        return requireSome(modules);
    }

    /**
     * Refuses a program without modules: most likely nothing was generated.
     *
     * @param modules what was found
     * @return the same
     * @throws EsException when there is none
     */
    public static List<GeneratedModule> requireSome(List<GeneratedModule> modules) {
        if (modules.isEmpty()) {
            throw new EsException(
                    "no module with aggregates was found. Did the annotation processor run? es-processor must be on the"
                            + " annotation processor path; from JDK 23 on javac runs no processor unless it is named there, or -proc:full is"
                            + " given. On the module path, the module must say what the processor's message says: provides "
                            + GeneratedModule.class.getName() + " with …");
        }
        return modules;
    }

    private static List<GeneratedModule> load(@Nullable ClassLoader loader) {
        try {
            return ServiceLoader.load(GeneratedModule.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new EsException(
                    "a generated module cannot be loaded: " + e.getMessage() + "; recompile all of it", e);
        }
    }
}
