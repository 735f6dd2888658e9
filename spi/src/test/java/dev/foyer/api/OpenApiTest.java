package dev.foyer.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.api.admin.CustomersResource;
import dev.foyer.representation.CustomerRepresentation;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The OpenAPI documents that are checked in, one for each API, say what the code does. */
class OpenApiTest {

    private static final java.nio.file.Path DOCUMENTS = java.nio.file.Path.of("../docs");

    /** With {@code -Dfoyer.openapi.write=true} the documents are written instead. */
    @ParameterizedTest
    @EnumSource
    void theDocumentIsThatOfTheCode(Api api) throws Exception {
        String generated = generate(api);
        java.nio.file.Path document = DOCUMENTS.resolve(api.file);
        if (Boolean.getBoolean("foyer.openapi.write")) {
            Files.writeString(document, generated);
        }

        assertThat(Files.readString(document)).isEqualTo(generated);
    }

    private static String generate(Api api) throws Exception {
        Indexer indexer = new Indexer();
        indexer.indexClass(api.root);
        for (Class<?> home : new Class<?>[] {CustomersResource.class, CustomerRepresentation.class}) {
            index(home, indexer);
        }
        return SmallRyeOpenAPI.builder()
                        .withIndex(indexer.complete())
                        .enableStandardFilter(false)
                        .enableStandardStaticFiles(false)
                        .defaultRequiredProperties(false)
                        .addFilter(new OpenApiConventions(api))
                        .build()
                        .toJSON()
                + "\n";
    }

    /** Every class of ours in the folder or jar that this one comes from. */
    private static void index(Class<?> home, Indexer indexer) throws IOException, URISyntaxException {
        URI source = home.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (source.getPath().endsWith(".jar")) {
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + source), Map.of())) {
                indexBelow(jar.getPath("/dev/foyer/representation"), indexer);
            }
        } else {
            indexBelow(java.nio.file.Path.of(source).resolve("dev/foyer"), indexer);
        }
    }

    private static void indexBelow(java.nio.file.Path folder, Indexer indexer) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        }
    }
}
