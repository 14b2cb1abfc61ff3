package io.datalchemy.foreign;

import io.datalchemy.random.CellRandom;
import io.datalchemy.random.Permutation;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.RowRanges;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Row numbers along the foreign keys of a run: parents of rows, and the rows of an ancestor.
 *
 * <p>Everything is computed from row counts and keys; no value of any row is needed. Immutable.
 */
public final class ForeignKeyRows {
  private final ResolvedPlan plan;
  private final Map<TableId, Map<String, GroupedRows>> grouped = new TreeMap<>();

  /** The row numbers of the foreign keys of a plan. */
  public ForeignKeyRows(ResolvedPlan plan) {
    this.plan = plan;
    for (ResolvedTable table : plan.tables()) {
      Map<String, GroupedRows> ofTable = new TreeMap<>();
      for (ResolvedForeignKey foreignKey : table.foreignKeys()) {
        grouping(table, foreignKey).ifPresent(rows -> ofTable.put(foreignKey.name(), rows));
      }
      grouped.put(table.id(), ofTable);
    }
  }

  /**
   * The parents of a foreign key's rows, the share without a parent included.
   *
   * <p>Where only some of the columns that the key supplies may be NULL, every row has a parent: it
   * gives the other columns their values, and {@link #withoutParent} says which rows lose the rest.
   */
  public ParentRows parents(TableId child, String foreignKey) {
    ResolvedTable table = plan.table(child).orElseThrow();
    ResolvedForeignKey key = table.foreignKey(foreignKey).orElseThrow();
    ParentRows picked = picked(table, key);
    if (key.nullRate() == 0 || suppliesMore(table, key)) {
      return picked;
    }
    LongPredicate isNull = withoutParent(child, foreignKey);
    return row -> isNull.test(row) ? ForeignContext.NO_ROW : picked.parentOf(row);
  }

  /**
   * The parents of a foreign key's rows if it picked from some rows of the parent only: the same
   * way of picking, but every row has a parent.
   *
   * @throws IllegalArgumentException if rows depend on each other's picks
   */
  public ParentRows parentsAmong(TableId child, String foreignKey, RowRanges among) {
    ResolvedTable table = plan.table(child).orElseThrow();
    ResolvedForeignKey key = table.foreignKey(foreignKey).orElseThrow();
    return picked(
        table,
        new ResolvedForeignKey(
            key.name(),
            key.columns(),
            key.parentSchema(),
            key.parentTable(),
            key.parentColumns(),
            among(key.pick(), among.count()),
            0,
            key.nullColumns(),
            Optional.of(among)));
  }

  private static ParentPick among(ParentPick pick, long count) {
    if (pick instanceof ParentPick.Uniform) {
      return new ParentPick.Uniform(count);
    }
    if (pick instanceof ParentPick.Skewed skewed) {
      long eligible = share(skewed.eligible(), skewed.parentRows(), count);
      return new ParentPick.Skewed(count, eligible, skewed.skew());
    }
    if (pick instanceof ParentPick.RoundRobin turns) {
      return new ParentPick.RoundRobin(count, share(turns.eligible(), turns.parentRows(), count));
    }
    throw new IllegalArgumentException(pick + ": cannot be among some rows of the parent only");
  }

  private static long share(long eligible, long parentRows, long count) {
    return Math.max(1, Math.round((double) eligible / parentRows * count));
  }

  /** In which rows the columns of a foreign key that may be NULL are NULL. */
  public LongPredicate withoutParent(TableId child, String foreignKey) {
    double nullRate =
        plan.table(child).orElseThrow().foreignKey(foreignKey).orElseThrow().nullRate();
    long nullKey = streamKey(child, foreignKey, "null");
    return row -> CellRandom.unit(CellRandom.bits(nullKey, row)) < nullRate;
  }

  private static boolean suppliesMore(ResolvedTable table, ResolvedForeignKey key) {
    return table.columns().stream()
        .filter(column -> key.columns().contains(column.name()))
        .filter(
            column ->
                column.source() instanceof ColumnSource.ForeignKeyColumn source
                    && source.foreignKey().equals(key.name()))
        .anyMatch(column -> !key.nullColumns().contains(column.name()));
  }

  /** The grouping of a foreign key whose children lie next to each other, if it is one. */
  public Optional<GroupedRows> groups(TableId child, String foreignKey) {
    return Optional.ofNullable(grouped.get(child).get(foreignKey));
  }

  /** The children of each parent, where they lie next to each other or there is one at most. */
  public Optional<ChildRows> children(TableId child, String foreignKey) {
    ResolvedTable table = plan.table(child).orElseThrow();
    ParentRows parents = parents(child, foreignKey);
    if (table.foreignKey(foreignKey).orElseThrow().pick() instanceof ParentPick.OneToOne one) {
      long count = Math.min(table.rows(), one.parentRows());
      return one.shuffled() || table.foreignKey(foreignKey).orElseThrow().among().isPresent()
          ? groups(child, foreignKey).map(rows -> new ChildRows(rows::firstChild, parents))
          : Optional.of(new ChildRows(parent -> Math.min(parent, count), parents));
    }
    return groups(child, foreignKey).map(rows -> new ChildRows(rows::firstChild, parents));
  }

