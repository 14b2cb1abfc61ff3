package io.datalchemy.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.resolve.ColumnSource.RollUp.Function;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollUpFoldTest {
  private static final ValueType CENTS = ValueType.numeric(6, 2);
  private static final ValueType MILLS = ValueType.numeric(8, 3);

  @Test
  void sumsFirstAndRoundsThenAsTheServerDoes() {
    assertEquals(1_01, only(fold(Function.SUM, MILLS, CENTS), 5, 1_004, -4));
    assertEquals(-1_01, only(fold(Function.SUM, MILLS, CENTS), -1_000, -5));
  }

  @Test
  void leavesNullsOut() {
    RollUpFold.Totals totals = fold(Function.MIN, CENTS, CENTS).totals(1);
    ColumnVector child = new ColumnVector(CENTS, 1);
    child.setNull(0);
    totals.add(0, List.of(child), 0);
    ColumnVector out = new ColumnVector(CENTS, 1);
    totals.write(out, 1);
    assertTrue(out.isNull(0));
  }

  @Test
  void comparesDoublesAsNumbers() {
    ValueType type = ValueType.of(TypeFamily.FLOAT, "float8");
    long least =
        only(
            fold(Function.MIN, type, type),
            Double.doubleToRawLongBits(-1.5),
            Double.doubleToRawLongBits(-2.5),
            Double.doubleToRawLongBits(3));
    assertEquals(-2.5, Double.longBitsToDouble(least));
  }

  @Test
  void takesMomentsToTheDayAndBack() {
    ValueType date = ValueType.of(TypeFamily.DATE, "date");
    ValueType moment = ValueType.of(TypeFamily.TIMESTAMP, "timestamp");
    assertEquals(-1, only(fold(Function.MAX, moment, date), -1, -86_400_000_001L));
    assertEquals(86_400_000_000L, only(fold(Function.MAX, date, moment), 1));
  }

  @Test
  void failsRatherThanWriteAnotherSum() {
    RollUpFold fold = fold(Function.SUM, CENTS, CENTS);
    String message =
        assertThrows(ArithmeticException.class, () -> only(fold, 9_999_99, 1)).getMessage();
    assertEquals(
        "public.pedido.total: the sum of a row's children must fit numeric; make the column wider,"
            + " or the children's values smaller with a rule",
        message);
    ValueType wide = ValueType.of(TypeFamily.INTEGER, "int8");
    assertThrows(
        ArithmeticException.class, () -> only(fold(Function.SUM, wide, wide), Long.MAX_VALUE, 1));
  }

  private static RollUpFold fold(Function function, ValueType child, ValueType own) {
    return new RollUpFold(
        "public.pedido.total", function, List.of(child), Optional.of(0), own, Optional.empty());
  }

  private static long only(RollUpFold fold, long... values) {
    RollUpFold.Totals totals = fold.totals(1);
    ColumnVector child = new ColumnVector(fold.types().get(0), 1);
    for (long value : values) {
      child.setLong(0, value);
      totals.add(0, List.of(child), 0);
    }
    ColumnVector out = new ColumnVector(fold.type(), 1);
    totals.write(out, 1);
    return out.longAt(0);
  }
}
