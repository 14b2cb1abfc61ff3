package io.datalchemy.resolution.key;

import io.datalchemy.plan.derivation.ChildNumbers;
import io.datalchemy.plan.derivation.RollUps;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * By which foreign key each table must be grouped, so that keys which share columns can find the
 * rows of a common ancestor.
 */
public final class PathRequirements {
  private final Map<TableId, ForeignKey> pathKeys = new TreeMap<>();
  private final Set<TableId> balanced = new TreeSet<>();
  private final Set<TableId> onPaths = new TreeSet<>();
  private final Map<TableId, List<ForeignKey>> activeKeys;
  private final KeyPaths paths;
  private final Map<TableId, List<Problem>> problems = new TreeMap<>();

  /** No requirements yet: {@link #of} works them out. */
  public PathRequirements(Map<TableId, List<ForeignKey>> activeKeys, KeyPaths paths) {
    this.activeKeys = activeKeys;
    this.paths = paths;
  }

  /** Works out the requirements of all tables. */
  public PathRequirements of(DatabaseSchema schema) {
    for (TableId table : activeKeys.keySet()) {
      for (KeyPaths.Cluster cluster : paths.clusters(table)) {
        boolean isJunction =
            UniqueSet.of(schema.table(table).orElseThrow()).stream()
                .anyMatch(set -> isJunction(set, cluster));
        cluster.keys().forEach(key -> require(table, key, cluster, isJunction));
        checkMeeting(table, cluster);
      }
      activeKeys.get(table).stream()
          .filter(key -> key.referenced().equals(table))
          .forEach(key -> requireForSelfReference(table, key));
    }
    return this;
  }

  /** Adds what sums over children need: the children in the order of their parents. */
  public PathRequirements and(RollUps rollUps) {
    for (RollUps.RollUp rollUp : rollUps.all()) {
      TableId child = rollUp.rule().child();
      ForeignKey earlier = pathKeys.putIfAbsent(child, rollUp.key());
      if (earlier != null && !earlier.equals(rollUp.key())) {
        problem(rollUp.rule().table(), inOneOrderOnly(rollUp, earlier));
      }
    }
    return this;
  }

  /** Adds what numbers of rows within their parents need: the rows in the order of the parents. */
  public PathRequirements and(ChildNumbers numbers) {
    for (TableId table : numbers.tables()) {
      for (var numbered : numbers.of(table).entrySet()) {
        ForeignKey earlier = pathKeys.putIfAbsent(table, numbered.getValue());
        if (earlier != null && !earlier.equals(numbered.getValue())) {
          problem(table, inOneOrderOnly(table, numbered.getKey(), numbered.getValue(), earlier));
        }
      }
    }
    return this;
  }

  private static Problem inOneOrderOnly(
      TableId table, String column, ForeignKey key, ForeignKey earlier) {
    return Problem.error(
            "unsupported_child_number",
            "",
            table
                + "."
                + column
                + ": the rows would have to lie in the order of "
                + key.name()
                + ", and lie in that of "
                + earlier.name())
        .withHint("number the rows of one key only");
  }

  private static Problem inOneOrderOnly(RollUps.RollUp rollUp, ForeignKey earlier) {
    return Problem.error(
            "unsupported_roll_up",
            "",
            rollUp.rule().table()
                + "."
                + rollUp.rule().column()
                + ": the rows of "
                + rollUp.rule().child()
                + " would have to lie in the order of "
                + rollUp.key().name()
                + ", and lie in that of "
                + earlier.name())
        .withHint("sum up the children of one key only");
  }

  /** The foreign key by which the rows of a table must be grouped, if there is one. */
  public Optional<ForeignKey> pathKey(TableId table) {
    return Optional.ofNullable(pathKeys.get(table));
  }

  /** What stands in the way of a table's keys. */
  public List<Problem> problems(TableId table) {
    return problems.getOrDefault(table, List.of());
  }

  /** Whether each parent must have a row of the table, so that rows of every ancestor are found. */
  public boolean needsEachParent(TableId table) {
    return onPaths.contains(table);
  }

