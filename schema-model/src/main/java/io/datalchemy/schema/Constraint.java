package io.datalchemy.schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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

  /** The primary key: unique and not null. */
  record PrimaryKey(
      String name, List<String> columns, boolean isDeferrable, boolean initiallyDeferred)
      implements Constraint {
    public PrimaryKey {
      Objects.requireNonNull(name, "name");
      columns = Lists.copy(columns);
    }
  }

  /** A UNIQUE constraint; NULLs differ from each other unless {@code nullsNotDistinct}. */
  record Unique(
      String name,
      List<String> columns,
      boolean isDeferrable,
      boolean initiallyDeferred,
      boolean nullsNotDistinct)
      implements Constraint {
    public Unique {
      Objects.requireNonNull(name, "name");
      columns = Lists.copy(columns);
    }
  }

  /** A CHECK, its text as {@code pg_get_constraintdef(oid, true)} prints it. */
  record Check(String name, String expression, boolean notValid) implements Constraint {
    public Check {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(expression, "expression");
    }
  }

  /** A foreign key: {@code columns} refer to {@code referencedColumns}, place by place. */
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
      boolean notValid)
      implements Constraint {
    public ForeignKey {
      Objects.requireNonNull(name, "name");
      columns = Lists.copy(columns);
      referencedColumns = Lists.copy(referencedColumns);
      if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
        throw new IllegalArgumentException(
            "foreign key " + name + ": columns and referenced_columns must pair up");
      }
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
