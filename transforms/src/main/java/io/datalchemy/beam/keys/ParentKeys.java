package io.datalchemy.beam.keys;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.schema.TableId;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;

/** The published keys that a stage may read: one map side input for each parent table. */
public record ParentKeys(List<ParentView> views) implements Serializable {
  /** The key blocks of one table, block number to Avro bytes. */
  record ParentView(String schema, String table, PCollectionView<Map<Long, byte[]>> view)
      implements Serializable {
    TableId tableId() {
      return new TableId(schema, table);
    }
  }

  public ParentKeys {
    views = List.copyOf(views);
  }

  /** Those of a stage that has no published parents. */
  public static ParentKeys none() {
    return new ParentKeys(List.of());
  }

  /** The same and one more. */
  public ParentKeys with(TableId table, PCollectionView<Map<Long, byte[]>> view) {
    List<ParentView> more = new ArrayList<>(views);
    more.add(new ParentView(table.schema(), table.table(), view));
    return new ParentKeys(more);
  }

  /** Only those of the named tables. */
  public ParentKeys only(Set<TableId> tables) {
    return new ParentKeys(views.stream().filter(v -> tables.contains(v.tableId())).toList());
  }

  /** The side inputs to declare. */
  public List<PCollectionView<?>> sideInputs() {
    return List.copyOf(views.stream().map(ParentView::view).toList());
  }

  /** The parents' values, for the element of that context. */
  public ForeignContext open(WorkerPrograms worker, DoFn<?, ?>.ProcessContext context) {
    var foreign = new SideInputForeignContext(new ComputedForeignContext(worker.programs()));
    for (ParentView parent : views) {
      foreign.add(
          parent.tableId(),
          worker.exportedKeys(parent.tableId()),
          () -> context.sideInput(parent.view()));
    }
    return foreign;
  }
}
