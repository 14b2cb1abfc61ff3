package io.datalchemy.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.inject.InjectionCount;
import io.datalchemy.resolve.ConstraintOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a generation run did: the whole of {@code generation_report.json}.
 *
 * @param existing the tables whose rows stay
 * @param retriesTotal how often a row was drawn again to satisfy a condition
 * @param generatorUsage for each generator id, the values of the columns that use it; a column
 *     whose shapes use several counts for each of them
 * @param transformUsage likewise for transforms
 * @param fallbackCount columns decided by nothing better than their type
 * @param heuristicCount columns decided by their name
 * @param piiColumnsTouched for each kind of personal datum, the columns that imitate it
 * @param piiColumns which columns these are; their values are always synthetic
 * @param coverage columns of all tables by what decided them
 * @param constraintOutcomes constraints of all tables by how they are satisfied
 */
public record GenerationReport(
    String runId,
    List<TableReport> tables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ExistingReport> existing,
    long retriesTotal,
    SortedMap<String, Long> generatorUsage,
    SortedMap<String, Long> transformUsage,
    long fallbackCount,
    long heuristicCount,
    long unknownGeneratorIdCount,
    SortedMap<String, Long> piiColumnsTouched,
    List<PiiColumn> piiColumns,
    SortedMap<String, Long> warningsByCode,
    long durationMs,
    long bytesWritten,
    long throughputBytesPerSec,
    SortedMap<String, Long> coverage,
    SortedMap<String, Long> constraintOutcomes,
    List<Issue> warnings,
    List<Issue> unsupported) {

  /** The report's name within the run folder. */
  public static final String FILE_NAME = "generation_report.json";

  public GenerationReport {
    Objects.requireNonNull(runId, "runId");
    tables = List.copyOf(tables);
    existing = existing == null ? List.of() : List.copyOf(existing);
    piiColumns = List.copyOf(piiColumns);
    warnings = List.copyOf(warnings);
    unsupported = List.copyOf(unsupported);
  }

  /**
   * One table of the run.
   *
   * @param unsatisfied rows that broke a condition at their last draw
   * @param nulls for each written column that may be NULL, how many values are
   * @param coverage columns by what decided them
   * @param injections rows broken on purpose, by rule in the plan's order
   */
  public record TableReport(
      String schema,
      String table,
      long rowsRequested,
      long rowsGenerated,
      long retries,
      long unsatisfied,
      String sha256,
      long bytes,
      int shards,
      SortedMap<String, Long> nulls,
      SortedMap<String, Long> coverage,
      List<ConstraintOutcome> constraints,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InjectionCount> injections) {
    public TableReport {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(sha256, "sha256");
      constraints = List.copyOf(constraints);
      injections = injections == null ? List.of() : List.copyOf(injections);
    }
  }

  /**
   * A column that looks like personal data and is none: documents in it are formally valid and made
   * up.
   *
   * @param synthetic always true: said so that whoever finds a file knows what it holds
   */
  public record PiiColumn(
      String schema, String table, String column, String piiTag, boolean synthetic) {
    public PiiColumn {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(piiTag, "piiTag");
    }
  }

  /** One table whose rows stay: how many others may refer to, and the digest of its keys. */
  public record ExistingReport(String schema, String table, long rows, String sha256) {
    public ExistingReport {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  /**
   * Something that a reader should know, once for each cause.
   *
   * @param level {@code warning} or {@code error}
   * @param count how often it happened
   */
  public record Issue(
      String level,
      String code,
      String message,
      Optional<String> path,
      Optional<String> schema,
      Optional<String> table,
      Optional<String> column,
      Optional<String> generatorId,
      long count) {
    public Issue {
      Objects.requireNonNull(level, "level");
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(message, "message");
    }
  }
}
