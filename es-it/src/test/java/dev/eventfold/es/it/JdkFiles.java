package dev.eventfold.es.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The files of a compiler that is called over and over: what is in a package of the JDK is looked up once. For one thread at a time.
 */
public final class JdkFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Set<Location> modules = new HashSet<>();
    private final Map<List<Object>, List<JavaFileObject>> listings = new HashMap<>();
    private final Map<JavaFileObject, String> names = new IdentityHashMap<>();

    private JdkFiles(StandardJavaFileManager files) throws IOException {
        super(files);
        files.listLocationsForModules(StandardLocation.SYSTEM_MODULES).forEach(modules::addAll);
    }

    /** What {@code files} show, whose other places may be changed at any time. */
    public static JdkFiles of(StandardJavaFileManager files) {
        try {
            return new JdkFiles(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (!modules.contains(location)) {
            return super.list(location, packageName, kinds, recurse);
        }
        List<Object> key = List.of(location, packageName, Set.copyOf(kinds), recurse);
        List<JavaFileObject> listing = listings.get(key);
        if (listing == null) {
            listing = new ArrayList<>();
            for (JavaFileObject file : super.list(location, packageName, kinds, recurse)) {
                names.put(file, super.inferBinaryName(location, file));
                listing.add(file);
            }
            listings.put(key, listing);
        }
        return listing;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        String name = names.get(file);
        return name == null ? super.inferBinaryName(location, file) : name;
    }
}
