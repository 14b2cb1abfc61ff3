package io.datalchemy.load;

import io.datalchemy.graph.CycleBreak;
import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.graph.Reference;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The order in which tables can be filled: parents before children.
 *
 * <p>A key from a table to itself asks for no order, for a COPY is checked at its end. Where a
 * cycle is broken, a deferrable key waits for the end of the transaction; another one is held back:
 * its columns are NULL until its parents are there.
 */
final class LoadOrder {
  /** One table to fill, and the foreign keys that are filled in when their parents are there. */
  record Step(TableId table, List<HeldBack> heldBack) {}

  /** A foreign key whose {@code columns} stay NULL until the parents are in, found by a key. */
  record HeldBack(List<String> columns, List<String> rowKey) {}

  private final DatabaseSchema schema;
  private final NavigableMap<TableId, List<String>> written;
  private final ForeignKeyGraph graph;

  private LoadOrder(DatabaseSchema schema, NavigableMap<TableId, List<String>> written) {
    this.schema = schema;
    this.written = written;
    this.graph = ForeignKeyGraph.of(schema);
  }

  /**
   * The order for some tables of a schema.
   *
   * @param written the tables to fill and the columns that their files have
   * @throws InvalidInputException if a cycle cannot be broken
   */
  static List<Step> of(DatabaseSchema schema, NavigableMap<TableId, List<String>> written) {
    LoadOrder order = new LoadOrder(schema, written);
    return order.graph.order().stream()
        .filter(written::containsKey)
        .map(id -> new Step(id, order.heldBack(id)))
        .toList();
  }

  private List<HeldBack> heldBack(TableId id) {
    return graph.breaks().stream()
        .map(CycleBreak::reference)
        .filter(reference -> reference.child().equals(id))
        .filter(reference -> written.containsKey(reference.parent()))
        .filter(reference -> !reference.foreignKey().isDeferrable())
        .map(this::heldBack)
        .toList();
  }

  private HeldBack heldBack(Reference reference) {
    Table table = schema.table(reference.child()).orElseThrow();
    List<String> columns = written.get(reference.child());
    List<String> nullable =
        reference.foreignKey().columns().stream()
            .filter(name -> table.column(name).filter(Column::isNullable).isPresent())
            .filter(columns::contains)
            .toList();
    return rowKey(table, columns, nullable)
        .filter(key -> !nullable.isEmpty())
        .map(key -> new HeldBack(nullable, key))
        .orElseThrow(() -> unbreakable(reference));
  }

  /** The primary key, or a UNIQUE without NULLs, that the file has and that stays as it is. */
  private static Optional<List<String>> rowKey(
      Table table, List<String> columns, List<String> changing) {
    List<List<String>> keys = new ArrayList<>();
    table.primaryKey().ifPresent(key -> keys.add(key.columns()));
    table.constraints(Constraint.Unique.class).forEach(unique -> keys.add(unique.columns()));
    return keys.stream()
        .filter(columns::containsAll)
        .filter(key -> key.stream().noneMatch(changing::contains))
        .filter(key -> key.stream().allMatch(name -> isNeverNull(table, name)))
        .findFirst();
  }

  private static boolean isNeverNull(Table table, String column) {
    return table.column(column).filter(c -> !c.isNullable()).isPresent();
  }

  private static InvalidInputException unbreakable(Reference reference) {
    return new InvalidInputException(
        Problem.error(
                "unbreakable_cycle",
                "",
                reference
                    + ": must be deferrable, or NULL for a while in a table with a key, since it"
                    + " closes a cycle")
            .withHint("make it DEFERRABLE"));
  }
}
