package io.datalchemy.constraint.reading;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A condition as facts about columns, joined by AND and OR; two-valued, NULLs are spelled out. */
public sealed interface Formula {
  /** True of every row. */
  Formula ALWAYS = new All(List.of());

  /** True of no row. */
  Formula NEVER = new AnyOf(List.of());

  /** What no fact can say; to be tested on the row. */
  Formula OPAQUE = new Opaque(Optional.empty());

  /** True if all parts are. */
  record All(List<Formula> parts) implements Formula {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** True if any part is. */
  record AnyOf(List<Formula> parts) implements Formula {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** The column is in the domain. */
  record In(String column, ColumnDomain domain) implements Formula {}

  /** The ordering holds, or one of its columns is NULL. */
  record Ordered(Ordering ordering) implements Formula {}

  /**
   * Not expressible: to be tested on the row.
   *
   * @param relation a comparison that makes it true, by which one column can be computed or bounded
   */
  record Opaque(Optional<Expression.Compare> relation) implements Formula {}

  static Formula all(List<Formula> parts) {
    List<Formula> kept = new ArrayList<>();
    for (Formula part : parts) {
      if (part.equals(NEVER)) {
        return NEVER;
      }
      if (!part.equals(ALWAYS)) {
        kept.add(part);
      }
    }
    return kept.size() == 1 ? kept.get(0) : new All(kept);
  }

  static Formula all(Formula... parts) {
    return all(List.of(parts));
  }

  static Formula anyOf(List<Formula> parts) {
    List<Formula> kept = new ArrayList<>();
    for (Formula part : parts) {
      if (part.equals(ALWAYS)) {
        return ALWAYS;
      }
      if (!part.equals(NEVER)) {
        kept.add(part);
      }
    }
    return kept.size() == 1 ? kept.get(0) : new AnyOf(kept);
  }

  static Formula anyOf(Formula... parts) {
    return anyOf(List.of(parts));
  }

  static Formula when(boolean holds) {
    return holds ? ALWAYS : NEVER;
  }
}
