package io.datalchemy.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One instruction of a plan, tagged by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rule.ColumnGenerator.class, name = "column_generator"),
  @JsonSubTypes.Type(value = Rule.ConstraintPolicy.class, name = "constraint_policy"),
  @JsonSubTypes.Type(value = Rule.ForeignKeyStrategy.class, name = "foreign_key_strategy"),
  @JsonSubTypes.Type(value = Rule.Inject.class, name = "inject"),
})
public sealed interface Rule {
  String schema();

  String table();

  /** The table that the rule is about. */
  default TableId tableId() {
    return new TableId(schema(), table());
  }

  /**
   * Which generator fills a column.
   *
   * @param params the older place of the generator's parameters
   * @param confidence of a proposed rule, how sure its choice is: from 0, a guess, to 1
   */
  record ColumnGenerator(
      String schema,
      String table,
      String column,
      GeneratorRef generator,
      Optional<Parameters> params,
      Optional<BigDecimal> nullRate,
      Optional<Distribution> distribution,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Transform> transforms,
      Optional<String> reason,
      Optional<String> comment,
      Optional<BigDecimal> confidence)
      implements Rule {
    public ColumnGenerator {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(generator, "generator");
      params = Absent.asEmpty(params);
      nullRate = Absent.asEmpty(nullRate);
      distribution = Absent.asEmpty(distribution);
      transforms = Absent.asEmpty(transforms);
      reason = Absent.asEmpty(reason);
      comment = Absent.asEmpty(comment);
      confidence = Absent.asEmpty(confidence);
    }

    /** A rule of nobody's proposal, whose values occur as the generator has them. */
    public ColumnGenerator(
        String schema,
        String table,
        String column,
        GeneratorRef generator,
        Optional<Parameters> params,
        Optional<BigDecimal> nullRate,
        List<Transform> transforms,
        Optional<String> reason,
        Optional<String> comment) {
      this(
          schema,
          table,
          column,
          generator,
          params,
          nullRate,
          Optional.empty(),
          transforms,
          reason,
          comment,
          Optional.empty());
    }

    /**
     * The parameters, from the generator or, where it has none, from the older place; the
     * distribution is one of them.
     */
    public Parameters effectiveParams() {
      Parameters own = generator.params().or(() -> params).orElse(Parameters.none());
      return distribution.map(some -> own.with("distribution", some.json())).orElse(own);
    }
  }

  /** A transform as a plan names it. */
  record Transform(String transform, Optional<Parameters> params) {
    public Transform {
      Objects.requireNonNull(transform, "transform");
      params = Absent.asEmpty(params);
    }
  }

  /** What to do about one kind of constraint of a table. */
  record ConstraintPolicy(
      String schema,
      String table,
      ConstraintKind constraint,
      PolicyMode mode,
      Optional<String> reason,
      Optional<String> comment)
      implements Rule {
    public ConstraintPolicy {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(constraint, "constraint");
      Objects.requireNonNull(mode, "mode");
      reason = Absent.asEmpty(reason);
      comment = Absent.asEmpty(comment);
    }
  }

  /** The kinds of constraint that a policy can speak of. */
  enum ConstraintKind {
    CHECK,
    UNIQUE,
    NOT_NULL,
    PRIMARY_KEY,
    FOREIGN_KEY
  }

  /**
   * Whether a table's foreign keys are honoured, and how rows choose their parents.
   *
   * @param foreignKey the key meant, by name; without it and {@code columns}, all of the table's
   * @param columns the key meant, by its columns
   * @param pick how a row chooses its parent; as the constraints allow if left out
   * @param nullRate the share of rows without a parent
   * @param childless the share of parents that no row chooses
   * @param rootShare of a table that refers to itself: the share of rows without a parent
   * @param maxDepth of a table that refers to itself: how far a row may be from its root
   */
  record ForeignKeyStrategy(
      String schema,
      String table,
      StrategyMode mode,
      Optional<String> reason,
      Optional<String> comment,
      Optional<String> foreignKey,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> columns,
      Optional<Pick> pick,
      Optional<BigDecimal> nullRate,
      Optional<BigDecimal> childless,
      Optional<BigDecimal> rootShare,
      Optional<Long> maxDepth)
      implements Rule {
    public ForeignKeyStrategy {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(mode, "mode");
      reason = Absent.asEmpty(reason);
      comment = Absent.asEmpty(comment);
      foreignKey = Absent.asEmpty(foreignKey);
      columns = Absent.asEmpty(columns);
      pick = Absent.asEmpty(pick);
      nullRate = Absent.asEmpty(nullRate);
      childless = Absent.asEmpty(childless);
      rootShare = Absent.asEmpty(rootShare);
      maxDepth = Absent.asEmpty(maxDepth);
    }

    /** A strategy for all keys of a table, as version 0.2 has it. */
    public ForeignKeyStrategy(
        String schema,
        String table,
        StrategyMode mode,
        Optional<String> reason,
        Optional<String> comment) {
      this(
          schema,
          table,
          mode,
          reason,
          comment,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** Whether it speaks of one key, and not of all that the table has. */
    public boolean namesKey() {
      return foreignKey.isPresent() || !columns.isEmpty();
    }
  }

  /**
   * A share of the table's rows to be broken on purpose.
   *
   * @param constraint the constraint or unique index to break; with a column, a CHECK of the
   *     column's domain
   * @param column alone, the column whose NOT NULL is broken
   */
  record Inject(
      String schema,
      String table,
      Optional<String> constraint,
      Optional<String> column,
      BigDecimal rate,
      Optional<String> reason,
      Optional<String> comment)
      implements Rule {
    public Inject {
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      constraint = Absent.asEmpty(constraint);
      column = Absent.asEmpty(column);
      Objects.requireNonNull(rate, "rate");
      reason = Absent.asEmpty(reason);
      comment = Absent.asEmpty(comment);
    }
  }

  /** Hold it or fail; hold it or warn; do not try. */
  enum PolicyMode {
    ENFORCE,
    WARN,
    IGNORE
  }

  /** Refer to rows that exist, or treat the columns as any others. */
  enum StrategyMode {
    RESPECT,
    DISABLE
  }
}
