package io.datalchemy.plan.derivation;

import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The foreign keys that lead from a row to its parent, its grandparent and further.
 *
 * @param start the table of the row
 * @param keys the keys to follow, in order; those before the break if there is one
 * @param broken where the path breaks, if it does
 */
public record KeyPath(TableId start, List<ForeignKey> keys, Optional<Break> broken) {
  public KeyPath {
    keys = List.copyOf(keys);
  }

  /**
   * A step that leads nowhere, or to more than one table.
   *
   * @param step its place: 0 is the first key, and {@code n + 1} is the {@code n}-th further one
   * @param table the table that has no such key, or several
   * @param wanted the name that was given
   * @param choices the keys that there are to choose from, by name
   */
  public record Break(int step, TableId table, String wanted, List<String> choices) {}

  /**
   * Follows keys by their names or by columns that they have.
   *
   * @param names the column or name of the first key, and then those of the further ones
   * @param end the table that the path is to lead to, which decides between keys of one column
   */
  public static KeyPath follow(
      TableId start,
      List<String> names,
      Optional<TableId> end,
      Function<TableId, List<ForeignKey>> keysOf) {
    List<ForeignKey> followed = new ArrayList<>();
    TableId at = start;
    for (int step = 0; step < names.size(); step++) {
      List<ForeignKey> keys = keysOf.apply(at);
      List<ForeignKey> meant = meant(names.get(step), keys);
      if (meant.size() > 1 && step == names.size() - 1 && end.isPresent()) {
        meant = meant.stream().filter(key -> key.referenced().equals(end.get())).toList();
      }
      if (meant.size() != 1) {
        List<String> choices =
            (meant.isEmpty() ? keys : meant).stream().map(ForeignKey::name).toList();
        Break broken = new Break(step, at, names.get(step), choices);
        return new KeyPath(start, followed, Optional.of(broken));
      }
      followed.add(meant.get(0));
      at = meant.get(0).referenced();
    }
    return new KeyPath(start, followed, Optional.empty());
  }

  /** The key of that name, else the one over that column alone, else those that have it. */
  private static List<ForeignKey> meant(String name, List<ForeignKey> keys) {
    List<ForeignKey> named = keys.stream().filter(key -> key.name().equals(name)).toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<ForeignKey> alone =
        keys.stream().filter(key -> key.columns().equals(List.of(name))).toList();
    return alone.isEmpty()
        ? keys.stream().filter(key -> key.columns().contains(name)).toList()
        : alone;
  }

  /** The table that the path ends at. */
  public TableId end() {
    return keys.isEmpty() ? start : keys.get(keys.size() - 1).referenced();
  }

  /** The table before the key at that place. */
  TableId table(int place) {
    return place == 0 ? start : keys.get(place - 1).referenced();
  }
}
