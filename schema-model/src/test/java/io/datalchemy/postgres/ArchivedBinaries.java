package io.datalchemy.postgres;

import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.opentest4j.TestAbortedException;

/**
 * The binaries of one version, from the jar of theirs that the build has copied. They cannot be on
 * the class path: the jars of all versions name their content alike.
 */
final class ArchivedBinaries implements PgBinaryResolver {
  private final Path jar;

  private ArchivedBinaries(Path jar) {
    this.jar = jar;
  }

  static ArchivedBinaries ofVersion(String version) {
    Path folder = Path.of(System.getProperty("test.postgres.binaries", "target/postgres"));
    Path jar = folder.resolve("postgres-" + version + ".jar");
    if (!Files.exists(jar)) {
      throw new TestAbortedException(
          "PostgreSQL "
              + version
              + " was not copied by the build to "
              + jar
              + ": of Linux on amd64 there are binaries, of other platforms it takes none");
    }
    return new ArchivedBinaries(jar);
  }

  @Override
  public InputStream getPgBinary(String system, String machine) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      JarEntry archive =
          file.stream().filter(e -> e.getName().endsWith(".txz")).findFirst().orElseThrow();
      return new ByteArrayInputStream(file.getInputStream(archive).readAllBytes());
    }
  }
}