  private Optional<GroupedRows> grouping(ResolvedTable table, ResolvedForeignKey foreignKey) {
    return groupingOfPlaces(table, foreignKey)
        .map(places -> foreignKey.among().map(a -> new RowsAmong(a).rows(places)).orElse(places));
  }

  private Optional<GroupedRows> groupingOfPlaces(
      ResolvedTable table, ResolvedForeignKey foreignKey) {
    long key = streamKey(table.id(), foreignKey.name(), "children");
    if (foreignKey.pick() instanceof ParentPick.Grouped pick) {
      return Optional.of(new EvenGroups(key, table.rows(), pick.parentRows(), pick.maxChildren()));
    }
    if (foreignKey.pick() instanceof ParentPick.OneToOne pick && !pick.shuffled()) {
      return Optional.of(new EvenGroups(key, table.rows(), pick.parentRows(), 1));
    }
    if (foreignKey.pick() instanceof ParentPick.PerParent pick && !pick.shuffled()) {
      return Optional.of(new DeckGroups(key, pick.children(), pick.parentRows(), pick.counts()));
    }
    return Optional.empty();
  }

  private ParentRows picked(ResolvedTable table, ResolvedForeignKey foreignKey) {
    Optional<GroupedRows> groups = groups(table.id(), foreignKey.name());
    if (groups.isPresent() && !(foreignKey.pick() instanceof ParentPick.OneToOne)) {
      return groups.get()::parentOf;
    }
    ParentRows places = pickedPlaces(table, foreignKey);
    return foreignKey.among().map(among -> new RowsAmong(among).rows(places)).orElse(places);
  }

  private ParentRows pickedPlaces(ResolvedTable table, ResolvedForeignKey foreignKey) {
    long key = streamKey(table.id(), foreignKey.name(), "parent");
    ParentPick pick = foreignKey.pick();
    if (pick instanceof ParentPick.Uniform uniform) {
      long parentRows = uniform.parentRows();
      return row -> CellRandom.below(CellRandom.bits(key, row), parentRows);
    }
    if (pick instanceof ParentPick.OneToOne one) {
      return oneToOne(key, one);
    }
    if (pick instanceof ParentPick.Distinct distinct) {
      return distinct(table, key, distinct);
    }
    if (pick instanceof ParentPick.Different different) {
      return different(table, key, different);
    }
    if (pick instanceof ParentPick.Within within) {
      return within(table, foreignKey, within);
    }
    if (pick instanceof ParentPick.Earlier earlier) {
      return earlier(table, key, earlier);
    }
    if (pick instanceof ParentPick.Coordinate coordinate) {
      return DigitRows.of(plan, table, this)
              .values(coordinate.digits(), key, coordinate.parentRows())
          ::applyAsLong;
    }
    if (pick instanceof ParentPick.OrderedPair pair) {
      return new PairRows(streamKey(table.id(), pair.constraint(), "constraint"), pair);
    }
    if (pick instanceof ParentPick.Itself) {
      return row -> row;
    }
    if (pick instanceof ParentPick.Skewed skewed) {
      return skewed(key, streamKey(table.id(), foreignKey.name(), "order"), skewed);
    }
    if (pick instanceof ParentPick.RoundRobin turns) {
      return inTurn(streamKey(table.id(), foreignKey.name(), "order"), turns);
    }
    if (pick instanceof ParentPick.PerParent perParent && perParent.shuffled()) {
      return shuffled(table, key, perParent);
    }
    throw new IllegalArgumentException(foreignKey.name() + ": no rows are known for " + pick);
  }

  private static ParentRows oneToOne(long key, ParentPick.OneToOne pick) {
    long parentRows = pick.parentRows();
    return row -> {
      if (row >= parentRows) {
        return ForeignContext.NO_ROW;
      }
      return pick.shuffled() ? Permutation.apply(key, parentRows, row) : row;
    };
  }

  private static ParentRows skewed(long key, long orderKey, ParentPick.Skewed pick) {
    Ranks ranks = Ranks.of(pick.skew());
    return row -> {
      long rank = ranks.rank(CellRandom.bits(key, row), pick.eligible());
      return Permutation.apply(orderKey, pick.parentRows(), rank);
    };
  }

  private static ParentRows inTurn(long orderKey, ParentPick.RoundRobin pick) {
    long eligible = pick.eligible();
    return eligible == pick.parentRows()
        ? row -> row % eligible
        : row -> Permutation.apply(orderKey, pick.parentRows(), row % eligible);
  }

  private static ParentRows shuffled(ResolvedTable table, long key, ParentPick.PerParent pick) {
    GroupedRows groups =
        new DeckGroups(CellRandom.mix(key), pick.children(), pick.parentRows(), pick.counts());
    long rows = table.rows();
    return row -> {
      long place = Permutation.apply(key, rows, row);
      return place < pick.children() ? groups.parentOf(place) : ForeignContext.NO_ROW;
    };
  }

