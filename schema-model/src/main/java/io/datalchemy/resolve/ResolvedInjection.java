package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows of one table that are broken on purpose, against one constraint.
 *
 * @param constraint the name in the list of broken rows; of a NOT NULL, the column's
 * @param kind {@code not_null}, {@code check}, {@code domain}, {@code foreign_key}, {@code
 *     primary_key}, {@code unique}, {@code unique_index} or {@code exclusion}
 * @param rate share of rows to break
 * @param rule the place of the rule in the plan, from 0
 * @param kept conditions in SQL that a broken row must still meet if it met them before
 */
public record ResolvedInjection(
    String schema,
    String table,
    String constraint,
    String kind,
    double rate,
    int rule,
    Break breaks,
    List<String> kept) {
  public ResolvedInjection {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(kind, "kind");
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate: must be within 0 and 1, was " + rate);
    }
    Objects.requireNonNull(breaks, "breaks");
    kept = List.copyOf(kept);
  }

  /** The table whose rows are broken. */
  public TableId tableId() {
    return new TableId(schema, table);
  }

  /** How a row is broken, tagged by {@code how}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "how")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Break.ToNull.class, name = "null"),
    @JsonSubTypes.Type(value = Break.Repeat.class, name = "repeat"),
    @JsonSubTypes.Type(value = Break.Orphan.class, name = "orphan"),
    @JsonSubTypes.Type(value = Break.Falsify.class, name = "falsify"),
  })
  public sealed interface Break {

    /** The column becomes NULL. */
    record ToNull(String column) implements Break {
      public ToNull {
        Objects.requireNonNull(column, "column");
      }
    }

    /**
     * The columns take the values of an earlier row that is not broken.
     *
     * @param predicate the condition in SQL that both rows have to meet for the key to be one
     * @param nullsCount whether NULLs are equal to each other
     */
    record Repeat(List<String> columns, Optional<String> predicate, boolean nullsCount)
        implements Break {
      public Repeat {
        columns = List.copyOf(columns);
        Objects.requireNonNull(predicate, "predicate");
      }
    }

    /**
     * A column of a foreign key takes the value that a row after the parent's last would have.
     *
     * @param others the other columns of the key, which may not be NULL
     * @param distinct whether each row needs another value, as a key of the table holds the column
     */
    record Orphan(
        String column,
        List<String> others,
        String parentSchema,
        String parentTable,
        String parentColumn,
        boolean distinct)
        implements Break {
      public Orphan {
        Objects.requireNonNull(column, "column");
        others = List.copyOf(others);
        Objects.requireNonNull(parentSchema, "parentSchema");
        Objects.requireNonNull(parentTable, "parentTable");
        Objects.requireNonNull(parentColumn, "parentColumn");
      }

      /** The table referred to. */
      public TableId parent() {
        return new TableId(parentSchema, parentTable);
      }
    }

    /** Columns are changed until the condition is false. */
    record Falsify(String condition, List<Change> changes) implements Break {
      public Falsify {
        Objects.requireNonNull(condition, "condition");
        changes = List.copyOf(changes);
      }
    }
  }

  /**
   * What a column of a condition may become.
   *
   * @param toNull whether it may become NULL
   * @param values which other values it may take
   */
  public record Change(String column, boolean toNull, Values values) {
    /** The values that a change may give. */
    public enum Values {
      /** Any that the type can hold. */
      ANY,
      /** Those of other rows: a foreign key's. */
      OF_OTHER_ROWS,
      NONE
    }

    public Change {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(values, "values");
    }
  }
}
