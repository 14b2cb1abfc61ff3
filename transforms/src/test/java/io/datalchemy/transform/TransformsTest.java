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
import io.datalchemy.transform.mask.MaskKey;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cpf; 529.982.247-25; \\d{3}\\.\\d{3}\\.\\d{2}7-\\d{2}",
        "cpf; 52998224725; \\d{8}7\\d{2}",
        "cnpj; 11.222.333/0001-81; \\d{2}\\.\\d{3}\\.\\d{3}/0001-\\d{2}",
        "cnpj; 12.ABC.345/01DE-35; \\d{2}\\.[A-Z]{3}\\.\\d{3}/01DE-\\d{2}",
        "card; 4111 1111 1111 1111; 4111 11\\d{2} \\d{4} \\d{4}",
        "phone; (11) 90123-4567; \\(11\\) 90\\d{3}-\\d{4}",
        "phone; +5521901234567; \\+552190\\d{7}",
        "phone; (212) 555-0142; \\(212\\) 555-01\\d{2}",
        "email; ana.silva7@example.com; [a-z]{3}\\.[a-z]{5}\\d@example\\.com",
      })
  void keepsWhatMakesTheForm(String form, String text, String pattern) {
    String masked = maskedAs(form, text);
    assertTrue(masked.matches(pattern), masked);
    assertNotEquals(text, masked);
    assertTrue(form.equals("phone") || form.equals("email") || isValid(form, masked), masked);
  }

  /** Receita Federal's and Luhn's rules as they are tested: the whole sum leaves nothing over. */
  private static boolean isValid(String form, String text) {
    int[] values = text.replaceAll("[^0-9A-Z]", "").chars().map(c -> c - '0').toArray();
    int last = values.length - 1;
    if (form.equals("card")) {
      int sum = 0;
      for (int k = 0; k <= last; k++) {
        int counted = (last - k) % 2 == 1 ? values[k] * 2 : values[k];
        sum += counted / 10 + counted % 10;
      }
      return sum % 10 == 0;
    }
    int cycle = form.equals("cpf") ? 99 : 8;
    for (int digit = last - 1; digit <= last; digit++) {
      int sum = 0;
      for (int k = 0; k < digit; k++) {
        sum += values[k] * (2 + (digit - 1 - k) % cycle);
      }
      if (values[digit] != (sum * 10) % 11 % 10) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @CsvSource({"cpf, %03d.982.247-25", "card, 41111111111%05d", "phone, (11) 9012%d-4567"})
  void keepsTextsOfAFormAndAllOthersDifferent(String form, String pattern) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      assertTrue(seen.add(maskedAs(form, String.format(Locale.ROOT, pattern, i))), "text " + i);
    }
  }

  @Test
  void readsTheSecretFromAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), " k1\n");
    Map<String, String> named = Map.of(MaskKey.FILE_VARIABLE, file.toString());
    assertEquals(Optional.of("k1"), MaskKey.find(named));
    assertEquals(Optional.of("k2"), MaskKey.find(Map.of(MaskKey.VARIABLE, "k2")));
    assertEquals(Optional.empty(), MaskKey.find(Map.of(MaskKey.VARIABLE, "")));
    assertEquals(
        "DATALCHEMY_MASK_KEY_FILE: must name a file of UTF-8 text that can be read, was /no/key",
        refused(Map.of(MaskKey.FILE_VARIABLE, "/no/key")));
    assertEquals(
        "DATALCHEMY_MASK_KEY: must not be set together with DATALCHEMY_MASK_KEY_FILE; unset one of"
            + " them",
        refused(Map.of(MaskKey.VARIABLE, "k", MaskKey.FILE_VARIABLE, file.toString())));
    Files.writeString(file, "\n");
    assertEquals(
        "DATALCHEMY_MASK_KEY_FILE: must name a file with a key in it, " + file + " is empty",
        refused(named));
  }

  private static String refused(Map<String, String> environment) {
    return assertThrows(IllegalArgumentException.class, () -> MaskKey.find(environment))
        .getMessage();
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
        "mask; {\"mode\": \"hash\", \"format\": \"cpf\"}; format: takes mode format_preserving",
        "mask; {\"mode\": \"format_preserving\", \"format\": \"rg\"}; format: must be one of text,"
            + " email, cpf, cnpj, card, phone, was 'rg'",
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

  private static String maskedAs(String form, String text) {
    GeneratorRequest request =
        request(
            ValueType.text(), "{\"mode\": \"format_preserving\", \"format\": \"" + form + "\"}");
    return apply(Mask.transform(request, Optional.of("k")), ValueType.text(), text(text), 1)
        .textAt(0);
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
