package io.datalchemy.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody asks to be generated: the whole of {@code plan.json}, versions 0.2 and 0.3.
 *
 * @param seed an unsigned 64-bit number
 */
public record GenerationPlan(
    String planVersion,
    BigInteger seed,
    SchemaRef schemaRef,
    Optional<Global> global,
    List<Target> targets,
    List<Rule> rules,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnsupportedRule> rulesUnsupported,
    Optional<Options> options,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VirtualForeignKey> virtualForeignKeys,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PolymorphicReference> polymorphicReferences) {

  /** The version that this build writes; it reads every 0.x up to it. */
  public static final String CURRENT_VERSION = "0.3";

  /** The share of NULLs in nullable columns where a plan gives none. */
  public static final BigDecimal DEFAULT_NULL_RATE = new BigDecimal("0.1");

  /** Rows per output file where a plan does not say. */
  public static final long DEFAULT_SHARD_ROWS = 100_000;

  private static final String DEFAULT_LOCALE = "pt_BR";

  private static final LocalDate DEFAULT_AS_OF = LocalDate.of(2026, 1, 1);

  public GenerationPlan {
    Objects.requireNonNull(planVersion, "planVersion");
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(schemaRef, "schemaRef");
    global = Absent.asEmpty(global);
    targets = Absent.asEmpty(targets);
    rules = Absent.asEmpty(rules);
    rulesUnsupported = Absent.asEmpty(rulesUnsupported);
    options = Absent.asEmpty(options);
    virtualForeignKeys = Absent.asEmpty(virtualForeignKeys);
    polymorphicReferences = Absent.asEmpty(polymorphicReferences);
  }

  /** A plan that adds no keys to those of the schema. */
  public GenerationPlan(
      String planVersion,
      BigInteger seed,
      SchemaRef schemaRef,
      Optional<Global> global,
      List<Target> targets,
      List<Rule> rules,
      List<UnsupportedRule> rulesUnsupported,
      Optional<Options> options) {
    this(
        planVersion,
        seed,
        schemaRef,
        global,
        targets,
        rules,
        rulesUnsupported,
        options,
        List.of(),
        List.of());
  }

  /** The same plan with other rules. */
  public GenerationPlan withRules(List<Rule> others) {
    return new GenerationPlan(
        planVersion,
        seed,
        schemaRef,
        global,
        targets,
        others,
        rulesUnsupported,
        options,
        virtualForeignKeys,
        polymorphicReferences);
  }

  /** The tables whose rows stay. */
  public List<TableId> existingTables() {
    return targets.stream().filter(Target::isExisting).map(Target::id).toList();
  }

  /** The locale of generators that name none. */
  public String effectiveLocale() {
    return global.flatMap(Global::locale).orElse(DEFAULT_LOCALE);
  }

  /** The day that stands for today; a fixed one where the plan names none, never the clock's. */
  public LocalDate effectiveAsOf() {
    return options.flatMap(Options::asOf).orElse(DEFAULT_AS_OF);
  }

  /** Rows per output file. */
  public long effectiveShardRows() {
    return options.flatMap(Options::shardRows).orElse(DEFAULT_SHARD_ROWS);
  }

  /** The seed as the long with the same 64 bits. */
  public long seedBits() {
    return seed.longValue();
  }

  /** The schema that the plan was written for. */
  public record SchemaRef(String schemaVersion, Optional<String> schemaFingerprint, String engine) {
    public SchemaRef {
      Objects.requireNonNull(schemaVersion, "schemaVersion");
      schemaFingerprint = Absent.asEmpty(schemaFingerprint);
      Objects.requireNonNull(engine, "engine");
    }
  }

  /** What holds for the whole plan. */
  public record Global(Optional<String> locale) {
    public Global {
      locale = Absent.asEmpty(locale);
    }
  }

  /** Whether a target's rows are made, as without a word, or are there already. */
  public enum TargetMode {
    /** The rows stay as they are: others refer to them by the keys that were read. */
    EXISTING
  }

  /**
   * How many rows of one table, or that its rows stay.
   *
   * @param rows how many; 0 for a table whose rows stay or follow from those of a parent
   * @param rowsPerParent how many for each row of a parent, instead of {@code rows}
   */
  public record Target(
      String schema,
      String table,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) long rows,
      Optional<TargetMode> mode,
      Optional<Strategy> strategy,
      Optional<String> comment,
      Optional<String> reason,
      Optional<RowsPerParent> rowsPerParent) {
    public Target {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      mode = Absent.asEmpty(mode);
      strategy = Absent.asEmpty(strategy);
      comment = Absent.asEmpty(comment);
      reason = Absent.asEmpty(reason);
      rowsPerParent = Absent.asEmpty(rowsPerParent);
    }

    /** A table to fill. */
    public Target(
        String schema,
        String table,
        long rows,
        Optional<Strategy> strategy,
        Optional<String> comment,
        Optional<String> reason) {
      this(schema, table, rows, Optional.empty(), strategy, comment, reason, Optional.empty());
    }

    /** A table whose rows stay. */
    public static Target existing(TableId table, String reason) {
      return new Target(
          table.schema(),
          table.table(),
          0,
          Optional.of(TargetMode.EXISTING),
          Optional.empty(),
          Optional.empty(),
          Optional.of(reason),
          Optional.empty());
    }

    /** The table meant. */
    public TableId id() {
      return new TableId(schema, table);
    }

    /** Whether the table's rows stay as they are. */
    public boolean isExisting() {
      return mode.isPresent();
    }
  }

  /** Hints of version 0.2 on inserting; the order is always by foreign keys. */
  public record Strategy(Optional<String> insertOrder, Optional<Integer> batchSize) {
    public Strategy {
      insertOrder = Absent.asEmpty(insertOrder);
      batchSize = Absent.asEmpty(batchSize);
    }
  }

  /** Something that an author wanted and that no rule can say. */
  public record UnsupportedRule(String description, String reason, Optional<Reference> reference) {
    public UnsupportedRule {
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(reason, "reason");
      reference = Absent.asEmpty(reference);
    }
  }

  /** A place in the schema. */
  public record Reference(String schema, String table, Optional<String> column) {
    public Reference {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      column = Absent.asEmpty(column);
    }
  }

  /**
   * Options over all tables.
   *
   * @param asOf the day that stands for today
   * @param nullRate the share of NULLs in nullable columns that no rule speaks of
   * @param shardRows rows per output file
   * @param scale what the rows of all targets are multiplied by
   */
  public record Options(
      Optional<Boolean> allowFkDisable,
      Optional<Boolean> strict,
      Optional<LocalDate> asOf,
      Optional<BigDecimal> nullRate,
      Optional<Long> shardRows,
      Optional<BigDecimal> scale) {
    public Options {
      allowFkDisable = Absent.asEmpty(allowFkDisable);
      strict = Absent.asEmpty(strict);
      asOf = Absent.asEmpty(asOf);
      nullRate = Absent.asEmpty(nullRate);
      shardRows = Absent.asEmpty(shardRows);
      scale = Absent.asEmpty(scale);
    }

    /** Options without a scale. */
    public Options(
        Optional<Boolean> allowFkDisable,
        Optional<Boolean> strict,
        Optional<LocalDate> asOf,
        Optional<BigDecimal> nullRate,
        Optional<Long> shardRows) {
      this(allowFkDisable, strict, asOf, nullRate, shardRows, Optional.empty());
    }
  }
}
