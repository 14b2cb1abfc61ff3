package io.datalchemy.plan;

import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Two columns that refer to a row of one of several tables: one names the table, one its key.
 *
 * @param nullRate share of rows in which both are NULL
 */
public record PolymorphicReference(
    String schema,
    String table,
    String typeColumn,
    String idColumn,
    List<Choice> targets,
    Optional<BigDecimal> nullRate,
    Optional<String> comment) {

  /**
   * One of the tables.
   *
   * @param type the literal that stands for the table in the type column
   * @param column the column whose values the id column holds
   * @param weight in what proportion to the others rows refer to it; 1 if left out
   */
  public record Choice(
      String type, String schema, String table, String column, Optional<BigDecimal> weight) {
    public Choice {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
      weight = Absent.asEmpty(weight);
    }

    /** The table referred to. */
    public TableId tableId() {
      return new TableId(schema, table);
    }

    /** The weight, or 1. */
    public double effectiveWeight() {
      return weight.orElse(BigDecimal.ONE).doubleValue();
    }
  }

  public PolymorphicReference {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(typeColumn, "typeColumn");
    Objects.requireNonNull(idColumn, "idColumn");
    targets = Absent.asEmpty(targets);
    nullRate = Absent.asEmpty(nullRate);
    comment = Absent.asEmpty(comment);
  }

  /** The table that refers. */
  public TableId child() {
    return new TableId(schema, table);
  }

  /** The name under which one of the targets counts as a foreign key. */
  public String keyName(Choice choice) {
    return table + "." + idColumn + " as " + choice.type();
  }
}
