package io.datalchemy.propose.size;

import io.datalchemy.graph.Reference;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A foreign key as the sizes of its two tables see it.
 *
 * @param isMandatory every row has a parent
 * @param isOneToOne no two rows have the same
 */
record SizeEdge(TableId child, TableId parent, boolean isMandatory, boolean isOneToOne) {

  static SizeEdge of(Reference reference, Table child) {
    List<String> columns = reference.foreignKey().columns();
    boolean isMandatory =
        columns.stream()
            .allMatch(name -> child.column(name).filter(c -> !c.isNullable()).isPresent());
    return new SizeEdge(
        reference.child(), reference.parent(), isMandatory, isOneToOne(child, columns));
  }

  private static boolean isOneToOne(Table child, List<String> columns) {
    Stream<List<String>> keys =
        Stream.concat(
            child.primaryKey().stream().map(Constraint.PrimaryKey::columns),
            child.constraints(Constraint.Unique.class).map(Constraint.Unique::columns));
    return keys.anyMatch(columns::containsAll);
  }

  /** How many steps of size the child is above its parent. */
  int steps() {
    return isMandatory && !isOneToOne ? 1 : 0;
  }
}
