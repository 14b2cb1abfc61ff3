package io.datalchemy.generator.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {
  private static final ValueType DATE = ValueType.of(TypeFamily.DATE, "date");
  private static final ValueType MOMENT = ValueType.of(TypeFamily.TIMESTAMP, "timestamp");
  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");
  private static final long DAY = 86_400_000_000L;
  private static final Parameters OPEN =
      Parameters.none().with("business_days", com.fasterxml.jackson.databind.node.BooleanNode.TRUE);

  @ParameterizedTest
  @CsvSource({
    "2026-01-13, 1, 2026-01-13, an ordinary Tuesday stays",
    "2026-01-14, 2, 2026-02-18, Carnival Saturday moves to Ash Wednesday",
    "2026-01-31, 2, 2026-03-02, the last of February is a Saturday",
    "2025-12-25, 1, 2025-12-26, Christmas moves on",
    "2025-11-20, 2, 2025-12-22, a day after a step of a month",
  })
  void dueDatesMoveToTheNextDayThatIsOpen(LocalDate issued, int number, LocalDate due, String why) {
    Parameters params =
        OPEN.with("steps", List.of("n")).with("step_months", 1).with("step_origin", 1);
    assertEquals(
        due.toEpochDay(),
        after(params, longs(DATE, issued.toEpochDay()), longs(INT, number)).longAt(0),
        why);
  }

  @Test
  void keepsTheTimeOfTheDay() {
    long saturday = LocalDate.of(2026, 1, 10).toEpochDay() * DAY + 12_345;
    Parameters params = OPEN.with("max_seconds", 0);
    long monday = LocalDate.of(2026, 1, 12).toEpochDay() * DAY + 12_345;
    assertEquals(monday, after(params, longs(MOMENT, saturday)).longAt(0));
  }

  @Test
  void movesBackWhereTheEndLeavesNoLaterDayAndStaysWhereNoneIsOpen() {
    LocalDate friday = LocalDate.of(2026, 1, 9);
    Parameters params =
        OPEN.with("until_parent_column", "fim").with("min_seconds", 172_800).with("max_days", 2);
    long sunday = friday.plusDays(2).toEpochDay();
    assertEquals(
        friday.toEpochDay(),
        after(params, longs(DATE, friday.toEpochDay()), longs(DATE, sunday)).longAt(0));
    long saturday = friday.plusDays(1).toEpochDay();
    Parameters day = params.with("min_seconds", 86_400).with("max_days", 1);
    assertEquals(sunday, after(day, longs(DATE, saturday), longs(DATE, sunday)).longAt(0));
  }

  @Test
  void refusesStepsThatCouldChangePlacesAndAnOriginOfNone() {
    Parameters params = OPEN.with("steps", List.of("n")).with("step_days", 2);
    assertEquals(
        "business_days: needs steps of months, or a column of dates, as shorter steps could change"
            + " places",
        refusal(params));
    assertEquals(
        "step_origin: needs steps, the column that counts them",
        refusal(Parameters.none().with("step_origin", 1)));
  }

  private static String refusal(Parameters params) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> AfterParent.generator(request(params, MOMENT, List.of(MOMENT, INT))))
        .getMessage();
  }

  private static ColumnVector after(Parameters params, ColumnVector... inputs) {
    ValueType type = inputs[0].type();
    ColumnVector out = new ColumnVector(type, 1);
    Cells cells =
        new Cells(CellRandom.key(7, "due"), new RowSet(1).setRange(0, 1), List.of(inputs));
    AfterParent.generator(
            request(params, type, List.of(inputs).stream().map(ColumnVector::type).toList()))
        .fill(cells, out);
    return out;
  }

  private static GeneratorRequest request(
      Parameters params, ValueType type, List<ValueType> inputs) {
    return new GeneratorRequest(params, type, inputs, "pt_BR", LocalDate.of(2026, 1, 1), false);
  }

  private static ColumnVector longs(ValueType type, long value) {
    ColumnVector vector = new ColumnVector(type, 1);
    vector.setLong(0, value);
    return vector;
  }
}
