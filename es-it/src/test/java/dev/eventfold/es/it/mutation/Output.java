package dev.eventfold.es.it.mutation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;

/** What one compilation writes, in memory; what it reads is elsewhere. */
final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

    Output(JavaFileManager files) {
        super(files);
    }

    /** The texts, by path. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        written.forEach((path, file) -> texts.put(path, file.toString(StandardCharsets.UTF_8)));
        return texts;
    }

    @Override
    public boolean hasLocation(Location location) {
        return location.isOutputLocation() || super.hasLocation(location);
    }

    /** Plugins of the compiler are on the class path of the test, and are loaded once. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return Output.class.getClassLoader();
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String className, Kind kind, FileObject sibling) {
        return new Written(className.replace('.', '/') + kind.extension, kind);
    }

    /** To be read too: so the compiler asks for a resource that may be in an output. */
    @Override
    public FileObject getFileForOutput(Location location, String packageName, String name, FileObject sibling) {
        return new Written(packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name, Kind.OTHER);
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    private final class Written extends SimpleJavaFileObject {
        private final String path;

        Written(String path, Kind kind) {
            super(URI.create("memory:///" + path), kind);
            this.path = path;
        }

        @Override
        public OutputStream openOutputStream() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            written.put(path, bytes);
            return bytes;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return new ByteArrayInputStream(bytes().toByteArray());
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
            return bytes().toString(StandardCharsets.UTF_8);
        }

        private ByteArrayOutputStream bytes() throws IOException {
            ByteArrayOutputStream bytes = written.get(path);
            if (bytes == null) {
                throw new NoSuchFileException(path);
            }
            return bytes;
        }
    }
}
