package io.datalchemy.resolution.key;

import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Foreign keys that hold because a longer one does: {@code (tenant)} follows from {@code (tenant,
 * order)} where the orders carry the tenant along by a key of their own.
 */
final class ImpliedKeys {
  private final DatabaseSchema schema;
  private final Map<TableId, List<ForeignKey>> active;

  ImpliedKeys(DatabaseSchema schema, Map<TableId, List<ForeignKey>> active) {
    this.schema = schema;
    this.active = active;
  }

  /** A foreign key, and the longer one that it follows from. */
  record Implied(ForeignKey key, ForeignKey by) {}

  /** The first key of a table that can go, where keys share more columns than all of them do. */
  Optional<Implied> first(TableId table) {
    KeyPaths paths = new KeyPaths(schema, active);
    return paths.clusters(table).stream()
        .filter(cluster -> !PathRequirements.isPlain(cluster))
        .flatMap(cluster -> implied(cluster.keys()).stream())
        .findFirst();
  }

  private Optional<Implied> implied(List<ForeignKey> together) {
    for (ForeignKey key : together) {
      for (ForeignKey longer : together) {
        boolean isLonger =
            longer.columns().size() > key.columns().size()
                && longer.columns().containsAll(key.columns());
        if (isLonger && carries(longer, key.columns(), key)) {
          return Optional.of(new Implied(key, longer));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the parent of a key has, in what these columns refer to, a key to the same end. */
  private boolean carries(ForeignKey longer, List<String> columns, ForeignKey end) {
    Set<TableId> seen = new LinkedHashSet<>();
    List<Step> open = new ArrayList<>(List.of(step(longer, columns)));
    while (!open.isEmpty()) {
      Step at = open.remove(0);
      if (at.table().equals(end.referenced()) && at.columns().equals(end.referencedColumns())) {
        return true;
      }
      if (seen.add(at.table()) && areNotNull(at)) {
        active.getOrDefault(at.table(), List.of()).stream()
            .filter(key -> key.columns().containsAll(at.columns()))
            .forEach(key -> open.add(step(key, at.columns())));
      }
    }
    return false;
  }

  private boolean areNotNull(Step step) {
    Table table = schema.table(step.table()).orElseThrow();
    return step.columns().stream().noneMatch(c -> table.column(c).orElseThrow().isNullable());
  }

  private static Step step(ForeignKey key, List<String> columns) {
    return new Step(key.referenced(), KeyPaths.referenced(key, columns));
  }

  /** Columns of a table that the columns of a key lead to. */
  private record Step(TableId table, List<String> columns) {}
}
