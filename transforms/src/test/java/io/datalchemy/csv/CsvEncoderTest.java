package io.datalchemy.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvEncoderTest {

  @Test
  void quotesWhatCopyWouldMisread() {
    assertEquals("plain", text("plain"));
    assertEquals("\"\"", text(""));
    assertEquals("\"a,b\"", text("a,b"));
    assertEquals("\"say \"\"hi\"\"\"", text("say \"hi\""));
    assertEquals("\"two\nlines\"", text("two\nlines"));
    assertEquals("\"cr\r\"", text("cr\r"));
    assertEquals("\"\\.\"", text("\\."));
    assertEquals("ação", text("ação"));
  }

  @Test
  void leavesNullEmpty() {
    ColumnVector column = new ColumnVector(ValueType.text(), 2);
    column.setNull(0);
    column.setText(1, "x");
    assertEquals(",", line(List.of(column, column), 0));
    assertEquals("x,x", line(List.of(column, column), 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 0.00",
    "5, 2, 0.05",
    "-5, 2, -0.05",
    "-105, 2, -1.05",
    "123456, 3, 123.456",
    "42, 0, 42",
    "-42, 0, -42",
    "999999999999999999, 2, 9999999999999999.99"
  })
  void writesDecimalsWithTheirScale(long unscaled, int scale, String expected) {
    assertEquals(expected, number(ValueType.numeric(18, scale), unscaled));
  }

  @Test
  void writesWholeNumbersToTheirLimits() {
    ValueType bigint = ValueType.of(TypeFamily.INTEGER, "int8");
    assertEquals("9223372036854775807", number(bigint, Long.MAX_VALUE));
    assertEquals("-9223372036854775808", number(bigint, Long.MIN_VALUE));
    assertEquals("-10", number(bigint, -10));
  }

  @Test
  void writesDaysAsTheCalendarDoes() {
    ValueType date = ValueType.of(TypeFamily.DATE, "date");
    LocalDate day = LocalDate.of(1600, 1, 1);
    while (day.getYear() < 2500) {
      assertEquals(day.toString(), number(date, day.toEpochDay()));
      day = day.plusDays(13);
    }
    assertEquals("2024-02-29", number(date, LocalDate.of(2024, 2, 29).toEpochDay()));
  }

  @Test
  void writesTimesWithAFractionOnlyWhereThereIsOne() {
    ValueType timestamp = ValueType.of(TypeFamily.TIMESTAMP, "timestamp");
    ValueType zoned = ValueType.of(TypeFamily.TIMESTAMPTZ, "timestamptz");
    assertEquals("1970-01-01 00:00:00", number(timestamp, 0));
    assertEquals("1969-12-31 23:59:59.999999", number(timestamp, -1));
    assertEquals("1970-01-01 00:00:01.500000+00", number(zoned, 1_500_000));
    assertEquals("23:59:59", number(ValueType.of(TypeFamily.TIME, "time"), 86_399_000_000L));
  }

  @Test
  void writesTruthValuesAndFloats() {
    assertEquals("true", number(ValueType.of(TypeFamily.BOOLEAN, "bool"), 1));
    assertEquals("false", number(ValueType.of(TypeFamily.BOOLEAN, "bool"), 0));
    assertEquals(
        "0.1", number(ValueType.of(TypeFamily.FLOAT, "float8"), Double.doubleToLongBits(0.1)));
    assertEquals(
        "0.1", number(ValueType.of(TypeFamily.FLOAT, "float4"), Double.doubleToLongBits(0.1)));
  }

  @Test
  void quotesHeadersLikeValues() {
    LineBuffer out = new LineBuffer();
    CsvEncoder.encodeHeader(List.of("id", "odd,name", "MixedCase"), out);
    assertEquals("id,\"odd,name\",MixedCase", out.text());
  }

  private static String text(String value) {
    ColumnVector column = new ColumnVector(ValueType.text(), 1);
    column.setText(0, value);
    return line(List.of(column), 0);
  }

  private static String number(ValueType type, long value) {
    ColumnVector column = new ColumnVector(type, 1);
    column.setLong(0, value);
    return line(List.of(column), 0);
  }

  private static String line(List<ColumnVector> columns, int row) {
    LineBuffer out = new LineBuffer();
    CsvEncoder.encode(columns, row, out);
    return out.text();
  }
}
