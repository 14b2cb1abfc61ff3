package io.datalchemy.postgres;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.datalchemy.connect.ConnectionSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL in a container that ends with the process. */
final class ContainerServer {
  private static final String USER = "postgres";
  private static final Duration PULL_LIMIT = Duration.ofMinutes(5);

  private ContainerServer() {}

  /**
   * Starts a container of an image, for which it is pulled if the engine does not hold it.
   *
   * @throws TestAbortedException if no engine answers or the image cannot be had
   */
  static ConnectionSettings start(String image) {
    if (image.isEmpty()) {
      throw new TestAbortedException("no container: no image is named");
    }
    obtain(engine(image), image);
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
            .withUsername(USER)
            .withDatabaseName(USER)
            // Tests connect as roles of theirs, which have no password.
            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
    container.start();
    return ConnectionSettings.postgres(
        container.getHost(), container.getFirstMappedPort(), USER, USER, "");
  }

  private static DockerClient engine(String image) {
    try {
      return DockerClientFactory.instance().client();
    } catch (RuntimeException e) { // of many kinds, some of libraries that it has shaded
      String reason = Objects.requireNonNullElse(e.getMessage(), "none is running").strip();
      throw new TestAbortedException(
          "no container of " + image + ": no Docker engine can be used (" + reason + ")");
    }
  }

  /** Once and with an end: left alone, Testcontainers asks an unknown registry for two minutes. */
  private static void obtain(DockerClient client, String image) {
    DockerImageName name = DockerImageName.parse(image);
    try {
      client.inspectImageCmd(image).exec();
    } catch (NotFoundException missing) {
      try {
        client
            .pullImageCmd(name.getUnversionedPart())
            .withTag(name.getVersionPart())
            .start()
            .awaitCompletion(PULL_LIMIT.toSeconds(), TimeUnit.SECONDS);
        client.inspectImageCmd(image).exec();
      } catch (DockerException e) {
        throw absent(image, e.getMessage().strip());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw absent(image, "interrupted");
      }
    }
  }

  private static TestAbortedException absent(String image, String reason) {
    return new TestAbortedException(
        "no container of "
            + image
            + ": the image cannot be pulled ("
            + reason
            + "); docker/local-postgres-image.sh builds one");
  }
}
