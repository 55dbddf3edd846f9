package dev.eventfold.es.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.eventfold.es.benchmarks.harness.Job;
import dev.eventfold.es.benchmarks.harness.Peer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CataloguePeersTest {
    @TempDir
    private Path directory;

    /** Cannot be made. */
    public static final class Broken implements Peer {
        public Broken() {
            throw new IllegalStateException("no disk");
        }

        @Override
        public List<Job> jobs() {
            return List.of();
        }
    }

    @Test
    void a_list_of_peers_whose_classes_are_gone_is_a_list_of_none() throws IOException {
        try (URLClassLoader gone = listing("dev.eventfold.es.benchmarks.Gone")) {
            assertThat(Catalogue.ofPeers(gone)).isEmpty();
        }
    }

    @Test
    void a_peer_that_cannot_be_made_is_told_with_its_cause() throws IOException {
        try (URLClassLoader broken = listing(Broken.class.getName())) {
            assertThatThrownBy(() -> Catalogue.ofPeers(broken))
                    .isInstanceOf(ServiceConfigurationError.class)
                    .hasMessageContaining("Broken")
                    .hasRootCauseMessage("no disk");
        }
    }

    /** Finds one list of peers, and not the one of a build with peers. */
    private URLClassLoader listing(String peer) throws IOException {
        Path list = directory.resolve("META-INF/services/" + Peer.class.getName());
        Files.createDirectories(list.getParent());
        Files.writeString(list, peer);
        URL[] urls = {directory.toUri().toURL()};
        return new URLClassLoader(urls, Peer.class.getClassLoader()) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return findResources(name);
            }
        };
    }
}
