package io.datalchemy.schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.datalchemy.schema.type.Lists;
import java.util.List;
import java.util.Objects;

/** A table constraint, tagged by {@code kind}; columns are in key order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Constraint.PrimaryKey.class, name = "primary_key"),
  @JsonSubTypes.Type(value = Constraint.Unique.class, name = "unique"),
  @JsonSubTypes.Type(value = Constraint.Check.class, name = "check"),
  @JsonSubTypes.Type(value = Constraint.ForeignKey.class, name = "foreign_key"),
  @JsonSubTypes.Type(value = Constraint.Exclusion.class, name = "exclusion"),
})
public sealed interface Constraint {
  /** The constraint's name, unique within its table. */
  String name();

  /**
   * The primary key: unique and not null.
   *
   * @param withoutOverlaps whether the last column is a range that must not overlap another row's
   */
  record PrimaryKey(
      String name,
      List<String> columns,
      boolean isDeferrable,
      boolean initiallyDeferred,
      boolean withoutOverlaps)
      implements Constraint {
    public PrimaryKey {
      Objects.requireNonNull(name, "name");
      columns = Lists.copy(columns);
    }

    /** A key over values that are equal or not. */
    public PrimaryKey(
        String name, List<String> columns, boolean isDeferrable, boolean initiallyDeferred) {
      this(name, columns, isDeferrable, initiallyDeferred, false);
    }
  }

  /**
   * A UNIQUE constraint; NULLs differ from each other unless {@code nullsNotDistinct}.
   *
   * @param withoutOverlaps whether the last column is a range that must not overlap another row's
   */
  record Unique(
      String name,
      List<String> columns,
      boolean isDeferrable,
      boolean initiallyDeferred,
      boolean nullsNotDistinct,
      boolean withoutOverlaps)
      implements Constraint {
    public Unique {
      Objects.requireNonNull(name, "name");
      columns = Lists.copy(columns);
    }

    /** A key over values that are equal or not. */
    public Unique(
        String name,
        List<String> columns,
        boolean isDeferrable,
        boolean initiallyDeferred,
        boolean nullsNotDistinct) {
      this(name, columns, isDeferrable, initiallyDeferred, nullsNotDistinct, false);
    }
  }

  /** A CHECK, its text as {@code pg_get_constraintdef(oid, true)} prints it. */
  record Check(String name, String expression, boolean notValid, boolean notEnforced)
      implements Constraint {
    public Check {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(expression, "expression");
    }

    /** A CHECK that the database enforces. */
    public Check(String name, String expression, boolean notValid) {
      this(name, expression, notValid, false);
    }
  }

  /**
   * A foreign key: {@code columns} refer to {@code referencedColumns}, place by place.
   *
   * @param onDeleteColumns the columns that ON DELETE SET NULL or SET DEFAULT touches, none for all
   * @param hasPeriod whether the last columns are ranges, the child's covered by the parents'
   */
  record ForeignKey(
      String name,
      List<String> columns,
      String referencedSchema,
      String referencedTable,
      List<String> referencedColumns,
      ReferentialAction onUpdate,
      ReferentialAction onDelete,
      MatchType matchType,
      boolean isDeferrable,
      boolean initiallyDeferred,
      boolean notValid,
      List<String> onDeleteColumns,
      boolean hasPeriod,
      boolean notEnforced)
      implements Constraint {
    public ForeignKey {
      Objects.requireNonNull(name, "name");
      columns = Lists.copy(columns);
      onDeleteColumns = Lists.copy(onDeleteColumns);
      referencedColumns = Lists.copy(referencedColumns);
      if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
        throw new IllegalArgumentException(
            "foreign key " + name + ": columns and referenced_columns must pair up");
      }
    }

    /** A key as every version has it: enforced, over values that are equal or not. */
    public ForeignKey(
        String name,
        List<String> columns,
        String referencedSchema,
        String referencedTable,
        List<String> referencedColumns,
        ReferentialAction onUpdate,
        ReferentialAction onDelete,
        MatchType matchType,
        boolean isDeferrable,
        boolean initiallyDeferred,
        boolean notValid) {
      this(
          name,
          columns,
          referencedSchema,
          referencedTable,
          referencedColumns,
          onUpdate,
          onDelete,
          matchType,
          isDeferrable,
          initiallyDeferred,
          notValid,
          List.of(),
          false,
          false);
    }

    /** The table referred to. */
    public TableId referenced() {
      return new TableId(referencedSchema, referencedTable);
    }
  }

  /** An exclusion constraint, its text as {@code pg_get_constraintdef(oid, true)} prints it. */
  record Exclusion(
      String name,
      String definition,
      String method,
      List<Element> elements,
      java.util.Optional<String> predicate,
      boolean isDeferrable,
      boolean initiallyDeferred)
      implements Constraint {
    /** One element of an exclusion: what is compared, and with which operator. */
    public record Element(String expression, String operator) {}

    public Exclusion {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(definition, "definition");
      elements = Lists.copy(elements);
      predicate = Lists.orEmpty(predicate);
    }
  }

  /** What happens to a child when its parent's key changes or goes. */
  enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
  }

  /** How a foreign key with some NULL columns is judged. */
  enum MatchType {
    SIMPLE,
    FULL,
    PARTIAL
  }
}
