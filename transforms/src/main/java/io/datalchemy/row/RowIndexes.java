package io.datalchemy.row;

import io.datalchemy.foreign.DigitRows;
import io.datalchemy.foreign.ForeignKeyRows;
import io.datalchemy.foreign.GroupedRows;
import io.datalchemy.generator.RowNumbered;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.random.CellRandom;
import io.datalchemy.random.Permutation;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import java.util.function.LongUnaryOperator;

/** Which value of a numbered space each row has, so that values differ as keys demand. */
final class RowIndexes {
  private final ResolvedPlan plan;
  private final ForeignKeyRows foreignKeyRows;

  RowIndexes(ResolvedPlan plan, ForeignKeyRows foreignKeyRows) {
    this.plan = plan;
    this.foreignKeyRows = foreignKeyRows;
  }

  /** Whether values must differ in more than case. */
  static boolean caseInsensitive(Distinctness distinct) {
    if (distinct instanceof Distinctness.Bijection bijection) {
      return bijection.caseInsensitive();
    }
    if (distinct instanceof Distinctness.WithinParent within) {
      return within.caseInsensitive();
    }
    if (distinct instanceof Distinctness.Coordinate coordinate) {
      return coordinate.caseInsensitive();
    }
    return distinct instanceof Distinctness.Digit digit && digit.caseInsensitive();
  }

  /** The index of each row, or null where values may repeat. */
  ColumnFill.IndexOfRow of(
      ResolvedTable table, ResolvedColumn column, Distinctness distinct, ValueGenerator generator) {
    if (distinct instanceof Distinctness.None) {
      return null;
    }
    long size =
        generator
            .space()
            .map(ValueSpace::size)
            .or(() -> generator.rowNumbered().map(RowNumbered::size))
            .orElseThrow();
    if (distinct instanceof Distinctness.Bijection bijection) {
      long key = constraintKey(table, bijection.constraint());
      return bijection.ascending()
          ? ascending(key, size, table.rows())
          : row -> Permutation.apply(key, size, row);
    }
    if (distinct instanceof Distinctness.WithinParent within) {
      long key = constraintKey(table, within.constraint());
      GroupedRows siblings = foreignKeyRows.groups(table.id(), within.foreignKey()).orElseThrow();
      return row -> withinParent(siblings, key, size, row);
    }
    if (distinct instanceof Distinctness.Coordinate coordinate) {
      long key = columnKey(table, column);
      return digits(table).values(coordinate.digits(), key, size)::applyAsLong;
    }
    if (distinct instanceof Distinctness.Slot slot) {
      return slot(table, slot, size);
    }
    Distinctness.Digit digit = (Distinctness.Digit) distinct;
    long key = constraintKey(table, digit.constraint());
    return row -> Permutation.apply(key, digit.total(), row) / digit.divisor() % digit.modulus();
  }

  private static long withinParent(GroupedRows siblings, long key, long size, long row) {
    long parent = siblings.parentOf(row);
    long place = row - siblings.firstChild(parent);
    return Permutation.apply(CellRandom.bits(key, parent), size, place);
  }

  /** One index out of each of the rows' equal strides, so that values ascend with the row. */
  private static ColumnFill.IndexOfRow ascending(long key, long size, long rows) {
    long stride = Math.max(1, size / Math.max(1, rows));
    return row -> row * stride + CellRandom.below(CellRandom.bits(key, row), stride);
  }

  /** The slot and one of its variants: all columns of a constraint get the same. */
  private ColumnFill.IndexOfRow slot(ResolvedTable table, Distinctness.Slot slot, long size) {
    long key = constraintKey(table, slot.constraint());
    long variants = size / slot.slots();
    LongUnaryOperator place = place(table, slot);
    return row ->
        place.applyAsLong(row) * variants + CellRandom.below(CellRandom.bits(key, row), variants);
  }

  private LongUnaryOperator place(ResolvedTable table, Distinctness.Slot slot) {
    long slots = slot.slots();
    if (slot.digits().isPresent()) {
      long key = constraintKey(table, slot.constraint());
      return digits(table).values(slot.digits().get(), key, slots);
    }
    if (slot.foreignKey().isEmpty()) {
      return row -> spread(row, table.rows(), slots);
    }
    GroupedRows siblings = foreignKeyRows.groups(table.id(), slot.foreignKey().get()).orElseThrow();
    return row -> {
      long parent = siblings.parentOf(row);
      long first = siblings.firstChild(parent);
      return spread(row - first, siblings.firstChild(parent + 1) - first, slots);
    };
  }

  /** The slot of a place when so many places, no more than slots, are spread over all of them. */
  private static long spread(long place, long places, long slots) {
    return place * (slots / places) + place * (slots % places) / places;
  }

  private DigitRows digits(ResolvedTable table) {
    return DigitRows.of(plan, table, foreignKeyRows);
  }

  private long constraintKey(ResolvedTable table, String constraint) {
    return CellRandom.key(plan.seedBits(), table.schema(), table.table(), constraint, "constraint");
  }

  private long columnKey(ResolvedTable table, ResolvedColumn column) {
    return CellRandom.key(
        plan.seedBits(), table.schema(), table.table(), column.name(), "coordinate");
  }
}
