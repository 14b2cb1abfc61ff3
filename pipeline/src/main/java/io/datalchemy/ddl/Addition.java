package io.datalchemy.ddl;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.TableId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One constraint or index of a table that is added once the data is in.
 *
 * @param validation asks about the rows that are there, where the rule is added without: NOT VALID
 */
public record Addition(TableId table, Rule rule, String sql, Optional<String> validation) {
  public Addition {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(validation, "validation");
  }

  static Addition of(TableId table, Rule rule, String sql) {
    return new Addition(table, rule, sql, Optional.empty());
  }

  /** The name of the constraint or index; of a NOT NULL, the column's. */
  public String name() {
    return rule.name();
  }

  /** The kind of rule that it enforces. */
  public Kind kind() {
    return rule.kind();
  }

  /** Whether the server takes rows that break it: NOT ENFORCED. */
  public boolean isNotEnforced() {
    if (!(rule instanceof Rule.OfConstraint added)) {
      return false;
    }
    if (added.constraint() instanceof Constraint.Check check) {
      return check.notEnforced();
    }
    return added.constraint() instanceof Constraint.ForeignKey key && key.notEnforced();
  }

  /** The rule itself, by what the schema holds of it. */
  public sealed interface Rule {
    /** The name of the constraint or index; of a NOT NULL, the column's. */
    String name();

    /** The kind of rule. */
    Kind kind();

    /** A column that takes no NULL. */
    record NotNull(Column column) implements Rule {
      @Override
      public String name() {
        return column.name();
      }

      @Override
      public Kind kind() {
        return Kind.NOT_NULL;
      }
    }

    /** A table constraint. */
    record OfConstraint(Constraint constraint) implements Rule {
      @Override
      public String name() {
        return constraint.name();
      }

      @Override
      public Kind kind() {
        if (constraint instanceof Constraint.PrimaryKey) {
          return Kind.PRIMARY_KEY;
        } else if (constraint instanceof Constraint.Unique) {
          return Kind.UNIQUE;
        } else if (constraint instanceof Constraint.Exclusion) {
          return Kind.EXCLUSION;
        } else if (constraint instanceof Constraint.Check) {
          return Kind.CHECK;
        }
        return Kind.FOREIGN_KEY;
      }
    }

    /** An index that no constraint stands for. */
    record OfIndex(Index index) implements Rule {
      @Override
      public String name() {
        return index.name();
      }

      @Override
      public Kind kind() {
        return index.isUnique() ? Kind.UNIQUE_INDEX : Kind.INDEX;
      }
    }
  }

  /** The kinds in the order in which they are added: keys before what refers to them. */
  public enum Kind {
    NOT_NULL,
    PRIMARY_KEY,
    UNIQUE,
    UNIQUE_INDEX,
    EXCLUSION,
    CHECK,
    FOREIGN_KEY,
    INDEX;

    /** The name in documents, {@code foreign_key}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
