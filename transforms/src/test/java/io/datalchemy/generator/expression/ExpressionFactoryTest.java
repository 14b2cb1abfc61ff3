package io.datalchemy.generator.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionFactoryTest {
  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");
  private static final ValueType PRICE = ValueType.numeric(6, 2);

  @Test
  void roundsHalfAwayFromZeroToTheDecimalsOfTheColumn() {
    ColumnVector a = number(ValueType.numeric(8, 3), 1_005);
    assertEquals(101, computed("a", PRICE, a).longAt(0));
    assertEquals(-101, computed("- a", PRICE, a).longAt(0));
  }

  @Test
  void cutsWhatTheColumnCannotHold() {
    assertEquals(999_999, computed("a * 1000000", PRICE, number(INT, 7)).longAt(0));
    assertEquals(Integer.MAX_VALUE, computed("a * 1000000", INT, number(INT, 70_000)).longAt(0));
  }

  @Test
  void dropsTheRemainderBetweenIntegersAsTheServerDoes() {
    assertEquals(2, computed("a / 3", INT, number(INT, 8)).longAt(0));
    assertEquals(2, computed("nullif(a, 0) / 3", INT, number(INT, 8)).longAt(0));
  }

  @Test
  void isNullWhereAnInputIsAndWhereTheServerWouldFail() {
    ColumnVector missing = new ColumnVector(INT, 1);
    missing.setNull(0);
    assertTrue(computed("a + 1", INT, missing).isNull(0));
    assertTrue(computed("1 / a", INT, number(INT, 0)).isNull(0));
    assertEquals(5, computed("coalesce(a, 5)", INT, missing).longAt(0));
  }

  @Test
  void readsItsInputsInTheOrderOfTheExpression() {
    Parameters params = Parameters.none().with("expression", "b - a + b");
    assertEquals(List.of("b", "a"), new ExpressionFactory().inputColumns(params));
  }

  @Test
  void refusesWhatCannotBeEvaluated() {
    var unknown =
        assertThrows(
            IllegalArgumentException.class, () -> computed("valido(a)", INT, number(INT, 1)));
    assertEquals("expression: valido(a): function valido is not understood", unknown.getMessage());
    assertThrows(IllegalArgumentException.class, () -> computed("a +", INT, number(INT, 1)));
  }

  @Test
  void staysWithinTheBoundsOfExpressions() {
    Parameters params =
        Parameters.none().with("more_than", "a * 2").with("at_most", "a * 2 + 3").with("max", 22);
    ColumnVector out = new ColumnVector(INT, 100);
    ColumnVector a = new ColumnVector(INT, 100);
    for (int i = 0; i < 100; i++) {
      a.setLong(i, 10);
    }
    fill(new BoundedFactory(), params, INT, a, out);
    for (int i = 0; i < 100; i++) {
      assertTrue(out.longAt(i) == 21 || out.longAt(i) == 22, "was " + out.longAt(i));
    }
  }

  private static ColumnVector number(ValueType type, long value) {
    ColumnVector vector = new ColumnVector(type, 1);
    vector.setLong(0, value);
    return vector;
  }

  private static ColumnVector computed(String sql, ValueType type, ColumnVector input) {
    ColumnVector out = new ColumnVector(type, 1);
    fill(new ExpressionFactory(), Parameters.none().with("expression", sql), type, input, out);
    return out;
  }

  private static void fill(
      GeneratorFactory factory,
      Parameters params,
      ValueType type,
      ColumnVector input,
      ColumnVector out) {
    RowSet rows = new RowSet(100).setRange(0, out == input ? 0 : rowsOf(params));
    GeneratorRequest request =
        new GeneratorRequest(
            params, type, List.of(input.type()), "pt_BR", LocalDate.of(2026, 11, 1), false);
    factory.create(request).fill(new Cells(7, rows, List.of(input)), out);
  }

  private static int rowsOf(Parameters params) {
    return params.has("max") ? 100 : 1;
  }
}
