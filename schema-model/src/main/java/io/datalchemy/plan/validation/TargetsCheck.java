package io.datalchemy.plan.validation;

import io.datalchemy.plan.GenerationPlan.Strategy;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Are the tables to fill there, once each, with at least one row? */
final class TargetsCheck {
  private TargetsCheck() {}

  static void check(PlanInSchema context) {
    List<Target> targets = context.plan().targets();
    if (targets.isEmpty()) {
      context.error(
          "targets_empty",
          "/targets",
          "targets: must name at least one table, was empty",
          "add a target, or let 'datalchemy plan' propose them");
    }
    Set<TableId> seen = new HashSet<>();
    for (int i = 0; i < targets.size(); i++) {
      checkTarget(context, i, !seen.add(targets.get(i).id()));
    }
  }

  private static void checkTarget(PlanInSchema context, int index, boolean isDuplicate) {
    Target target = context.plan().targets().get(index);
    String path = "/targets/" + index;
    boolean isCounted = !target.isExisting() && target.rowsPerParent().isEmpty();
    if (target.rows() < 1 && isCounted) {
      context.error(
          "rows_zero",
          path + "/rows",
          "rows of " + target.id() + ": must be at least 1, was " + target.rows(),
          "set rows, or remove the target");
    }
    checkTable(context, target.id(), path);
    if (isDuplicate) {
      context.error(
          "duplicate_target",
          path,
          "target " + target.id() + ": must be given once, was given before",
          "merge the two");
    }
    target.strategy().ifPresent(strategy -> tellIgnored(context, strategy, path));
  }

  private static void checkTable(PlanInSchema context, TableId id, String path) {
    Optional<Table> table = context.schema().table(id);
    if (!context.hasSchema(id.schema())) {
      context.error(
          "unknown_schema",
          path + "/schema",
          "schema '" + id.schema() + "': not found in schema.json",
          context.schemaHint(id.schema()));
    } else if (table.isEmpty()) {
      context.error(
          "unknown_table",
          path + "/table",
          "table '" + id + "': not found in schema.json",
          context.tableHint(id));
    } else if (!table.get().holdsRows()) {
      context.error(
          "target_holds_no_rows",
          path + "/table",
          "table '" + id + "': must hold rows of its own, is a " + kind(table.get()),
          wayOut(table.get()));
    }
  }

  private static String kind(Table table) {
    return table.partitionOf().isPresent()
        ? "partition"
        : table.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String wayOut(Table table) {
    return table
        .partitionOf()
        .map(PartitionOf::parent)
        .map(parent -> "name its root instead: " + parent)
        .orElse("remove the target");
  }

  private static void tellIgnored(PlanInSchema context, Strategy strategy, String path) {
    strategy
        .batchSize()
        .ifPresent(
            size ->
                context.warn(
                    "field_ignored",
                    path + "/strategy/batch_size",
                    "strategy.batch_size: has no effect, was " + size,
                    "leave it out: files are loaded with COPY"));
  }
}
