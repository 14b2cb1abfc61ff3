package io.datalchemy.generator.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderedTest {
  private static final int ROWS = 2000;
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");
  private static final ValueType MONEY = ValueType.numeric(12, 2);
  private static final ValueType RATE = ValueType.numeric(12, 4);
  private static final ValueType REAL = ValueType.of(TypeFamily.FLOAT, "float4");
  private static final ValueType DOUBLE = ValueType.of(TypeFamily.FLOAT, "float8");
  private static final ValueType DATE = ValueType.of(TypeFamily.DATE, "date");
  private static final ValueType TIME = ValueType.of(TypeFamily.TIME, "time");
  private static final ValueType MOMENT = ValueType.of(TypeFamily.TIMESTAMP, "timestamp");
  private static final ValueType ZONED = seconds(TypeFamily.TIMESTAMPTZ, "timestamptz");

  private static ValueType seconds(TypeFamily family, String name) {
    return new ValueType(
        family,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.of(0),
        List.of(),
        Optional.empty());
  }

  static Stream<Arguments> pairs() {
    List<ValueType> numbers = List.of(INT, MONEY, RATE, REAL, DOUBLE);
    List<ValueType> moments = List.of(DATE, MOMENT, ZONED);
    return Stream.of(numbers, moments, List.of(TIME))
        .flatMap(group -> group.stream().flatMap(a -> group.stream().map(b -> Arguments.of(a, b))));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void keepsEveryOrderAcrossTypes(ValueType output, ValueType input) {
    ColumnVector inputs = inputs(input);
    assertOrder("at_least", output, inputs, order -> order >= 0);
    assertOrder("more_than", output, inputs, order -> order > 0);
    assertOrder("at_most", output, inputs, order -> order <= 0);
    assertOrder("less_than", output, inputs, order -> order < 0);
  }

  private static void assertOrder(
      String role, ValueType output, ColumnVector input, java.util.function.IntPredicate holds) {
    ColumnVector out = ordered(output, List.of(input), Parameters.none().with(role, List.of("a")));
    for (int i = 0; i < ROWS; i++) {
      if (!input.isNull(i)) {
        int order = exact(out, i).compareTo(exact(input, i));
        assertTrue(holds.test(order), role + " " + exact(out, i) + " " + exact(input, i));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void spreadsBetweenTwoColumns(ValueType output, ValueType input) {
    ColumnVector low = inputs(input);
    ColumnVector high =
        ordered(input, List.of(low), Parameters.none().with("more_than", List.of("a")));
    Parameters between =
        Parameters.none().with("at_least", List.of("a")).with("at_most", List.of("b"));
    ColumnVector out = ordered(output, List.of(low, high), between);
    int onBound = 0;
    for (int i = 0; i < ROWS; i++) {
      BigDecimal value = exact(out, i);
      if (low.isNull(i) || value.compareTo(exact(low, i)) < 0) {
        continue;
      }
      boolean isOnBound =
          value.compareTo(exact(low, i)) == 0 || value.compareTo(exact(high, i)) == 0;
      onBound += isOnBound ? 1 : 0;
    }
    assertTrue(onBound < ROWS / 3, "on a bound: " + onBound);
  }

  @Test
  void comparesTimestampsByTheMicrosecondNotByTheDay() {
    ColumnVector created = new ColumnVector(MOMENT, 1);
    created.setLong(0, 20_000 * MICROS_PER_DAY + 5);
    Parameters within =
        Parameters.none().with("more_than", List.of("a")).with("max", "2024-10-04T00:00:00.000007");
    ColumnVector out = one(MOMENT, created, within);
    assertTrue(
        out.longAt(0) == 20_000 * MICROS_PER_DAY + 6
            || out.longAt(0) == 20_000 * MICROS_PER_DAY + 7);
  }

  @Test
  void ignoresNulls() {
    ColumnVector none = new ColumnVector(INT, ROWS);
    for (int i = 0; i < ROWS; i++) {
      none.setNull(i);
    }
    Parameters params =
        Parameters.none().with("at_least", List.of("a")).with("min", 3).with("max", 5);
    ColumnVector out = ordered(INT, List.of(none), params);
    TreeSet<Long> seen = new TreeSet<>();
    LongStream.range(0, ROWS).forEach(i -> seen.add(out.longAt((int) i)));
    assertEquals(new TreeSet<>(List.of(3L, 4L, 5L)), seen);
  }

  @Test
  void writesTheLowerBoundWhereNothingLiesBetween() {
    ColumnVector low = new ColumnVector(INT, 1);
    low.setLong(0, 9);
    Parameters params = Parameters.none().with("at_least", List.of("a")).with("max", 5);
    assertEquals(9, one(INT, low, params).longAt(0));
  }

  @Test
  void staysWithinTheColumn() {
    ColumnVector low = new ColumnVector(INT, 1);
    low.setLong(0, Integer.MAX_VALUE - 1);
    Parameters params = Parameters.none().with("at_least", List.of("a"));
    assertTrue(one(INT, low, params).longAt(0) <= Integer.MAX_VALUE);
    ValueType small = ValueType.numeric(3, 0);
    assertEquals(999, one(small, low, params).longAt(0));
  }

  @Test
  void refusesColumnsThatCannotBeCompared() {
    Parameters params = Parameters.none().with("at_least", List.of("a"));
    GeneratorRequest request =
        new GeneratorRequest(params, INT, List.of(DATE), "pt_BR", AS_OF, false);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new OrderedFactory().create(request));
    assertEquals("type: int4 cannot be ordered with date", e.getMessage());
  }

  private static ColumnVector ordered(
      ValueType output, List<ColumnVector> inputs, Parameters params) {
    return ordered(output, inputs, params, ROWS);
  }

  private static ColumnVector one(ValueType output, ColumnVector input, Parameters params) {
    return ordered(output, List.of(input), params, 1);
  }

  private static ColumnVector ordered(
      ValueType output, List<ColumnVector> inputs, Parameters params, int rows) {
    List<ValueType> types = inputs.stream().map(ColumnVector::type).toList();
    GeneratorRequest request = new GeneratorRequest(params, output, types, "pt_BR", AS_OF, false);
    ColumnVector out = new ColumnVector(output, rows);
    new OrderedFactory()
        .create(request)
        .fill(new Cells(5, new RowSet(rows).setRange(0, rows), inputs), out);
    return out;
  }

  /** Inputs of a type, some of them NULL. */
  private static ColumnVector inputs(ValueType type) {
    ColumnVector column = new ColumnVector(type, ROWS);
    for (int i = 0; i < ROWS; i++) {
      long bits = CellRandom.bits(11, i);
      if (i % 17 == 3) {
        column.setNull(i);
      } else {
        set(column, i, bits);
      }
    }
    return column;
  }

  private static void set(ColumnVector column, int i, long bits) {
    switch (column.type().family()) {
      case FLOAT -> column.setDouble(i, (float) (CellRandom.unit(bits) * 2000 - 1000));
      case DATE -> column.setLong(i, 18_000 + CellRandom.below(bits, 2000));
      case TIME -> column.setLong(i, 1 + CellRandom.below(bits, MICROS_PER_DAY - 5_000_000));
      case TIMESTAMP ->
          column.setLong(
              i, 18_000 * MICROS_PER_DAY + CellRandom.below(bits, 2000 * MICROS_PER_DAY));
      case TIMESTAMPTZ ->
          column.setLong(i, (18_000L * 86_400 + CellRandom.below(bits, 2000 * 86_400)) * 1_000_000);
      default -> column.setLong(i, CellRandom.below(bits, 200_000) - 100_000);
    }
  }

  /** The value in a unit that all columns of its kind share, exactly. */
  private static BigDecimal exact(ColumnVector column, int i) {
    return switch (column.type().family()) {
      case FLOAT -> new BigDecimal(column.doubleAt(i));
      case DATE ->
          BigDecimal.valueOf(column.longAt(i)).multiply(BigDecimal.valueOf(MICROS_PER_DAY));
      case DECIMAL -> BigDecimal.valueOf(column.longAt(i), column.type().decimals());
      default -> BigDecimal.valueOf(column.longAt(i));
    };
  }
}
