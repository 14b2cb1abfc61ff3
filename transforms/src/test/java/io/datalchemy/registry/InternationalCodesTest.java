package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.type.ValueType;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Codes with check digits, checked by the public rules in another form than the one they are made
 * by.
 */
class InternationalCodesTest {
  private static final int ROWS = 10_000;
  private static final Generators GENERATORS = Generators.builtIn();

  @ParameterizedTest
  @CsvSource({"pt_BR, 85", "en_US, 1"})
  void booksHaveRightCheckDigitsOfTheirGroup(String locale, String group) {
    for (String isbn : texts("faker.barcode.raw.Isbn10", locale)) {
      assertTrue(isbn.startsWith(group) && isIsbn10(isbn), isbn);
    }
    for (String isbn : texts("faker.barcode.raw.Isbn13", locale)) {
      assertTrue(isbn.startsWith("978" + group) && isIsbn13(isbn), isbn);
    }
    for (String isbn : texts("faker.barcode.raw.Isbn", locale)) {
      assertTrue(isIsbn10(isbn) || isIsbn13(isbn), isbn);
    }
  }

  @Test
  void thisTestsRulesKnowRealNumbersFromWrongOnes() {
    assertTrue(isIsbn10("0306406152") && isIsbn10("080442957X") && !isIsbn10("0306406153"));
    assertTrue(isIsbn13("9780306406157") && !isIsbn13("9780306406158"));
    assertTrue(isLuhn("4111111111111111") && !isLuhn("4111111111111112"));
    assertTrue(isIsin("US0378331005") && isIsin("BRPETRACNPR6") && !isIsin("US0378331006"));
  }

  /** The sum of the running sums is a multiple of eleven. */
  private static boolean isIsbn10(String isbn) {
    int sum = 0;
    int sumOfSums = 0;
    for (int at = 0; at < isbn.length(); at++) {
      sum += isbn.charAt(at) == 'X' ? 10 : isbn.charAt(at) - '0';
      sumOfSums += sum;
    }
    return isbn.matches("\\d{9}[\\dX]") && sumOfSums % 11 == 0;
  }

  private static boolean isIsbn13(String isbn) {
    int odd = isbn.chars().map(c -> c - '0').sum();
    int even = 0;
    for (int at = 1; at < isbn.length(); at += 2) {
      even += isbn.charAt(at) - '0';
    }
    return isbn.matches("\\d{13}") && (odd + 2 * even) % 10 == 0;
  }

  @Test
  void securitiesHaveRightCheckDigits() {
    for (String isin : texts("faker.finance.raw.Isin", "pt_BR")) {
      assertTrue(isin.startsWith("BR") && isIsin(isin), isin);
    }
  }

  private static boolean isIsin(String isin) {
    StringBuilder digits = new StringBuilder();
    isin.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    return isin.matches("[A-Z]{2}[A-Z0-9]{9}\\d") && isLuhn(digits.toString());
  }

  /** From the right, each second digit is replaced by what a table says of it. */
  private static boolean isLuhn(String digits) {
    int[] doubled = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
    int sum = 0;
    String reversed = new StringBuilder(digits).reverse().toString();
    for (int at = 0; at < reversed.length(); at++) {
      int digit = reversed.charAt(at) - '0';
      sum += at % 2 == 0 ? digit : doubled[digit];
    }
    return new BigInteger(digits).signum() > 0 && sum % 10 == 0;
  }

  @ParameterizedTest
  @CsvSource({
    "visa, (400000|411111)\\d{10}",
    "mastercard, (510510|555555)\\d{10}",
    "amex, (371449|378282)\\d{9}",
    "discover, (601100|601111)\\d{10}",
  })
  void cardsBeginAsTestCardsDoAndHaveRightCheckDigits(String network, String form) {
    Parameters params = Parameters.none().with("network", network);
    GeneratorCall call = GeneratorCall.of("faker.creditcard.raw.CreditCardNumber", params);
    for (String card : texts(call)) {
      assertTrue(card.matches(form) && isLuhn(card), card);
    }
  }

  @Test
  void cardsOfAllNetworksComeWithoutAChoice() {
    TreeSet<String> heads = new TreeSet<>();
    for (String card : texts("faker.creditcard.raw.CreditCardNumber", "pt_BR")) {
      assertTrue(isLuhn(card), card);
      heads.add(card.substring(0, 6));
    }
    assertEquals(
        "[371449, 378282, 400000, 411111, 510510, 555555, 601100, 601111]", heads.toString());
    assertEquals(
        List.of(
            "faker.creditcard.raw.CreditCardNumber: network: must be visa, mastercard, amex or"
                + " discover, was 'elo'"),
        GENERATORS.check(
            GeneratorCall.of(
                "faker.creditcard.raw.CreditCardNumber", Parameters.none().with("network", "elo")),
            ValueType.text()));
  }

  @ParameterizedTest
  @CsvSource({"pt_BR, BR", "en_US, US"})
  void banksAreOfTestSystems(String locale, String country) {
    for (String bic : texts("faker.finance.raw.Bic", locale)) {
      assertTrue(bic.matches("[A-Z]{4}" + country + "[A-Z]0"), bic);
    }
  }

  private static List<String> texts(String id, String locale) {
    return texts(new GeneratorCall(id, Optional.of(locale), Parameters.none()));
  }

  private static List<String> texts(GeneratorCall call) {
    ValueType type = ValueType.text();
    ValueGenerator generator = GENERATORS.create(call, type, List.of(), false);
    return Filled.texts(Filled.column(generator, type, ROWS, List.of()), ROWS);
  }
}
