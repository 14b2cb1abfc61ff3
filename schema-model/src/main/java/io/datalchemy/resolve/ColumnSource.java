package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.TransformCall;
import java.util.List;
import java.util.Objects;

/** Where a column's values come from, tagged by {@code from}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ColumnSource.Generated.class, name = "generator"),
  @JsonSubTypes.Type(value = ColumnSource.ForeignKeyColumn.class, name = "foreign_key"),
  @JsonSubTypes.Type(value = ColumnSource.Shaped.class, name = "shape_group"),
  @JsonSubTypes.Type(value = ColumnSource.OrdinalInParent.class, name = "ordinal_in_parent"),
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

  /** A column of the parent's row, through the foreign key of that name. */
  record ForeignKeyColumn(String foreignKey, String parentColumn) implements ColumnSource {
    public ForeignKeyColumn {
      Objects.requireNonNull(foreignKey, "foreignKey");
      Objects.requireNonNull(parentColumn, "parentColumn");
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
