package io.datalchemy.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.schema.TableId;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a generation run wrote: the whole of {@code manifest.json}.
 *
 * <p>It is written last, and only when everything else is in place: a run folder without it is a
 * failed run.
 *
 * @param seed an unsigned 64-bit number
 * @param planHash SHA-256 of the canonical plan
 * @param existing the tables whose rows stay, and the files of their keys in the folder {@code
 *     keys}
 * @param complete always true in a file; there is no manifest of half a run
 */
public record Manifest(
    String manifestVersion,
    String runId,
    int generationFormat,
    BigInteger seed,
    String planHash,
    Optional<String> schemaFingerprint,
    List<Table> tables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ExistingTable> existing,
    boolean complete) {

  /** The version of this document's form. */
  public static final String CURRENT_VERSION = "0.3";

  /** The manifest's name within the run folder. */
  public static final String FILE_NAME = "manifest.json";

  public Manifest {
    Objects.requireNonNull(manifestVersion, "manifestVersion");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(planHash, "planHash");
    Objects.requireNonNull(schemaFingerprint, "schemaFingerprint");
    tables = List.copyOf(tables);
    existing = existing == null ? List.of() : List.copyOf(existing);
    if (!complete) {
      throw new IllegalArgumentException("complete: must be true, was false");
    }
  }

  /** A complete run's manifest in the current version. */
  public static Manifest of(
      String runId,
      int generationFormat,
      BigInteger seed,
      String planHash,
      Optional<String> schemaFingerprint,
      List<Table> tables) {
    return of(runId, generationFormat, seed, planHash, schemaFingerprint, tables, List.of());
  }

  /** The same of a run in which some tables keep their rows. */
  public static Manifest of(
      String runId,
      int generationFormat,
      BigInteger seed,
      String planHash,
      Optional<String> schemaFingerprint,
      List<Table> tables,
      List<ExistingTable> existing) {
    return new Manifest(
        CURRENT_VERSION,
        runId,
        generationFormat,
        seed,
        planHash,
        schemaFingerprint,
        tables,
        existing,
        true);
  }

  /**
   * Reads a run folder's manifest.
   *
   * @throws io.datalchemy.problem.InvalidInputException if the folder has none, for then the run
   *     did not finish, or if it cannot be understood
   */
  public static Manifest read(Path runFolder) {
    return RunDocuments.read(
        runFolder.resolve(FILE_NAME), Manifest.class, "the run did not finish");
  }

  /** The table of that name, if it is part of the run. */
  public Optional<Table> table(TableId id) {
    return tables.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** The schemas of all tables, those whose rows stay included. */
  public List<String> schemas() {
    return Stream.concat(
            tables.stream().map(Table::schema), existing.stream().map(ExistingTable::schema))
        .distinct()
        .toList();
  }

  /** The rows of all tables. */
  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /** The bytes of all files. */
  public long bytes() {
    return tables.stream().mapToLong(Table::bytes).sum();
  }

  /**
   * One table's files, in row order.
   *
   * @param bytes the bytes of all its files
   * @param sha256 of the header line and then all data lines in order, however they are split
   * @param columns the columns written, in file order
   */
  public record Table(
      String schema,
      String table,
      long rows,
      long bytes,
      String sha256,
      List<String> columns,
      List<Shard> shards) {
    public Table {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(sha256, "sha256");
      columns = List.copyOf(columns);
      shards = List.copyOf(shards);
    }

    /** The table's id. */
    public TableId id() {
      return new TableId(schema, table);
    }
  }

  /**
   * One file: a header line and then the rows from {@code firstRow} on.
   *
   * @param file a plain file name within the run folder
   * @param sha256 of the file's bytes
   * @param injected the list of its rows that were broken on purpose, where the plan asks for such
   */
  public record Shard(
      String file,
      long firstRow,
      long rows,
      long bytes,
      String sha256,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<InjectedRows> injected) {
    @SuppressWarnings("OptionalAssignedToNull") // Jackson passes null for an absent field
    public Shard {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(sha256, "sha256");
      RunFolder.requirePlainName(file);
      injected = injected == null ? Optional.empty() : injected;
    }
  }

  /**
   * The list of rows that were broken on purpose: a header line and then one line a row.
   *
   * @param rows how many rows the list tells of
   * @param sha256 of the file's bytes
   */
  public record InjectedRows(String file, long rows, long bytes, String sha256) {
    public InjectedRows {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(sha256, "sha256");
      RunFolder.requirePlainName(file);
    }
  }
}
