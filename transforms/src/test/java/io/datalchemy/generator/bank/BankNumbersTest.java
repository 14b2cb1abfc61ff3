package io.datalchemy.generator.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.PieceTexts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BankNumbersTest {
  private static final int COUNT = 10_000;

  /** Banco do Brasil's rule on a string: weights 9 down to 2, aligned at the right. */
  private static boolean isChecked(String text) {
    int sum = 0;
    String number = text.substring(0, text.length() - 2);
    for (int k = 0; k < number.length(); k++) {
      sum += (number.charAt(k) - '0') * (number.length() + 1 - k);
    }
    int rest = sum % 11;
    String digit = rest == 0 ? "0" : rest == 1 ? "X" : Integer.toString(11 - rest);
    return text.matches("\\d{4,8}-[0-9X]") && text.endsWith("-" + digit);
  }

  @Test
  void branchesAndAccountsHaveRightCheckDigits() {
    assertTrue(isChecked("1584-9"));
    for (Piece piece :
        List.of(
            new CheckedNumber(1, 9999, 4, true), new CheckedNumber(10_000, 99_999_999, 1, true))) {
      PieceTexts.drawn(piece, COUNT).forEach(text -> assertTrue(isChecked(text), text));
    }
  }

  @Test
  void accountsFitIntoShortColumns() {
    Piece accounts = new CheckedNumber(10_000, 99_999_999, 1, true);
    for (int chars = accounts.minChars(); chars <= accounts.maxChars(); chars++) {
      int room = chars;
      List<String> texts = PieceTexts.drawn(accounts.within(chars), COUNT);
      texts.forEach(text -> assertTrue(text.length() <= room && isChecked(text), text));
    }
    assertThrows(IllegalArgumentException.class, () -> accounts.within(6));
  }

  private static String kind(String key) {
    if (key.matches("\\d{11}")) {
      return "cpf";
    }
    if (key.matches("\\d{14}")) {
      return "cnpj";
    }
    if (key.matches("\\+55\\d{2}90\\d{7}")) {
      return "phone";
    }
    if (key.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")) {
      return "random";
    }
    return key.matches("[a-z.0-9]+@example\\.(com|org|net)") && key.length() <= 77
        ? "email"
        : "none";
  }

  @Test
  void pixKeysAreOfTheKindsInTheirShares() {
    Map<String, Long> counts =
        PieceTexts.drawn(PixKeys.mixed(), COUNT).stream()
            .collect(Collectors.groupingBy(BankNumbersTest::kind, Collectors.counting()));
    Map.of("cpf", 0.24, "cnpj", 0.03, "phone", 0.18, "email", 0.14, "random", 0.41)
        .forEach(
            (kind, share) -> assertEquals(share, (double) counts.get(kind) / COUNT, 0.02, kind));
    assertEquals(5, counts.size());
    for (String type : List.of("cpf", "cnpj", "phone", "email", "random")) {
      PieceTexts.drawn(PixKeys.of(type), 500).forEach(key -> assertEquals(type, kind(key), key));
    }
    assertThrows(IllegalArgumentException.class, () -> PixKeys.of("rg"));
  }

  @Test
  void banksHaveCodesOfThreeDigitsOfTheirOwn() {
    Banks banks = Banks.brazil();
    assertEquals(banks.codes().size(), new HashSet<>(banks.codes()).size());
    assertEquals(banks.names().size(), new HashSet<>(banks.names()).size());
    banks.codes().forEach(code -> assertTrue(code.matches("\\d{3}"), code));
    assertEquals("Banco do Brasil S.A.", banks.names().get(banks.codes().indexOf("001")));
  }
}
