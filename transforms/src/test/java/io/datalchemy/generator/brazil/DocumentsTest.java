package io.datalchemy.generator.brazil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents against validators written from the rules, on strings, apart from the generator's. */
class DocumentsTest {
  private static final int COUNT = 10_000;

  @Test
  void cpfsAreValid() {
    assertAll(Documents.cpf(false), DocumentsTest::isCpf);
    assertAll(Documents.cpf(true), text -> isCpf(text.replaceAll("[.-]", "")));
    assertTrue(
        texts(Documents.cpf(true)).stream()
            .allMatch(t -> t.matches("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}")));
  }

  @Test
  void knownDocumentsAreValid() {
    assertTrue(isCpf("52998224725"));
    assertTrue(isCnpj("11222333000181"));
    assertTrue(isCnpj("12ABC34501DE35"));
    assertEquals(25, CheckDigits.cpf(529_982_247));
    assertEquals(81, CheckDigits.cnpj(11_222_333, 1, 10));
  }

  @Test
  void noCpfRepeatsOneDigit() {
    for (long k = 0; k < 10; k++) {
      for (long near = -2; near <= 2; near++) {
        long index = k * 111_111_111L - k - 1 + near;
        if (index >= 0 && index < Documents.cpf(false).size()) {
          assertTrue(isCpf(text(Documents.cpf(false), index)));
        }
      }
    }
    assertEquals("00000000191", text(Documents.cpf(false), 0));
    assertEquals("999999998", text(Documents.cpf(false), 999_999_989).substring(0, 9));
  }

  @Test
  void cnpjsAreValid() {
    assertAll(new Cnpj(false, 1, false), DocumentsTest::isCnpj);
    assertAll(new Cnpj(false, 9999, true), text -> isCnpj(text.replaceAll("[./-]", "")));
    assertAll(new Cnpj(true, 1, false), DocumentsTest::isCnpj);
    assertTrue(
        texts(new Cnpj(true, 3, true)).stream()
            .allMatch(t -> t.matches("[0-9A-Z]{2}\\.[0-9A-Z]{3}\\.[0-9A-Z]{3}/000[123]-\\d{2}")));
  }

  @Test
  void pisRgAndCnhAreValid() {
    assertAll(Documents.pis(false), DocumentsTest::isPis);
    assertAll(Documents.rg(false), DocumentsTest::isRg);
    assertAll(Documents.cnh(), DocumentsTest::isCnh);
  }

  @Test
  void lettersCountTheBranchesOfAlphanumericCnpjs() {
    Piece branches = new Cnpj(true, 1_679_615, false);
    assertAll(branches, DocumentsTest::isCnpj);
    assertTrue(texts(branches).stream().anyMatch(text -> text.matches(".{8}[0-9A-Z]*[A-Z].*")));
    long roots = new Cnpj(true, 1, false).size();
    assertEquals("000000010001", text(branches, 0).substring(0, 12));
    assertEquals("00000001000A", text(branches, 9 * roots).substring(0, 12));
    assertEquals("00000001ZZZZ", text(branches, 1_679_614 * roots).substring(0, 12));
  }

  @Test
  void everyDigitOfACpfAndOfACnpjIsAsLikelyAsTheOther() {
    List<String> cpfs = texts(Documents.cpf(false));
    List<String> cnpjs = texts(new Cnpj(false, 1, false));
    IntStream.range(0, 9).forEach(place -> assertUniform(cpfs, place, 10));
    IntStream.range(0, 8).forEach(place -> assertUniform(cnpjs, place, 10));
    IntStream.range(0, 8)
        .forEach(place -> assertUniform(texts(new Cnpj(true, 1, false)), place, 36));
  }

  /** Chi-square against the 99.99 % quantile of that many degrees of freedom, rounded up. */
  private static void assertUniform(List<String> texts, int place, int values) {
    Map<Character, Integer> counts = new HashMap<>();
    texts.forEach(text -> counts.merge(text.charAt(place), 1, Integer::sum));
    double expected = (double) texts.size() / values;
    double chiSquare =
        counts.values().stream().mapToDouble(n -> (n - expected) * (n - expected) / expected).sum()
            + (values - counts.size()) * expected;
    assertTrue(chiSquare < (values == 10 ? 34 : 75), "place " + place + ": " + chiSquare);
  }

  private static boolean isCpf(String text) {
    if (!text.matches("\\d{11}") || text.chars().distinct().count() == 1) {
      return false;
    }
    return cpfDigit(text, 9) == text.charAt(9) - '0' && cpfDigit(text, 10) == text.charAt(10) - '0';
  }

  private static int cpfDigit(String text, int length) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (text.charAt(i) - '0') * (length + 1 - i);
    }
    int rest = 11 - sum % 11;
    return rest > 9 ? 0 : rest;
  }

  private static boolean isCnpj(String text) {
    int[] weights = {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    return text.matches("[0-9A-Z]{12}\\d{2}")
        && text.chars().distinct().count() > 1
        && cnpjDigit(text, 12, weights) == text.charAt(12) - '0'
        && cnpjDigit(text, 13, weights) == text.charAt(13) - '0';
  }

  private static int cnpjDigit(String text, int length, int[] weights) {
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (text.charAt(i) - 48) * weights[i + weights.length - length];
    }
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
  }

  private static boolean isPis(String text) {
    int[] weights = {3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = IntStream.range(0, 10).map(i -> (text.charAt(i) - '0') * weights[i]).sum();
    int rest = 11 - sum % 11;
    return text.matches("\\d{11}") && text.charAt(10) - '0' == (rest > 9 ? 0 : rest);
  }

  private static boolean isRg(String text) {
    int sum = IntStream.range(0, 8).map(i -> (text.charAt(i) - '0') * (i + 2)).sum();
    int digit = text.charAt(8) == 'X' ? 10 : text.charAt(8) - '0';
    return text.matches("\\d{8}[0-9X]") && (sum + digit) % 11 == 0;
  }

  private static boolean isCnh(String text) {
    int first = IntStream.range(0, 9).map(i -> (text.charAt(i) - '0') * (9 - i)).sum() % 11;
    int second = IntStream.range(0, 9).map(i -> (text.charAt(i) - '0') * (i + 1)).sum() % 11;
    return text.matches("\\d{11}")
        && first < 10
        && text.charAt(9) - '0' == first
        && text.charAt(10) - '0' == (second > 9 ? 0 : second);
  }

  private static void assertAll(Piece piece, Predicate<String> isValid) {
    for (String text : texts(piece)) {
      assertTrue(isValid.test(text), text);
    }
  }

  private static List<String> texts(Piece piece) {
    List<String> texts = new ArrayList<>();
    ColumnVector out = new ColumnVector(ValueType.text(), COUNT);
    for (int i = 0; i < COUNT; i++) {
      out.begin(i);
      piece.draw(CellRandom.bits(3, i), out);
      out.end(i);
      texts.add(out.textAt(i));
    }
    return texts;
  }

  private static String text(Piece piece, long index) {
    ColumnVector out = new ColumnVector(ValueType.text(), 1);
    out.begin(0);
    piece.put(index, out);
    out.end(0);
    return out.textAt(0);
  }
}
