package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.TableId;
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
    List<Problem> warnings,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ResolvedInjection> injections) {

  /** The version of this document's form. */
  public static final String CURRENT_VERSION = "0.3";

  /** The version of the bytes that a resolved plan gives. */
  public static final int GENERATION_FORMAT = 1;

  public ResolvedPlan {
    Objects.requireNonNull(resolvedVersion, "resolvedVersion");
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(locale, "locale");
    if (shardRows < 1) {
      throw new IllegalArgumentException("shard_rows: must be at least 1, was " + shardRows);
    }
    tables = List.copyOf(tables);
    warnings = List.copyOf(warnings);
    injections = injections == null ? List.of() : List.copyOf(injections);
  }

  /** A plan that breaks no rows. */
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
        warnings,
        List.of());
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
        warnings,
        broken);
  }

  /** The rows of one table to be broken on purpose, in the plan's order. */
  public List<ResolvedInjection> injections(TableId table) {
    return injections.stream().filter(i -> i.tableId().equals(table)).toList();
  }

  /** The seed as the long with the same 64 bits. */
  public long seedBits() {
    return seed.longValue();
  }

  /** The resolved table of that name, if it is part of the run. */
  public Optional<ResolvedTable> table(TableId id) {
    return tables.stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
