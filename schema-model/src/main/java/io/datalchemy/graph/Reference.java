package io.datalchemy.graph;

import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.Comparator;
import java.util.Objects;

/**
 * One foreign key as an edge of the graph, between tables that hold rows: a partition stands for
 * the root of its tree.
 */
public record Reference(TableId child, ForeignKey foreignKey, TableId parent)
    implements Comparable<Reference> {
  private static final Comparator<Reference> ORDER =
      Comparator.comparing(Reference::child)
          .thenComparing(reference -> reference.foreignKey().name());

  public Reference {
    Objects.requireNonNull(child, "child");
    Objects.requireNonNull(foreignKey, "foreignKey");
    Objects.requireNonNull(parent, "parent");
  }

  /** Orders by child table, then by the key's name. */
  @Override
  public int compareTo(Reference other) {
    return ORDER.compare(this, other);
  }

  /** The edge for people: {@code child (key) -> parent}. */
  @Override
  public String toString() {
    return child + " (" + foreignKey.name() + ") -> " + parent;
  }
}
