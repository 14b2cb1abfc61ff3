package io.datalchemy.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.json.Json;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformsTest {
  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");

  @Test
  void makesTheGivenShareNull() {
    int rows = 20_000;
    ColumnVector in = new ColumnVector(INT, rows);
    IntStream.range(0, rows).forEach(i -> in.setLong(i, i));
    ColumnVector out = applied("null_rate", INT, "{\"rate\": 0.25}", in, rows);
    long nulls = IntStream.range(0, rows).filter(out::isNull).count();
    assertTrue(Math.abs(nulls - 5000) < 250, "nulls: " + nulls);
    IntStream.range(0, rows)
        .filter(i -> !out.isNull(i))
        .forEach(i -> assertEquals(i, out.longAt(i)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "truncate; {\"max_len\": 3}; ação longa; açã",
        "format; {\"format\": \"<{value}>\"}; x; <x>",
        "format; {\"template\": \"{value}-{value}\"}; x; x-x",
        "prefix_suffix; {\"prefix\": \"A-\", \"suffix\": \"-Z\"}; é; A-é-Z",
        "casing; {\"mode\": \"upper\"}; Istambul ção; ISTAMBUL ÇÃO",
        "casing; {\"mode\": \"lower\"}; ISTAMBUL ÇÃO; istambul ção",
        "casing; {\"mode\": \"title\"}; maria da SILVA; Maria Da Silva",
        "mask; {}; João 12; *******",
        "mask; {\"mode\": \"redact\", \"mask_char\": \"█\"}; ab; ██",
      })
  void changesText(String name, String params, String text, String expected) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals(expected, one(name, ValueType.text(), params, text));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "format; {\"format\": \"<{value}>\"}; <abc",
        "prefix_suffix; {\"prefix\": \"A-\", \"suffix\": \"Z\"}; A-aZ",
        "casing; {\"mode\": \"upper\"}; ABCD",
        "mask; {\"mode\": \"redact\"}; ****",
      })
  void neverOutgrowsTheColumn(String name, String params, String expected) {
    assertEquals(expected, one(name, ValueType.varchar(4), params, "abcd"));
  }

  @Test
  void leavesNullAlone() {
    ColumnVector in = new ColumnVector(ValueType.text(), 1);
    in.setNull(0);
    for (String call :
        List.of("casing {\"mode\": \"upper\"}", "mask {}", "format {\"format\": \"{value}\"}")) {
      String[] parts = call.split(" ", 2);
      assertTrue(applied(parts[0], ValueType.text(), parts[1], in, 1).isNull(0));
    }
  }

  @Test
  void choosesByWeightInTheColumnsType() {
    int rows = 20_000;
    ColumnVector in = new ColumnVector(INT, rows);
    IntStream.range(0, rows).forEach(i -> in.setLong(i, 0));
    String choices =
        "{\"choices\": [{\"value\": 1, \"weight\": 3}, {\"value\": \"2\", \"weight\": 1}]}";
    ColumnVector out = applied("weighted_choice", INT, choices, in, rows);
    long ones = IntStream.range(0, rows).filter(i -> out.longAt(i) == 1).count();
    assertTrue(Math.abs(ones - 15_000) < 300, "ones: " + ones);
    assertTrue(IntStream.range(0, rows).allMatch(i -> out.longAt(i) == 1 || out.longAt(i) == 2));
  }

  @Test
  void hashesWithTheSecretThatIsGiven() {
    String bySeed = masked("hash", "ana", Optional.empty());
    String bySecret = masked("hash", "ana", Optional.of("k1"));
    assertTrue(bySecret.matches("[0-9a-f]{64}"));
    assertEquals(bySecret, masked("hash", "ana", Optional.of("k1")));
    assertEquals(
        4,
        Set.of(
                bySeed,
                bySecret,
                masked("hash", "ana", Optional.of("k2")),
                masked("hash", "bia", Optional.empty()))
            .size());
  }

  @Test
  void keepsTheFormAndTheDomain() {
    String cpf = masked("format_preserving", "529.982.247-25", Optional.of("k"));
    assertTrue(cpf.matches("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}"), cpf);
    assertNotEquals("529.982.247-25", cpf);
    String email = masked("format_preserving", "Ana.silva7@example.com", Optional.of("k"));
    assertTrue(email.matches("[A-Z][a-z]{2}\\.[a-z]{5}\\d@example\\.com"), email);
  }

  @Test
  void keepsDifferentTextsDifferent() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      seen.add(masked("format_preserving", "%04d".formatted(i), Optional.of("k")));
    }
    assertEquals(10_000, seen.size());
    String a = masked("format_preserving", "aaaaaaaaaaaaaaab", Optional.of("k"));
    String b = masked("format_preserving", "aaaaaaaaaaaaaaac", Optional.of("k"));
    long same = IntStream.range(0, 16).filter(i -> a.charAt(i) == b.charAt(i)).count();
    assertTrue(same < 6, a + " " + b);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "casing; {\"mode\": \"loud\"}; mode: must be upper, lower or title, was 'loud'",
        "mask; {\"mode\": \"rot13\"}; mode: must be hash, redact or format_preserving, was 'rot13'",
        "mask; {\"mask_char\": \"ab\"}; mask_char: must be one character, was 'ab'",
        "format; {}; format: missing",
        "format; {\"format\": \"x\"}; format: must hold {value}, was 'x'",
        "truncate; {\"max_len\": -1}; max_len: must not be negative, was -1",
      })
  void refusesWhatMakesNoSense(String name, String params, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> transform(name, ValueType.text(), params));
    assertEquals(message, e.getMessage());
  }

  @Test
  void refusesColumnsThatAreNotText() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> transform("casing", INT, "{\"mode\": \"upper\"}"));
    assertEquals("type: must be text, was int4; remove the transform", e.getMessage());
  }

  private static String masked(String mode, String text, Optional<String> secret) {
    GeneratorRequest request = request(ValueType.text(), "{\"mode\": \"" + mode + "\"}");
    return apply(Mask.transform(request, secret), ValueType.text(), text(text), 1).textAt(0);
  }

  private static String one(String name, ValueType type, String params, String text) {
    return applied(name, type, params, text(text), 1).textAt(0);
  }

  private static ColumnVector applied(
      String name, ValueType type, String params, ColumnVector in, int rows) {
    return apply(transform(name, type, params), type, in, rows);
  }

  private static ColumnVector apply(
      ValueTransform transform, ValueType type, ColumnVector in, int rows) {
    ColumnVector out = new ColumnVector(type, rows);
    transform.apply(new Cells(9, new RowSet(rows).setRange(0, rows), List.of()), in, out);
    return out;
  }

  private static ValueTransform transform(String name, ValueType type, String params) {
    return Transforms.factories().stream()
        .filter(f -> f.declaration().id().equals("transform." + name))
        .findFirst()
        .orElseThrow()
        .create(request(type, params));
  }

  private static GeneratorRequest request(ValueType type, String params) {
    try {
      Parameters read = Json.mapper().readValue(params, Parameters.class);
      return new GeneratorRequest(read, type, List.of(), "pt_BR", LocalDate.EPOCH, false);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ColumnVector text(String text) {
    ColumnVector column = new ColumnVector(ValueType.text(), 1);
    column.setText(0, text);
    return column;
  }
}
