package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where a column's values come from, tagged by {@code from}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ColumnSource.Generated.class, name = "generator"),
  @JsonSubTypes.Type(value = ColumnSource.ForeignKeyColumn.class, name = "foreign_key"),
  @JsonSubTypes.Type(value = ColumnSource.Shaped.class, name = "shape_group"),
  @JsonSubTypes.Type(value = ColumnSource.OrdinalInParent.class, name = "ordinal_in_parent"),
  @JsonSubTypes.Type(value = ColumnSource.RollUp.class, name = "children"),
  @JsonSubTypes.Type(value = ColumnSource.ReferencedKey.class, name = "polymorphic"),
  @JsonSubTypes.Type(value = ColumnSource.AlwaysNull.class, name = "null"),
  @JsonSubTypes.Type(value = ColumnSource.Omitted.class, name = "database"),
})
public sealed interface ColumnSource {

  /**
   * A generator's value.
   *
   * @param nullRate share of rows that are NULL instead
   * @param distinct how the values are kept from repeating
   */
  record Generated(
      GeneratorCall generator,
      List<TransformCall> transforms,
      double nullRate,
      Distinctness distinct)
      implements ColumnSource {
    public Generated {
      Objects.requireNonNull(generator, "generator");
      transforms = List.copyOf(transforms);
      if (!(nullRate >= 0 && nullRate <= 1)) {
        throw new IllegalArgumentException("null_rate: must be within 0 and 1, was " + nullRate);
      }
      Objects.requireNonNull(distinct, "distinct");
    }
  }

  /**
   * A column of the parent's row, through the foreign key of that name.
   *
   * @param among in a shape, the rows of the parent that the key picks from instead of its own
   */
  record ForeignKeyColumn(
      String foreignKey,
      String parentColumn,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<RowRanges> among)
      implements ColumnSource {
    @JsonCreator
    public ForeignKeyColumn {
      Objects.requireNonNull(foreignKey, "foreignKey");
      Objects.requireNonNull(parentColumn, "parentColumn");
      among = among == null ? Optional.empty() : among;
    }

    /** The column of whatever row the key picks. */
    public ForeignKeyColumn(String foreignKey, String parentColumn) {
      this(foreignKey, parentColumn, Optional.empty());
    }
  }

  /** A value that a shape of the group of that index decides, together with its neighbours'. */
  record Shaped(int group) implements ColumnSource {}

  /** The row's place among its parent's children, counted from {@code start}. */
  record OrdinalInParent(String foreignKey, long start) implements ColumnSource {
    public OrdinalInParent {
      Objects.requireNonNull(foreignKey, "foreignKey");
    }
  }

  /**
   * A sum over the child table's rows that refer to the row by the child's foreign key.
   *
   * @param childColumn the column that is summed up; empty where rows are counted
   * @param where the condition in SQL that the children meet which count
   * @param empty the value of a row without such children; NULL if left out
   */
  record RollUp(
      Function function,
      String childSchema,
      String childTable,
      String foreignKey,
      Optional<String> childColumn,
      Optional<String> where,
      Optional<String> empty)
      implements ColumnSource {
    /** What becomes of the children's values. */
    public enum Function {
      SUM,
      COUNT,
      MIN,
      MAX
    }

    public RollUp {
      Objects.requireNonNull(function, "function");
      Objects.requireNonNull(childSchema, "childSchema");
      Objects.requireNonNull(childTable, "childTable");
      Objects.requireNonNull(foreignKey, "foreignKey");
      Objects.requireNonNull(childColumn, "childColumn");
      Objects.requireNonNull(where, "where");
      Objects.requireNonNull(empty, "empty");
      if (childColumn.isEmpty() && function != Function.COUNT) {
        throw new IllegalArgumentException("child_column: must be given for " + function);
      }
    }

    /** The child table. */
    public TableId child() {
      return new TableId(childSchema, childTable);
    }
  }

  /**
   * The key of a row of one of several tables: which, another column of the row says.
   *
   * @param choices the foreign key, by name, for each text in the type column
   */
  record ReferencedKey(String typeColumn, List<Choice> choices) implements ColumnSource {
    /** What one text in the type column stands for. */
    public record Choice(String type, String foreignKey, String parentColumn) {
      public Choice {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(foreignKey, "foreignKey");
        Objects.requireNonNull(parentColumn, "parentColumn");
      }
    }

    public ReferencedKey {
      Objects.requireNonNull(typeColumn, "typeColumn");
      choices = List.copyOf(choices);
    }
  }

  /** NULL in every row. */
  record AlwaysNull() implements ColumnSource {}

  /** Not written: the database computes it or fills in its default. */
  record Omitted() implements ColumnSource {}
}
