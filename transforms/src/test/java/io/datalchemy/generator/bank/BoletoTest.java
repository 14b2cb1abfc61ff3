package io.datalchemy.generator.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.PieceTexts;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a reader of lines written from the rules, on strings, apart from the generator's. */
class BoletoTest {
  private static final int COUNT = 5_000;
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
  private static final int[] BANKS = {1, 237, 341};

  private static String barCodeOf(String line) {
    assertTrue(line.matches("\\d{47}"), line);
    for (int[] field : new int[][] {{0, 9}, {10, 20}, {21, 31}}) {
      String digits = line.substring(field[0], field[1]);
      assertEquals(line.charAt(field[1]) - '0', luhn(digits), line);
    }
    return line.substring(0, 4)
        + line.substring(32)
        + line.substring(4, 9)
        + line.substring(10, 20)
        + line.substring(21, 31);
  }

  /** The digit that Luhn's test accepts: modulo 10 with weights 2 and 1 is Luhn's. */
  private static int luhn(String digits) {
    for (int digit = 0; digit < 10; digit++) {
      int sum = digit;
      for (int k = 0; k < digits.length(); k++) {
        int value = digits.charAt(digits.length() - 1 - k) - '0';
        int product = k % 2 == 0 ? 2 * value : value;
        sum += product > 9 ? product - 9 : product;
      }
      if (sum % 10 == 0) {
        return digit;
      }
    }
    return -1;
  }

  private static void assertBarCode(String code) {
    assertTrue(code.matches("(001|237|341)9\\d{40}"), code);
    String rest = code.substring(0, 4) + code.substring(5);
    int sum = 0;
    for (int k = 0; k < rest.length(); k++) {
      sum +=
          (rest.charAt(rest.length() - 1 - k) - '0') * "23456789".charAt(k % 8)
              - '0' * (rest.charAt(rest.length() - 1 - k) - '0');
    }
    int digit = 11 - sum % 11;
    assertEquals(digit == 10 || digit == 11 ? 1 : digit, code.charAt(4) - '0', code);
    int amount = Integer.parseInt(code.substring(9, 19));
    assertTrue(amount >= 1_000 && amount <= 500_000, code);
    LocalDate due =
        LocalDate.of(2025, 2, 22).plusDays(Integer.parseInt(code.substring(5, 9)) - 1000L);
    assertTrue(due.isAfter(AS_OF) && !due.isAfter(AS_OF.plusDays(60)), code);
  }

  @Test
  void linesAndBarCodesAreValid() {
    List<String> lines = PieceTexts.drawn(new Boleto(BANKS, AS_OF, Boleto.Form.LINE), COUNT);
    lines.forEach(line -> assertBarCode(barCodeOf(line)));
    PieceTexts.drawn(new Boleto(BANKS, AS_OF, Boleto.Form.BAR_CODE), COUNT)
        .forEach(BoletoTest::assertBarCode);
  }

  @Test
  void theBarCodeOfALineIsThatOfTheSameNumber() {
    Boleto lines = new Boleto(BANKS, AS_OF, Boleto.Form.LINE);
    Boleto codes = new Boleto(BANKS, AS_OF, Boleto.Form.BAR_CODE);
    Boleto formatted = new Boleto(BANKS, AS_OF, Boleto.Form.FORMATTED_LINE);
    for (long index = 0; index < COUNT; index++) {
      String line = PieceTexts.numbered(lines, index * 199_999_999_999_999L);
      assertEquals(PieceTexts.numbered(codes, index * 199_999_999_999_999L), barCodeOf(line));
      String spaced = PieceTexts.numbered(formatted, index * 199_999_999_999_999L);
      assertTrue(
          spaced.matches("\\d{5}\\.\\d{5} \\d{5}\\.\\d{6} \\d{5}\\.\\d{6} \\d \\d{14}"), spaced);
      assertEquals(line, spaced.replaceAll("[. ]", ""));
    }
  }

  @Test
  void noTwoNumbersGiveOneLine() {
    Boleto lines = new Boleto(BANKS, AS_OF, Boleto.Form.LINE);
    List<String> all = PieceTexts.numbered(lines, COUNT);
    assertEquals(COUNT, new HashSet<>(all).size());
  }

  /** The dates that FEBRABAN gives. */
  @ParameterizedTest
  @CsvSource({
    "2000-07-03,1000",
    "2000-07-04,1001",
    "2002-05-01,1667",
    "2025-02-21,9999",
    "2025-02-22,1000",
    "2025-02-23,1001",
    "2049-10-13,9999",
    "2049-10-14,1000",
    "1999-01-01,0"
  })
  void theFactorStartsAgainIn2025(LocalDate due, int factor) {
    assertEquals(factor, Boleto.dueFactor(due));
  }
}
