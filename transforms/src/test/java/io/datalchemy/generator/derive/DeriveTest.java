package io.datalchemy.generator.derive;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeriveTest {
  private static final ValueType MOMENT = ValueType.of(TypeFamily.TIMESTAMP, "timestamp");
  private static final ValueType DATE = ValueType.of(TypeFamily.DATE, "date");
  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");
  private static final Parameters ONE = Parameters.none().with("input_columns", List.of("a"));

  @ParameterizedTest
  @CsvSource({
    "João da Silva, 60, joao.da.silva@example.com",
    "Conceição D'Ávila, 60, conceicao.d.avila@example.com",
    "Łukasz Müller-Weiß, 60, lukasz.muller.weiss@example.com",
    "'  Ana  ', 60, ana@example.com",
    "李明, 60, contato@example.com",
    "Ana Beatriz, 16, ana@example.com",
    "Ana Beatriz, 14, an@example.com",
  })
  void foldsNamesIntoAddresses(String name, int room, String email) {
    ColumnVector in = text(name);
    assertEquals(email, one("derive.email_from_name", ValueType.varchar(room), ONE, in).textAt(0));
  }

  @Test
  void putsTheNameAtTheGivenDomain() {
    Parameters params = ONE.with("domain", "crm.example.org");
    ColumnVector out = one("derive.email_from_name", ValueType.text(), params, text("Zé"));
    assertEquals("ze@crm.example.org", out.textAt(0));
  }

  @Test
  void copiesNull() {
    ColumnVector in = new ColumnVector(ValueType.text(), 1);
    in.setNull(0);
    assertTrue(one("derive.email_from_name", ValueType.text(), ONE, in).isNull(0));
    assertTrue(one("derive.same", ValueType.text(), ONE, in).isNull(0));
    ColumnVector day = new ColumnVector(DATE, 1);
    day.setNull(0);
    assertTrue(one("derive.end_after_start", DATE, ONE, day).isNull(0));
    assertTrue(one("derive.updated_after_created", MOMENT, ONE, day).isNull(0));
  }

  @Test
  void endsAfterTheStartWithinTheGivenTime() {
    ColumnVector start = longs(MOMENT, 1_000_000_000_000_000L);
    Parameters params = ONE.with("max_seconds", 10);
    for (int seed = 0; seed < 500; seed++) {
      long later =
          one("derive.end_after_start", MOMENT, params, start, seed).longAt(0) - start.longAt(0);
      assertTrue(later >= 1 && later <= 10_000_001, "later by " + later);
    }
    ColumnVector day = longs(DATE, 20_000);
    for (int seed = 0; seed < 500; seed++) {
      long end = one("derive.end_after_start", DATE, ONE.with("max_days", 3), day, seed).longAt(0);
      assertTrue(end > 20_000 && end <= 20_004, "ends on " + end);
    }
  }

  @Test
  void endsNoSoonerThanAsked() {
    ColumnVector start = longs(MOMENT, 1_000_000_000_000_000L);
    Parameters params = ONE.with("min_seconds", 60).with("max_seconds", 90);
    for (int seed = 0; seed < 500; seed++) {
      long later =
          one("derive.end_after_start", MOMENT, params, start, seed).longAt(0) - start.longAt(0);
      assertTrue(later >= 60_000_000 && later <= 90_000_001, "later by " + later);
    }
    ColumnVector day = longs(DATE, 20_000);
    assertEquals(20_001, one("derive.end_after_start", DATE, params, day).longAt(0));
    GeneratorRequest crossed =
        new GeneratorRequest(
            ONE.with("min_seconds", 91).with("max_seconds", 90),
            MOMENT,
            List.of(MOMENT),
            "pt_BR",
            LocalDate.EPOCH,
            false);
    assertEquals(
        "min_seconds: must be from 0 to what max_seconds and max_days allow, was 91",
        assertThrows(
                IllegalArgumentException.class,
                () -> factory("derive.end_after_start").create(crossed))
            .getMessage());
  }

  @Test
  void keepsToTheParentsInterval() {
    ColumnVector start = longs(MOMENT, 1_000_000_000_000_000L);
    ColumnVector end = longs(MOMENT, 1_000_000_005_000_000L);
    Parameters params = ONE.with("max_days", 1);
    for (int seed = 0; seed < 500; seed++) {
      long at = fill("derive.after_parent", MOMENT, params, List.of(start, end), seed).longAt(0);
      assertTrue(at >= start.longAt(0) && at <= end.longAt(0), "at " + at);
    }
    Parameters late = params.with("min_seconds", 60);
    assertEquals(
        end.longAt(0), fill("derive.after_parent", MOMENT, late, List.of(start, end), 0).longAt(0));
    end.setNull(0);
    long later = fill("derive.after_parent", MOMENT, late, List.of(start, end), 0).longAt(0);
    assertTrue(later >= start.longAt(0) + 60_000_000, "at " + later);
  }

  @Test
  void rowsWithoutAParentGetNullOrAnyMoment() {
    ColumnVector none = new ColumnVector(DATE, 1);
    none.setNull(0);
    assertTrue(one("derive.after_parent", DATE, ONE, none).isNull(0));
    Parameters plain = ONE.with("without_parent", "plain");
    assertTrue(!one("derive.after_parent", DATE, plain, none).isNull(0));
  }

  @Test
  void updatesFromTheVeryMomentOn() {
    ColumnVector created = longs(MOMENT, 1_000_000_000_000_001L);
    Parameters params = ONE.with("max_days", 0);
    ColumnVector out = one("derive.updated_after_created", MOMENT, params, created);
    assertEquals(1_000_000_000_000_001L, out.longAt(0));
  }

  @ParameterizedTest
  @CsvSource({"1999, 3, 0, 5997", "1999, 3, 100, 5897", "-5, 3, 0, -15"})
  void multipliesPriceAndQuantity(long price, long quantity, long discount, long total) {
    List<ColumnVector> inputs =
        List.of(
            longs(ValueType.numeric(10, 2), price),
            longs(INT, quantity),
            longs(ValueType.numeric(10, 2), discount));
    assertEquals(total, total(ValueType.numeric(12, 2), inputs).longAt(0));
  }

  @Test
  void roundsTotalsAwayFromZeroAsNumericDoes() {
    ColumnVector price = longs(ValueType.numeric(10, 3), 1005);
    ColumnVector one = longs(INT, 1);
    assertEquals(101, total(ValueType.numeric(12, 2), List.of(price, one)).longAt(0));
    ColumnVector refund = longs(ValueType.numeric(10, 3), -1005);
    assertEquals(-101, total(ValueType.numeric(12, 2), List.of(refund, one)).longAt(0));
  }

  @Test
  void cutsTotalsToTheColumn() {
    ColumnVector price = longs(ValueType.numeric(18, 0), 999_999_999_999_999_999L);
    ColumnVector quantity = longs(INT, 2_000_000_000);
    assertEquals(99_999, total(ValueType.numeric(5, 2), List.of(price, quantity)).longAt(0));
  }

  @Test
  void copiesAcrossTypesAsACastDoes() {
    assertEquals(12, same(INT, longs(ValueType.numeric(6, 2), 1150)).longAt(0));
    assertEquals(1200, same(ValueType.numeric(6, 2), longs(INT, 12)).longAt(0));
    assertEquals(19_999, same(DATE, longs(MOMENT, 20_000 * 86_400_000_000L - 1)).longAt(0));
    assertEquals(86_400_000_000L, same(MOMENT, longs(DATE, 1)).longAt(0));
    assertEquals("11.50", same(ValueType.text(), longs(ValueType.numeric(6, 2), 1150)).textAt(0));
    assertEquals("çã", same(ValueType.varchar(2), text("çãe")).textAt(0));
    assertEquals("1970-01-02", same(ValueType.text(), longs(DATE, 1)).textAt(0));
  }

  @Test
  void refusesInputsThatMakeNoSense() {
    assertEquals(
        "input_columns: must name 1 columns, was 0", refusal("derive.same", INT, List.of()));
    assertEquals(
        "input_columns: must name columns of numbers, was date",
        refusal("derive.money_total", INT, List.of(INT, DATE)));
    assertEquals(
        "input_columns: date cannot be copied to int4", refusal("derive.same", INT, List.of(DATE)));
  }

  private static String refusal(String id, ValueType type, List<ValueType> inputs) {
    GeneratorRequest request =
        new GeneratorRequest(ONE, type, inputs, "pt_BR", LocalDate.EPOCH, false);
    return assertThrows(IllegalArgumentException.class, () -> factory(id).create(request))
        .getMessage();
  }

  private static ColumnVector total(ValueType type, List<ColumnVector> inputs) {
    return fill("derive.money_total", type, ONE, inputs, 0);
  }

  private static ColumnVector same(ValueType type, ColumnVector input) {
    return one("derive.same", type, ONE, input);
  }

  private static ColumnVector one(
      String id, ValueType type, Parameters params, ColumnVector input) {
    return one(id, type, params, input, 0);
  }

  private static ColumnVector one(
      String id, ValueType type, Parameters params, ColumnVector input, int seed) {
    return fill(id, type, params, List.of(input), seed);
  }

  private static ColumnVector fill(
      String id, ValueType type, Parameters params, List<ColumnVector> inputs, int seed) {
    List<ValueType> types = inputs.stream().map(ColumnVector::type).toList();
    GeneratorRequest request =
        new GeneratorRequest(params, type, types, "pt_BR", LocalDate.of(2026, 1, 1), false);
    ColumnVector out = new ColumnVector(type, 1);
    factory(id).create(request).fill(new Cells(seed, new RowSet(1).setRange(0, 1), inputs), out);
    return out;
  }

  private static GeneratorFactory factory(String id) {
    return new DeriveGenerators()
        .factories().stream()
            .filter(f -> f.declaration().id().equals(id))
            .findFirst()
            .orElseThrow();
  }

  private static ColumnVector longs(ValueType type, long value) {
    ColumnVector column = new ColumnVector(type, 1);
    column.setLong(0, value);
    return column;
  }

  private static ColumnVector text(String value) {
    ColumnVector column = new ColumnVector(ValueType.text(), 1);
    column.setText(0, value);
    return column;
  }
}