  /** Whether the groups of a table must be as equal as they can. */
  public boolean isBalanced(TableId table) {
    return balanced.contains(table);
  }

  private static boolean isJunction(UniqueSet set, KeyPaths.Cluster cluster) {
    List<ForeignKey> inside =
        cluster.keys().stream().filter(k -> set.columns().containsAll(k.columns())).toList();
    return inside.size() > 1
        && set.columns().stream()
            .allMatch(c -> inside.stream().anyMatch(key -> key.columns().contains(c)));
  }

  private void require(
      TableId table, ForeignKey key, KeyPaths.Cluster cluster, boolean isJunction) {
    if (cluster.sharedColumns().isEmpty()) {
      return;
    }
    List<String> carried = KeyPaths.referenced(key, cluster.sharedColumns());
    requirePath(table, key.referenced(), paths.path(key.referenced(), carried), isJunction);
  }

  private void requireForSelfReference(TableId table, ForeignKey key) {
    List<String> shared =
        key.columns().stream()
            .filter(
                column ->
                    activeKeys.get(table).stream()
                        .anyMatch(k -> !k.equals(key) && k.columns().contains(column)))
            .toList();
    if (!shared.isEmpty()) {
      requirePath(table, table, paths.path(table, shared), false);
    }
  }

  private void requirePath(TableId user, TableId start, KeyPaths.Path path, boolean isJunction) {
    TableId at = start;
    for (String name : path.foreignKeys()) {
      TableId table = at;
      ForeignKey key =
          activeKeys.get(table).stream()
              .filter(k -> k.name().equals(name))
              .findFirst()
              .orElseThrow();
      onPaths.add(table);
      ForeignKey earlier = pathKeys.putIfAbsent(table, key);
      if (earlier != null && !earlier.equals(key)) {
        conflict(user, table, earlier, key);
      }
      if (isJunction) {
        balanced.add(table);
      }
      at = key.referenced();
    }
  }

  private void checkMeeting(TableId table, KeyPaths.Cluster cluster) {
    boolean meet =
        !cluster.sharedColumns().isEmpty()
            && isPlain(cluster)
            && cluster.keys().stream().map(key -> end(key, cluster)).distinct().count() == 1;
    if (!meet) {
      List<String> names = cluster.keys().stream().map(ForeignKey::name).toList();
      problem(
          table,
          Problem.error(
                  "unsupported_key_combination",
                  "",
                  table
                      + ": the foreign keys "
                      + names
                      + " share columns but do not lead to one common ancestor")
              .withHint(
                  "disable the table's foreign keys with a foreign_key_strategy rule, or leave the"
                      + " table out"));
    }
  }

  /** Whether any two keys share just the columns that all of them share. */
  static boolean isPlain(KeyPaths.Cluster cluster) {
    return cluster.keys().stream().allMatch(key -> sharesNoMore(key, cluster));
  }

  /** Whether the key shares no columns with another but those that all keys share. */
  private static boolean sharesNoMore(ForeignKey key, KeyPaths.Cluster cluster) {
    return cluster.keys().stream()
        .filter(other -> !other.equals(key))
        .allMatch(other -> KeyPaths.shared(key, other).size() == cluster.sharedColumns().size());
  }

  private List<Object> end(ForeignKey key, KeyPaths.Cluster cluster) {
    KeyPaths.Path path =
        paths.path(key.referenced(), KeyPaths.referenced(key, cluster.sharedColumns()));
    return List.of(path.ancestor(), path.columns());
  }

  private void problem(TableId table, Problem problem) {
    problems.computeIfAbsent(table, t -> new ArrayList<>()).add(problem);
  }

  private void conflict(TableId user, TableId table, ForeignKey one, ForeignKey other) {
    problem(
        user,
        Problem.error(
                "unsupported_key_combination",
                "",
                table
                    + ": would have to be grouped by "
                    + one.name()
                    + " and by "
                    + other.name()
                    + " for the shared keys of "
                    + user)
            .withHint("disable one of them with a foreign_key_strategy rule"));
  }
}
