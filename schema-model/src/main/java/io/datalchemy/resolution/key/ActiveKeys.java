package io.datalchemy.resolution.key;

import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The foreign keys that a run honours, by table, and what becomes of the others.
 *
 * <p>A key to a table whose rows are not generated (another schema's, a foreign table) can only be
 * NULL. Two keys over the same columns to the same parent are one. A partitioned table has its
 * partitions' keys too.
 */
public final class ActiveKeys {
  /** The code of a table that needs rows of one that is left out. */
  public static final String PARENT_LEFT_OUT = "parent_left_out";

  private final DatabaseSchema schema;
  private final Policies policies;
  private final Set<TableId> leftOut;
  private final Set<TableId> rowless;
  private final Map<TableId, List<Problem>> problems = new TreeMap<>();
  private final Map<TableId, List<ForeignKey>> active = new TreeMap<>();
  private final Map<TableId, Map<TableId, List<ForeignKey>>> referring = new TreeMap<>();
  private final Map<TableId, Set<String>> nullColumns = new TreeMap<>();
  private final Map<TableId, List<ConstraintOutcome>> outcomes = new TreeMap<>();

  /**
   * Sorts the keys of every table of a schema.
   *
   * @param leftOut tables whose rows are not generated
   * @param rowless the tables to whose rows nothing can refer, as they stay and have none
   */
  public ActiveKeys(
      DatabaseSchema schema, Policies policies, Set<TableId> leftOut, Set<TableId> rowless) {
    this.schema = schema;
    this.policies = policies;
    this.leftOut = Set.copyOf(leftOut);
    this.rowless = Set.copyOf(rowless);
    schema.tableIds().forEach(this::sort);
    schema.tableIds().forEach(this::dropImplied);
    active.forEach((child, keys) -> keys.forEach(key -> refer(child, key)));
  }

  private void refer(TableId child, ForeignKey key) {
    referring
        .computeIfAbsent(key.referenced(), t -> new TreeMap<>())
        .computeIfAbsent(child, t -> new ArrayList<>())
        .add(key);
  }

  /** The keys of a table that the run honours. */
  public List<ForeignKey> of(TableId table) {
    return active.getOrDefault(table, List.of());
  }

  /** The keys to a table that the run honours, by the table that has them. */
  public Map<TableId, List<ForeignKey>> referringTo(TableId table) {
    return referring.getOrDefault(table, Map.of());
  }

  /** Whether the table is not generated though it could be asked for. */
  public boolean isLeftOut(TableId table) {
    return leftOut.contains(table);
  }

  /** The active keys of some tables. */
  public Map<TableId, List<ForeignKey>> ofAll(List<TableId> tables) {
    Map<TableId, List<ForeignKey>> found = new TreeMap<>();
    tables.forEach(table -> found.put(table, of(table)));
    return found;
  }

  /** The columns that have to be NULL because what they refer to is not generated. */
  public Set<String> nullColumns(TableId table) {
    return nullColumns.getOrDefault(table, Set.of());
  }

  /** What became of the keys that are not honoured. */
  public List<ConstraintOutcome> outcomes(TableId table) {
    return outcomes.getOrDefault(table, List.of());
  }

  /** What is wrong with the table's keys, if the table is part of the run. */
  public List<Problem> problems(TableId table) {
    return problems.getOrDefault(table, List.of());
  }

  private void problem(TableId table, Problem problem) {
    problems.computeIfAbsent(table, t -> new ArrayList<>()).add(problem);
  }

  private void sort(TableId id) {
    Table table = schema.table(id).orElseThrow();
    if (!table.holdsRows()) {
      return;
    }
    Set<List<Object>> seen = new LinkedHashSet<>();
    for (ForeignKey key : keysOfTree(id)) {
      boolean isGenerated =
          !leftOut.contains(key.referenced())
              && schema.table(key.referenced()).filter(Table::holdsRows).isPresent();
      if (!policies.respects(id, key)) {
        outcome(id, key, By.IGNORED, "the plan disables it");
      } else if (!key.referenced().equals(id) && leavesNull(id, table, key)) {
        outcome(id, key, By.CONSTRUCTION, "NULL in every row, as the plan says");
      } else if (!isGenerated || rowless.contains(key.referenced())) {
        leaveNull(id, table, key);
      } else if (seen.add(List.of(key.columns(), key.referenced(), key.referencedColumns()))) {
        active.computeIfAbsent(id, t -> new ArrayList<>()).add(key);
      } else {
        outcome(id, key, By.CONSTRUCTION, "the same as another key of the table");
      }
    }
  }

  /** Drops keys that follow from longer ones, where they would be in each other's way. */
  private void dropImplied(TableId table) {
    ImpliedKeys keys = new ImpliedKeys(schema, active);
    for (var next = keys.first(table); next.isPresent(); next = keys.first(table)) {
      ImpliedKeys.Implied implied = next.get();
      active.get(table).remove(implied.key());
      outcome(table, implied.key(), By.CONSTRUCTION, "follows from " + implied.by().name());
    }
  }

  /** The keys of a table and, as its rows lie there, of its partitions at every level. */
  private List<ForeignKey> keysOfTree(TableId id) {
    List<ForeignKey> keys = new ArrayList<>(schema.table(id).orElseThrow().foreignKeys().toList());
    schema.partitions(id).forEach(partition -> keys.addAll(keysOfTree(partition)));
    return keys;
  }

  /** Leaves the key's own columns NULL if the plan wants all of them so and one may be. */
  private boolean leavesNull(TableId id, Table table, ForeignKey key) {
    List<String> own =
        key.columns().stream()
            .filter(column -> table.column(column).orElseThrow().isNullable())
            .filter(column -> isOnlyOf(table, key, column))
            .toList();
    boolean isNull = policies.leavesNull(id, key) && !own.isEmpty();
    if (isNull) {
      nullColumns.computeIfAbsent(id, t -> new LinkedHashSet<>()).addAll(own);
    }
    return isNull;
  }

  private static boolean isOnlyOf(Table table, ForeignKey key, String column) {
    return table.foreignKeys().allMatch(k -> k.equals(key) || !k.columns().contains(column));
  }

  private void leaveNull(TableId id, Table table, ForeignKey key) {
    Set<String> nullable = new LinkedHashSet<>(key.columns());
    nullable.removeIf(column -> !table.column(column).orElseThrow().isNullable());
    String subject = id + ": foreign key " + key.name() + " refers to " + key.referenced();
    if (rowless.contains(key.referenced())) {
      leaveNull(id, key, nullable, subject);
      return;
    }
    if (nullable.isEmpty()) {
      outcome(id, key, By.UNSUPPORTED, "the parent's rows are not generated");
      problem(id, unreachable(key, subject));
      return;
    }
    nullColumns.computeIfAbsent(id, t -> new LinkedHashSet<>()).addAll(nullable);
    outcome(id, key, By.CONSTRUCTION, "NULL, as the parent's rows are not generated");
    problem(
        id,
        Problem.warning(
                "unreachable_parent", "", subject + ", whose rows are not generated: left NULL")
            .withHint("introspect that table's schema too"));
  }

  private void leaveNull(TableId id, ForeignKey key, Set<String> nullable, String subject) {
    String why = subject + ", which stays and has no rows";
    if (nullable.isEmpty()) {
      outcome(id, key, By.UNSUPPORTED, "the parent has no rows");
      problem(
          id,
          Problem.error("existing_table_empty", "", why + ", and none of its columns may be NULL")
              .withHint("give the parent rows instead of the mode existing, or leave both out"));
      return;
    }
    nullColumns.computeIfAbsent(id, t -> new LinkedHashSet<>()).addAll(nullable);
    outcome(id, key, By.CONSTRUCTION, "NULL, as the parent has no rows");
    problem(id, Problem.warning("existing_table_empty", "", why + ": left NULL"));
  }

  private Problem unreachable(ForeignKey key, String subject) {
    if (leftOut.contains(key.referenced())) {
      return Problem.error(
          PARENT_LEFT_OUT,
          "",
          subject + ", which is left out, and none of its columns may be NULL");
    }
    return Problem.error(
            "unreachable_parent",
            "",
            subject + ", whose rows are not generated, and none of its columns may be NULL")
        .withHint(
            "introspect that table's schema too, or disable the key with a"
                + " foreign_key_strategy rule");
  }

  private void outcome(TableId table, ForeignKey key, By by, String detail) {
    outcomes
        .computeIfAbsent(table, t -> new ArrayList<>())
        .add(new ConstraintOutcome(key.name(), "foreign_key", by, detail));
  }
}
