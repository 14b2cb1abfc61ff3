package io.datalchemy.foreign;

import io.datalchemy.random.CellRandom;
import io.datalchemy.random.Permutation;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.resolve.RowDigits;
import io.datalchemy.resolve.RowDigits.Digit;
import java.util.function.LongUnaryOperator;

/**
 * From the rows of one table to the digits of their numbers, and from those to values: the other
 * side of {@link RowDigits}.
 */
public final class DigitRows {
  private final ResolvedPlan plan;
  private final ResolvedTable table;
  private final ForeignKeyRows foreignKeys;

  private DigitRows(ResolvedPlan plan, ResolvedTable table, ForeignKeyRows foreignKeys) {
    this.plan = plan;
    this.table = table;
    this.foreignKeys = foreignKeys;
  }

  /** The digits of the rows of a table. */
  public static DigitRows of(ResolvedPlan plan, ResolvedTable table, ForeignKeyRows foreignKeys) {
    return new DigitRows(plan, table, foreignKeys);
  }

  /**
   * The index below {@code size} that each row's digits give.
   *
   * @param key the stream of the column or foreign key
   * @param size at least the largest modulus of the digits
   */
  public LongUnaryOperator values(RowDigits digits, long key, long size) {
    LongUnaryOperator number = number(digits);
    Digit first = digits.digits().get(0);
    if (digits.layered()) {
      return row -> {
        long of = number.applyAsLong(row);
        long lower = of % first.divisor();
        return Permutation.apply(
            CellRandom.bits(key, lower), size, of / first.divisor() % first.modulus());
      };
    }
    return row -> {
      long of = number.applyAsLong(row);
      long sum = 0;
      for (Digit digit : digits.digits()) {
        sum = (sum + of / digit.divisor() % digit.modulus()) % size;
      }
      return Permutation.apply(key, size, sum);
    };
  }

  private LongUnaryOperator number(RowDigits digits) {
    long total = digits.total();
    long key =
        CellRandom.key(
            plan.seedBits(), table.schema(), table.table(), digits.constraint(), "constraint");
    if (digits.within().isEmpty()) {
      return row -> Permutation.apply(key, total, row);
    }
    GroupedRows siblings = foreignKeys.groups(table.id(), digits.within().get()).orElseThrow();
    return row -> {
      long parent = siblings.parentOf(row);
      long place = row - siblings.firstChild(parent);
      return Permutation.apply(CellRandom.bits(key, parent), total, place);
    };
  }
}
