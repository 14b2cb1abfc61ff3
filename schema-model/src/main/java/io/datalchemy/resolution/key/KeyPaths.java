package io.datalchemy.resolution.key;

import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Foreign keys that share columns, and the ancestor at which their paths meet.
 *
 * <p>In {@code order(tenant, customer)} and {@code order(tenant, seller)} both keys carry the
 * tenant; both parents lead to it, so a row must pick both from the same tenant. One key of such a
 * table is its anchor: it is picked first, and the others within the same ancestor.
 */
public final class KeyPaths {
  private final DatabaseSchema schema;
  private final Map<TableId, List<ForeignKey>> keys = new TreeMap<>();
  private final Map<TableId, List<Cluster>> clusters = new TreeMap<>();

  /** The paths along the foreign keys that the run honours, by table. */
  public KeyPaths(DatabaseSchema schema, Map<TableId, List<ForeignKey>> activeKeys) {
    this.schema = schema;
    keys.putAll(activeKeys);
  }

  /** Where some columns of a table come from: the foreign keys to follow, and the last table. */
  public record Path(List<String> foreignKeys, TableId ancestor, List<String> columns) {}

  /** Keys of one table that share columns. */
  public record Cluster(List<ForeignKey> keys, List<String> sharedColumns, ForeignKey anchor) {}

  /** The keys of a table that refer to other tables and share columns with one another. */
  List<Cluster> clusters(TableId table) {
    return clusters.computeIfAbsent(table, this::clustersOf);
  }

  private List<Cluster> clustersOf(TableId table) {
    List<ForeignKey> rest = new ArrayList<>(others(table));
    List<Cluster> found = new ArrayList<>();
    while (!rest.isEmpty()) {
      List<ForeignKey> together = connected(rest.get(0), rest);
      rest.removeAll(together);
      if (together.size() > 1) {
        found.add(new Cluster(together, common(together), anchor(table, together)));
      }
    }
    return List.copyOf(found);
  }

  /** The cluster of a foreign key, if it shares columns with another. */
  public Optional<Cluster> cluster(TableId table, ForeignKey key) {
    return clusters(table).stream().filter(c -> c.keys().contains(key)).findFirst();
  }

  /** The foreign keys from the columns of a table up to the table whose own columns they are. */
  public Path path(TableId table, List<String> columns) {
    List<String> followed = new ArrayList<>();
    Set<TableId> seen = new LinkedHashSet<>();
    TableId at = table;
    List<String> carried = columns;
    Optional<ForeignKey> next = carrier(at, carried);
    while (next.isPresent() && seen.add(at)) {
      ForeignKey key = next.get();
      followed.add(key.name());
      carried = referenced(key, carried);
      at = key.referenced();
      next = carrier(at, carried);
    }
    return new Path(List.copyOf(followed), at, carried);
  }

  /** The columns of the parent that some columns of a key refer to. */
  public static List<String> referenced(ForeignKey key, List<String> columns) {
    return columns.stream()
        .map(column -> key.referencedColumns().get(key.columns().indexOf(column)))
        .toList();
  }

  /** The columns of the first key that the second one has too, in the first one's order. */
  static List<String> shared(ForeignKey key, ForeignKey other) {
    return key.columns().stream().filter(other.columns()::contains).toList();
  }

  /** Whether no column of the key may be NULL. */
  boolean isMandatory(TableId table, ForeignKey key) {
    Table found = schema.table(table).orElseThrow();
    return key.columns().stream().noneMatch(c -> found.column(c).orElseThrow().isNullable());
  }

  private Optional<ForeignKey> carrier(TableId table, List<String> columns) {
    List<ForeignKey> carriers =
        others(table).stream().filter(k -> k.columns().containsAll(columns)).toList();
    return carriers.size() < 2
        ? carriers.stream().findFirst()
        : Optional.of(anchor(table, carriers));
  }

  private List<ForeignKey> others(TableId table) {
    return keys.getOrDefault(table, List.of()).stream()
        .filter(key -> !key.referenced().equals(table))
        .toList();
  }

  /** The key to pick first: the one that a key of the table is built on, else the shortest. */
  private ForeignKey anchor(TableId table, List<ForeignKey> together) {
    List<ForeignKey> mandatory = together.stream().filter(key -> isMandatory(table, key)).toList();
    List<ForeignKey> candidates = mandatory.isEmpty() ? together : mandatory;
    Table found = schema.table(table).orElseThrow();
    for (UniqueSet set : UniqueSet.of(found)) {
      Optional<ForeignKey> base =
          candidates.stream()
              .filter(key -> set.columns().containsAll(key.columns()))
              .max(BY_LENGTH.thenComparing(ForeignKey::name, Comparator.reverseOrder()));
      boolean standsAlone =
          set.columns().stream()
              .filter(c -> keys.get(table).stream().noneMatch(k -> k.columns().contains(c)))
              .anyMatch(c -> OwnKeys.isOwnKey(found.column(c).orElseThrow()));
      if (base.isPresent() && !standsAlone && set.predicate().isEmpty()) {
        return base.get();
      }
    }
    return candidates.stream().min(BY_LENGTH.thenComparing(ForeignKey::name)).orElseThrow();
  }

  private static final Comparator<ForeignKey> BY_LENGTH =
      Comparator.comparingInt(key -> key.columns().size());

  private static List<ForeignKey> connected(ForeignKey start, List<ForeignKey> all) {
    Set<ForeignKey> reached = new LinkedHashSet<>(List.of(start));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (ForeignKey key : all) {
        boolean touches = reached.stream().anyMatch(r -> !shared(r, key).isEmpty());
        grew |= touches && reached.add(key);
      }
    }
    return all.stream().filter(reached::contains).toList();
  }

  private static List<String> common(List<ForeignKey> together) {
    return together.get(0).columns().stream()
        .filter(column -> together.stream().allMatch(key -> key.columns().contains(column)))
        .toList();
  }
}
