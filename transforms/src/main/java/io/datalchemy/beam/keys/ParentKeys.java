package io.datalchemy.beam.keys;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * The keys that a stage may read: one map side input for each parent table.
 *
 * @param views those that were published
 * @param existing those of rows that stay; nothing can compute these, so every stage has them
 */
public record ParentKeys(List<ParentView> views, List<ParentView> existing)
    implements Serializable {
  /** The key blocks of one table, block number to Avro bytes. */
  record ParentView(String schema, String table, PCollectionView<Map<Long, byte[]>> view)
      implements Serializable {
    TableId tableId() {
      return new TableId(schema, table);
    }
  }

  public ParentKeys {
    views = List.copyOf(views);
    existing = List.copyOf(existing);
  }

  /** Those of a stage that has no published parents. */
  public static ParentKeys none() {
    return new ParentKeys(List.of(), List.of());
  }

  /** The same and one more. */
  public ParentKeys with(TableId table, PCollectionView<Map<Long, byte[]>> view) {
    return new ParentKeys(more(views, table, view), existing);
  }

  /** The same and those of one more table whose rows stay. */
  public ParentKeys withExisting(TableId table, PCollectionView<Map<Long, byte[]>> view) {
    return new ParentKeys(views, more(existing, table, view));
  }

  private static List<ParentView> more(
      List<ParentView> views, TableId table, PCollectionView<Map<Long, byte[]>> view) {
    List<ParentView> more = new ArrayList<>(views);
    more.add(new ParentView(table.schema(), table.table(), view));
    return more;
  }

  /** Of the published ones only those of the named tables. */
  public ParentKeys only(Set<TableId> tables) {
    return new ParentKeys(
        views.stream().filter(v -> tables.contains(v.tableId())).toList(), existing);
  }

  /** The side inputs to declare. */
  public List<PCollectionView<?>> sideInputs() {
    return Stream.concat(views.stream(), existing.stream())
        .<PCollectionView<?>>map(ParentView::view)
        .toList();
  }

  /** The parents' values, for the element of that context. */
  public ForeignContext open(WorkerPrograms worker, DoFn<?, ?>.ProcessContext context) {
    var staying = new SideInputForeignContext(ParentKeys::unknown);
    addAll(existing, staying, worker, context);
    var computed = new ComputedForeignContext(worker.programs(), staying);
    var foreign = new SideInputForeignContext(computed);
    addAll(views, foreign, worker, context);
    return foreign;
  }

  private static void addAll(
      List<ParentView> views,
      SideInputForeignContext foreign,
      WorkerPrograms worker,
      DoFn<?, ?>.ProcessContext context) {
    for (ParentView parent : views) {
      foreign.add(
          parent.tableId(),
          worker.exportedKeys(parent.tableId()),
          () -> context.sideInput(parent.view()));
    }
  }

  private static void unknown(
      TableId parent, List<String> columns, RowSet rows, List<ColumnVector> out) {
    throw new IllegalStateException(parent + ": must be among the rows that stay, is not");
  }
}