  private ParentRows distinct(ResolvedTable table, long key, ParentPick.Distinct pick) {
    GroupedRows siblings = groups(table.id(), pick.anchor()).orElseThrow();
    long choices = pick.isAnother() ? pick.parentRows() - 1 : pick.parentRows();
    return row -> {
      long parent = siblings.parentOf(row);
      long place = row - siblings.firstChild(parent);
      long chosen = Permutation.apply(CellRandom.bits(key, parent), choices, place);
      return pick.isAnother() && chosen >= parent ? chosen + 1 : chosen;
    };
  }

  private ParentRows different(ResolvedTable table, long key, ParentPick.Different pick) {
    ParentRows other = picked(table, table.foreignKey(pick.other()).orElseThrow());
    long parentRows = pick.parentRows();
    return row -> {
      long further = 1 + CellRandom.below(CellRandom.bits(key, row), parentRows - 1);
      return (other.parentOf(row) + further) % parentRows;
    };
  }

  private ParentRows within(
      ResolvedTable table, ResolvedForeignKey foreignKey, ParentPick.Within pick) {
    long key = streamKey(table.id(), foreignKey.name(), "parent");
    ParentRows anchor = parents(table.id(), pick.anchor());
    TableId anchorParent = table.foreignKey(pick.anchor()).orElseThrow().parent();
    ParentRows ancestor = chain(anchorParent, pick.up());
    Descendants candidates = descendants(foreignKey.parent(), pick.down());
    if (pick.skew().isPresent()) {
      Ranks ranks = Ranks.of(pick.skew().get());
      long orderKey = streamKey(table.id(), foreignKey.name(), "order");
      return row -> {
        long root = ancestor.parentOf(anchor.parentOf(row));
        long first = candidates.first(root);
        long count = candidates.end(root) - first;
        long rank = ranks.rank(CellRandom.bits(key, row), count);
        return first + Permutation.apply(CellRandom.bits(orderKey, root), count, rank);
      };
    }
    if (!pick.distinct()) {
      return row -> {
        long root = ancestor.parentOf(anchor.parentOf(row));
        long first = candidates.first(root);
        return first + CellRandom.below(CellRandom.bits(key, row), candidates.end(root) - first);
      };
    }
    GroupedRows siblings = groups(table.id(), pick.anchor()).orElseThrow();
    return row -> {
      long parent = anchor.parentOf(row);
      long root = ancestor.parentOf(parent);
      long first = candidates.first(root);
      long place = row - siblings.firstChild(parent);
      return first
          + Permutation.apply(CellRandom.bits(key, parent), candidates.end(root) - first, place);
    };
  }

  private ParentRows earlier(ResolvedTable table, long key, ParentPick.Earlier pick) {
    ParentRows ancestor = chain(table.id(), pick.within());
    Descendants relatives = descendants(table.id(), pick.within());
    boolean isWhole = pick.within().isEmpty();
    ParentRows tree =
        row -> {
          long first = isWhole ? 0 : relatives.first(ancestor.parentOf(row));
          long bits = CellRandom.bits(key, row);
          boolean isRoot = row == first || CellRandom.unit(bits) < pick.rootShare();
          return isRoot
              ? ForeignContext.NO_ROW
              : first + CellRandom.below(CellRandom.more(bits, 1), row - first);
        };
    ParentRows bounded = pick.maxDepth().map(most -> TreeDepth.bounded(tree, most)).orElse(tree);
    return row -> {
      long parent = bounded.parentOf(row);
      return parent == ForeignContext.NO_ROW && pick.rootIsItself() ? row : parent;
    };
  }

  /** From a row of {@code from} to its ancestor along the foreign keys. */
  private ParentRows chain(TableId from, List<String> foreignKeys) {
    ParentRows chained = row -> row;
    TableId table = from;
    for (String name : foreignKeys) {
      ParentRows below = chained;
      ParentRows step = parents(table, name);
      chained = row -> step.parentOf(below.parentOf(row));
      table = plan.table(table).orElseThrow().foreignKey(name).orElseThrow().parent();
    }
    return chained;
  }

  /** From an ancestor's row to the rows of {@code table} below it along the foreign keys. */
  private Descendants descendants(TableId table, List<String> foreignKeys) {
    List<GroupedRows> steps = new ArrayList<>();
    TableId at = table;
    for (String name : foreignKeys) {
      steps.add(groups(at, name).orElseThrow());
      at = plan.table(at).orElseThrow().foreignKey(name).orElseThrow().parent();
    }
    Collections.reverse(steps);
    return new Descendants(steps);
  }

  private long streamKey(TableId table, String foreignKey, String purpose) {
    return CellRandom.key(plan.seedBits(), table.schema(), table.table(), foreignKey, purpose);
  }

  /** The rows below an ancestor: groupings from the ancestor down. */
  private record Descendants(List<GroupedRows> steps) {
    long first(long ancestor) {
      long row = ancestor;
      for (GroupedRows step : steps) {
        row = step.firstChild(row);
      }
      return row;
    }

    long end(long ancestor) {
      return first(ancestor + 1);
    }
  }
}
