package io.datalchemy.run;

import io.datalchemy.connect.RedactedConnection;
import io.datalchemy.schema.Engine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How an introspection run was asked for: the whole of {@code config.json}, without any secret.
 *
 * @param startedAt ISO 8601, in UTC
 * @param git the state of the working folder, where it is a repository
 */
public record RunConfig(
    String runId,
    String startedAt,
    String toolVersion,
    Engine engine,
    String schemaVersion,
    boolean strict,
    Options options,
    RedactedConnection connection,
    Optional<GitState> git) {

  /** The config's name within the run folder. */
  public static final String FILE_NAME = "config.json";

  public RunConfig {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(toolVersion, "toolVersion");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(schemaVersion, "schemaVersion");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(connection, "connection");
    Objects.requireNonNull(git, "git");
  }

  /** What was selected: no schemas means all. */
  public record Options(List<String> schemas) {
    public Options {
      schemas = List.copyOf(schemas);
    }
  }
}
