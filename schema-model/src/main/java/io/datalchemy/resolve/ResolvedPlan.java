package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.ValueType;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that generation needs to know, complete: the whole of {@code resolved_plan.json}.
 *
 * <p>Tables are in generation order: parents before children, but for the edges of a cycle.
 *
 * @param generationFormat raised whenever the same plan would give other bytes
 * @param seed an unsigned 64-bit number
 * @param existing the tables whose rows stay, with the digests of the keys that bytes depend on
 * @param injections the rows to be broken on purpose, in the plan's order
 */
public record ResolvedPlan(
    String resolvedVersion,
    int generationFormat,
    BigInteger seed,
    LocalDate asOf,
    String locale,
    long shardRows,
    Optional<String> schemaFingerprint,
    List<ResolvedTable> tables,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ExistingTable> existing,
    List<Problem> warnings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ResolvedInjection> injections) {

  /** The version of this document's form. */
  public static final String CURRENT_VERSION = "0.3";

  /** The version of the bytes that a resolved plan gives. */
  public static final int GENERATION_FORMAT = 3;

  public ResolvedPlan {
    Objects.requireNonNull(resolvedVersion, "resolvedVersion");
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(locale, "locale");
    if (shardRows < 1) {
      throw new IllegalArgumentException("shard_rows: must be at least 1, was " + shardRows);
    }
    tables = List.copyOf(tables);
    existing = existing == null ? List.of() : List.copyOf(existing);
    warnings = List.copyOf(warnings);
    injections = injections == null ? List.of() : List.copyOf(injections);
  }

  /** The same plan with rows to be broken on purpose. */
  public ResolvedPlan withInjections(List<ResolvedInjection> broken) {
    return new ResolvedPlan(
        resolvedVersion,
        generationFormat,
        seed,
        asOf,
        locale,
        shardRows,
        schemaFingerprint,
        tables,
        existing,
        warnings,
        broken);
  }

  /** The rows of one table to be broken on purpose, in the plan's order. */
  public List<ResolvedInjection> injections(TableId table) {
    return injections.stream().filter(i -> i.tableId().equals(table)).toList();
  }

  /** A plan in which every table is generated, and every row whole. */
  public ResolvedPlan(
      String resolvedVersion,
      int generationFormat,
      BigInteger seed,
      LocalDate asOf,
      String locale,
      long shardRows,
      Optional<String> schemaFingerprint,
      List<ResolvedTable> tables,
      List<Problem> warnings) {
    this(
        resolvedVersion,
        generationFormat,
        seed,
        asOf,
        locale,
        shardRows,
        schemaFingerprint,
        tables,
        List.of(),
        warnings,
        List.of());
  }

  /** The seed as the long with the same 64 bits. */
  public long seedBits() {
    return seed.longValue();
  }

  /** The table of that name, if its rows stay. */
  public Optional<ExistingTable> existing(TableId id) {
    return existing.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** The type of a column that others may read, of a table that is generated or stays. */
  public Optional<ValueType> type(TableId table, String column) {
    return existing(table)
        .flatMap(kept -> kept.type(column))
        .or(() -> table(table).flatMap(t -> t.column(column)).map(ResolvedColumn::type));
  }

  /** The resolved table of that name, if it is part of the run. */
  public Optional<ResolvedTable> table(TableId id) {
    return tables.stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
