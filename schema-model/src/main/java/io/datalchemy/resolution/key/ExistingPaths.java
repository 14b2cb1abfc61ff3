package io.datalchemy.resolution.key;

import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Foreign keys that share columns and whose way to the common ancestor leads through rows that
 * stay: which of those rows belong to which ancestor is not known, so such keys are refused.
 */
public final class ExistingPaths {
  private final ExistingKeys existing;
  private final Map<TableId, List<ForeignKey>> activeKeys;
  private final KeyPaths paths;

  /** The paths of a run in which some tables keep their rows. */
  public ExistingPaths(
      ExistingKeys existing, Map<TableId, List<ForeignKey>> activeKeys, KeyPaths paths) {
    this.existing = existing;
    this.activeKeys = activeKeys;
    this.paths = paths;
  }

  /** What stands in the way of a table's keys. */
  public List<Problem> problems(TableId table) {
    List<Problem> problems = new ArrayList<>();
    for (KeyPaths.Cluster cluster : paths.clusters(table)) {
      for (ForeignKey key : cluster.keys()) {
        if (!cluster.sharedColumns().isEmpty()) {
          List<String> carried = KeyPaths.referenced(key, cluster.sharedColumns());
          through(table, key.referenced(), paths.path(key.referenced(), carried), problems);
        }
      }
    }
    return problems;
  }

  private void through(TableId user, TableId start, KeyPaths.Path path, List<Problem> problems) {
    TableId at = start;
    for (String name : path.foreignKeys()) {
      TableId table = at;
      if (existing.table(table).isPresent()) {
        problems.add(refused(user, table, path.ancestor()));
        return;
      }
      at =
          activeKeys.get(table).stream()
              .filter(key -> key.name().equals(name))
              .findFirst()
              .orElseThrow()
              .referenced();
    }
  }

  private static Problem refused(TableId user, TableId table, TableId ancestor) {
    return Problem.error(
            "unsupported_existing_path",
            "",
            user
                + ": foreign keys that share columns must meet in "
                + ancestor
                + ", but lead there through rows of "
                + table
                + " that stay")
        .withHint("give " + table + " rows instead of the mode existing");
  }
}
