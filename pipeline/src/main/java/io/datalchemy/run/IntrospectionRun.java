package io.datalchemy.run;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.introspect.Introspection;
import io.datalchemy.introspect.IntrospectionMetrics;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.introspect.Introspector;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.schema.DatabaseSchema;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One introspection and the folder that keeps its results and its log.
 *
 * <p>The folder of a run that fails keeps its {@code config.json} and its log, whose last event
 * says so.
 */
public final class IntrospectionRun {
  /** The schema's name within the run folder. */
  public static final String SCHEMA_FILE = "schema.json";

  /** The metrics' name within the run folder. */
  public static final String METRICS_FILE = "metrics.json";

  private final RunFolder folder;
  private final Introspection introspection;

  private IntrospectionRun(RunFolder folder, Introspection introspection) {
    this.folder = folder;
    this.introspection = introspection;
  }

  /** Where the results are. */
  public RunFolder folder() {
    return folder;
  }

  /** The results. */
  public Introspection introspection() {
    return introspection;
  }

  /**
   * Introspects a database into a new folder below {@code runs}.
   *
   * @throws io.datalchemy.problem.UnavailableException if the server or the disk does not let us
   * @throws io.datalchemy.problem.InvalidInputException as {@link Introspector#introspect}
   */
  public static IntrospectionRun run(
      ConnectionSettings settings, IntrospectionOptions options, Path runs, InstantSource clock) {
    return run(settings, options, runs, clock, (schema, folder, log) -> {});
  }

  /** What else a run reads, once the schema is known; what it throws fails the run. */
  @FunctionalInterface
  public interface FurtherReading {
    /** Reads into the run folder. */
    void read(DatabaseSchema schema, RunFolder folder, EventLog log);
  }

  /** The same, reading more than the schema into the same folder. */
  public static IntrospectionRun run(
      ConnectionSettings settings,
      IntrospectionOptions options,
      Path runs,
      InstantSource clock,
      FurtherReading further) {
    Objects.requireNonNull(settings, "settings");
    RunFolder folder = RunFolder.create(runs, clock);
    folder.write(RunConfig.FILE_NAME, config(folder, settings, options));
    try (EventLog log = EventLog.open(folder)) {
      log.event("run_started", Map.of("run_id", folder.runId()));
      try (RunEnd end = RunEnd.of(folder, log, clock)) {
        Introspection introspection =
            end.watch(
                () -> {
                  Introspection found = introspect(settings, options, folder, log);
                  further.read(found.schema(), folder, log);
                  return found;
                });
        return new IntrospectionRun(folder, introspection);
      }
    }
  }

  private static Introspection introspect(
      ConnectionSettings settings, IntrospectionOptions options, RunFolder folder, EventLog log) {
    String engine = settings.engine().name().toLowerCase(Locale.ROOT);
    log.event("engine_detected", Map.of("engine", engine));
    log.event("introspection_started");
    Introspection introspection = Introspector.introspect(settings, options);
    log.event(
        "introspection_finished",
        Map.of(
            "tables", introspection.schema().tableIds().count(),
            "warnings", introspection.warnings().size()));
    folder.write(SCHEMA_FILE, SchemaDocument.write(introspection.schema()));
    log.event("schema_written", Map.of("file", SCHEMA_FILE));
    folder.write(METRICS_FILE, IntrospectionMetrics.of(introspection));
    log.event("metrics_written", Map.of("file", METRICS_FILE));
    return introspection;
  }

  private static RunConfig config(
      RunFolder folder, ConnectionSettings settings, IntrospectionOptions options) {
    return new RunConfig(
        folder.runId(),
        folder.startedAt().toString(),
        ToolVersion.current(),
        settings.engine(),
        DatabaseSchema.CURRENT_VERSION,
        options.strict(),
        new RunConfig.Options(options.schemas()),
        settings.redacted(),
        GitState.of(Path.of("")));
  }
}
