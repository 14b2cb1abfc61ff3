package io.datalchemy.resolution;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where in a plan each table comes from: its own target, else the first target whose foreign keys
 * lead to it.
 */
final class TargetPlaces {
  private static final String TARGETS = "/targets";

  private final Map<TableId, String> own = new LinkedHashMap<>();
  private final Map<TableId, String> places = new TreeMap<>();

  TargetPlaces(GenerationPlan plan, Function<TableId, List<ForeignKey>> keys) {
    for (int i = 0; i < plan.targets().size(); i++) {
      TableId id = plan.targets().get(i).id();
      own.putIfAbsent(id, TARGETS + "/" + i);
      places.putIfAbsent(id, TARGETS + "/" + i);
    }
    own.forEach((table, place) -> reach(table, keys));
  }

  private void reach(TableId target, Function<TableId, List<ForeignKey>> keys) {
    Deque<TableId> open = new ArrayDeque<>(List.of(target));
    while (!open.isEmpty()) {
      for (ForeignKey key : keys.apply(open.remove())) {
        if (places.putIfAbsent(key.referenced(), own.get(target)) == null) {
          open.add(key.referenced());
        }
      }
    }
  }

  /** The place of a table's target, or of the one that needs it. */
  String of(TableId table) {
    return places.getOrDefault(table, TARGETS);
  }

  /** The place of a table's number of rows, if it has a target of its own. */
  String ofRows(TableId table) {
    return own.containsKey(table) ? own.get(table) + "/rows" : of(table);
  }

  /** The problem at the place of its table, unless it has one of its own. */
  Problem placed(Problem problem, TableId table) {
    return problem.path().isEmpty()
        ? new Problem(
            problem.severity(), problem.code(), of(table), problem.message(), problem.hint())
        : problem;
  }
}
