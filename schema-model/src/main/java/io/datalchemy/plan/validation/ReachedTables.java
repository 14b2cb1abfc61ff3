package io.datalchemy.plan.validation;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The targets of a plan and the tables that their foreign keys lead to. */
final class ReachedTables {
  private ReachedTables() {}

  static Set<TableId> of(GenerationPlan plan, DatabaseSchema schema) {
    Deque<TableId> open = new ArrayDeque<>(plan.targets().stream().map(Target::id).toList());
    Set<TableId> reached = new TreeSet<>();
    while (!open.isEmpty()) {
      TableId id = open.remove();
      Optional<Table> table = schema.table(id);
      boolean isMade = reached.add(id) && !plan.existingTables().contains(id);
      if (isMade && table.isPresent()) {
        table.get().foreignKeys().forEach(key -> open.add(key.referenced()));
      }
    }
    return reached;
  }
}
