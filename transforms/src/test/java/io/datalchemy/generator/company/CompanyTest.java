package io.datalchemy.generator.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.PieceTexts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompanyTest {
  private static final int COUNT = 10_000;
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
  private static final Set<String> STATES =
      Set.of(
          "11", "12", "13", "14", "15", "16", "17", "21", "22", "23", "24", "25", "26", "27", "28",
          "29", "31", "32", "33", "35", "41", "42", "43", "50", "51", "52", "53");

  /** The manual's rules, on a string. */
  private static void assertKey(String key, String model) {
    assertTrue(key.matches("\\d{44}"), key);
    int sum = 0;
    int weight = 2;
    for (int k = 42; k >= 0; k--) {
      sum += (key.charAt(k) - '0') * weight;
      weight = weight == 9 ? 2 : weight + 1;
    }
    int rest = sum % 11;
    assertEquals(rest == 0 || rest == 1 ? 0 : 11 - rest, key.charAt(43) - '0', key);
    assertTrue(STATES.contains(key.substring(0, 2)), key);
    YearMonth month =
        YearMonth.of(
            2000 + Integer.parseInt(key.substring(2, 4)), Integer.parseInt(key.substring(4, 6)));
    assertTrue(!month.isAfter(YearMonth.from(AS_OF)) && month.isAfter(YearMonth.of(2021, 3)), key);
    assertTrue(isCnpj(key.substring(6, 20)), key);
    assertEquals(model, key.substring(20, 22));
    long invoice = Long.parseLong(key.substring(25, 34));
    long code = Long.parseLong(key.substring(35, 43));
    assertTrue(invoice > 0 && invoice != code && key.charAt(34) == '1', key);
    assertTrue(key.substring(35, 43).chars().distinct().count() > 1 && code != 23_456_789, key);
  }

  private static boolean isCnpj(String text) {
    int[] weights = {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    for (int length = 12; length <= 13; length++) {
      int sum = 0;
      for (int k = 0; k < length; k++) {
        sum += (text.charAt(k) - '0') * weights[k + 13 - length];
      }
      if (text.charAt(length) - '0' != (sum % 11 < 2 ? 0 : 11 - sum % 11)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void invoiceKeysAreValid() {
    PieceTexts.drawn(new InvoiceKey(55, AS_OF), COUNT).forEach(key -> assertKey(key, "55"));
    List<String> numbered = PieceTexts.numbered(new InvoiceKey(65, AS_OF), COUNT);
    numbered.forEach(key -> assertKey(key, "65"));
    assertEquals(COUNT, new HashSet<>(numbered).size());
    assertKey(PieceTexts.numbered(new InvoiceKey(55, AS_OF), 9_999_999L * 9_000_000 - 1), "55");
  }

  @Test
  void activitiesHaveACodeAndWordsEach() {
    Activities activities = Activities.brazil();
    assertTrue(activities.rows().size() >= 100, () -> "" + activities.rows().size());
    activities.rows().forEach(row -> assertEquals(4, row.size(), () -> "" + row));
    assertEquals(activities.rows().size(), activities.codes(false).size());
    assertEquals(activities.rows().size(), activities.names().size());
    PieceTexts.drawn(activities.codes(true), 500)
        .forEach(code -> assertTrue(code.matches("\\d{4}-\\d/\\d{2}"), code));
  }

  @Test
  void legalAndTradeNamesLookTheirPart() {
    PieceTexts.drawn(CompanyNames.legal(), 1_000)
        .forEach(name -> assertTrue(name.matches(".+ & .+ (Ltda|S\\.A\\.|ME|EPP)"), name));
    List<String> trade = PieceTexts.numbered(CompanyNames.trade(), COUNT);
    assertEquals(COUNT, new HashSet<>(trade).size());
  }

  @Test
  void productsAreOfTheirCategory() {
    Products products = Products.brazil();
    assertEquals(products.all().size(), new HashSet<>(products.all()).size());
    List<String> shoes = products.of("Calçados");
    PieceTexts.drawn(Products.named(shoes), 500)
        .forEach(name -> assertTrue(shoes.stream().anyMatch(shoe -> name.startsWith(shoe)), name));
    assertThrows(IllegalArgumentException.class, () -> products.of("Nada"));
  }
}
