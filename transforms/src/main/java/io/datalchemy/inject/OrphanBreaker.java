package io.datalchemy.inject;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.resolve.ResolvedInjection.Break.Orphan;
import io.datalchemy.row.ComputedForeignContext;
import io.datalchemy.row.ResidualCondition;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.type.KeyConversion;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives a row the key of a parent's row that would come after the last. */
final class OrphanBreaker implements Breaker {
  private final TablePrograms programs;
  private final Orphan orphan;
  private final List<ResidualCondition> kept;
  private final long firstRow;
  private final long room;
  private final ValueType parentType;
  private final long factor;

  /**
   * For one foreign key.
   *
   * @param room how many more rows the parent could have
   */
  OrphanBreaker(
      TablePrograms programs,
      Orphan orphan,
      List<ResidualCondition> kept,
      ValueType childType,
      long room) {
    this.programs = programs;
    this.orphan = orphan;
    this.kept = kept;
    this.room = room;
    var parent = programs.program(orphan.parent());
    firstRow = parent.rows();
    parentType = parent.type(orphan.parentColumn());
    factor = KeyConversion.factor(parentType, childType).orElseThrow();
  }

  @Override
  public Map<Integer, List<String>> apply(
      RowBlock block, List<Integer> places, ForeignContext parents) {
    Map<Integer, List<String>> broken = new LinkedHashMap<>();
    if (places.isEmpty()) {
      return broken;
    }
    ColumnVector keys = keys(block, places);
    for (int p = 0; p < places.size(); p++) {
      int place = places.get(p);
      if (refers(block, place) && replace(keys, p, block, place)) {
        broken.put(place, List.of(orphan.column()));
      }
    }
    return broken;
  }

  /** The keys that rows after the parent's last would have; computed, as none is published. */
  private ColumnVector keys(RowBlock block, List<Integer> places) {
    RowSet rows = new RowSet(places.size());
    places.forEach(place -> rows.add(firstRow + block.rows().row(place) % room, 0));
    ColumnVector keys = new ColumnVector(parentType, places.size());
    new ComputedForeignContext(programs)
        .read(orphan.parent(), List.of(orphan.parentColumn()), rows, List.of(keys));
    return keys;
  }

  private boolean refers(RowBlock block, int place) {
    return orphan.others().stream().noneMatch(column -> block.column(column).isNull(place));
  }

  private boolean replace(ColumnVector keys, int from, RowBlock block, int place) {
    ColumnVector column = block.column(orphan.column());
    RowTrial trial = new RowTrial(block, place, List.of(orphan.column()), kept);
    column.copyFrom(keys, from, place);
    if (factor != 1) {
      long key = keys.longAt(from);
      if (Math.multiplyHigh(key, factor) != ((key * factor) >> 63)) {
        trial.restore();
        return false;
      }
      column.setLong(place, key * factor);
    }
    if (CellLimits.fits(column, place) && trial.holds()) {
      return true;
    }
    trial.restore();
    return false;
  }
}
