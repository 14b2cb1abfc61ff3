package io.datalchemy.resolution.injection;

import io.datalchemy.expression.Expression;
import io.datalchemy.resolve.ResolvedInjection.Break;
import io.datalchemy.resolve.ResolvedInjection.Change;
import io.datalchemy.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** How the conditions on a table's rows can be broken: NOT NULLs, CHECKs, domains. */
final class ConditionBreaks {
  private final BreakableTable table;

  ConditionBreaks(BreakableTable table) {
    this.table = table;
  }

  /** A NOT NULL column becomes NULL. */
  Planned toNull(Column column) {
    String kind = "not_null";
    if (column.isNullable()) {
      return Planned.impossible(kind, column.name() + " may be NULL");
    }
    return table
        .nullObstacle(column.name(), "")
        .map(why -> Planned.impossible(kind, why))
        .orElseGet(() -> Planned.by(kind, "", new Break.ToNull(column.name())));
  }

  /** A condition becomes false. */
  Planned falsify(String kind, String rule) {
    Expression condition = table.rules().readable().get(rule);
    if (condition == null) {
      return Planned.impossible(kind, "it is not understood");
    }
    List<Change> changes = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (String column : condition.columns()) {
      if (table.table().column(column).isEmpty()) {
        return Planned.impossible(kind, "it speaks of more than the row's columns");
      }
      Optional<String> obstacle = table.obstacle(column, rule);
      if (obstacle.isPresent()) {
        reasons.add(obstacle.get());
      }
      changes.add(obstacle.isPresent() ? fixed(column) : change(column, rule, reasons));
    }
    if (changes.stream().noneMatch(c -> c.toNull() || c.values() != Change.Values.NONE)) {
      return Planned.impossible(kind, String.join("; ", new LinkedHashSet<>(reasons)));
    }
    return Planned.by(kind, rule, new Break.Falsify(condition.toSql(), changes));
  }

  private static Change fixed(String column) {
    return new Change(column, false, Change.Values.NONE);
  }

  private Change change(String column, String rule, List<String> reasons) {
    boolean toNull =
        table.table().column(column).orElseThrow().isNullable()
            && table.nullObstacle(column, rule).isEmpty();
    if (table.isUnique(column)) {
      reasons.add(column + " stands in a key, which could break as well");
      return new Change(column, toNull, Change.Values.NONE);
    }
    var keys = table.foreignKeys().stream().filter(k -> k.columns().contains(column)).toList();
    if (keys.isEmpty()) {
      return new Change(column, toNull, Change.Values.ANY);
    }
    boolean isAlone = keys.size() == 1 && keys.get(0).columns().size() == 1;
    reasons.add(column + " refers to a parent");
    return new Change(column, toNull, isAlone ? Change.Values.OF_OTHER_ROWS : Change.Values.NONE);
  }
}
