package io.datalchemy.generator.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.PieceTexts;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against validators written from the rules, on strings, apart from the generators'. */
class DocumentsOfPeopleAndVehiclesTest {
  private static final int COUNT = 10_000;

  private static void assertAll(Piece piece, Predicate<String> isValid) {
    PieceTexts.drawn(piece, COUNT).forEach(text -> assertTrue(isValid.test(text), text));
    List<String> numbered = PieceTexts.numbered(piece, COUNT);
    numbered.forEach(text -> assertTrue(isValid.test(text), text));
    assertEquals(COUNT, new HashSet<>(numbered).size());
  }

  private static int dot(String digits, int... weights) {
    return IntStream.range(0, weights.length).map(i -> (digits.charAt(i) - '0') * weights[i]).sum();
  }

  private static boolean isTitle(String text) {
    int state = Integer.parseInt(text.substring(8, 10));
    int first = dot(text, 2, 3, 4, 5, 6, 7, 8, 9) % 11;
    first = first == 10 ? 0 : first == 0 && (state == 1 || state == 2) ? 1 : first;
    int second = dot(text.substring(8, 10) + first, 7, 8, 9) % 11;
    second = second == 10 ? 0 : second == 0 && (state == 1 || state == 2) ? 1 : second;
    return text.matches("\\d{12}")
        && state >= 1
        && state <= 27
        && text.endsWith("" + first + second);
  }

  @Test
  void votersTitlesAreValid() {
    assertAll(VoterTitle.ofAll(false), DocumentsOfPeopleAndVehiclesTest::isTitle);
    assertAll(VoterTitle.ofAll(true), text -> text.matches("\\d{4} \\d{4} \\d{4}"));
    assertAll(VoterTitle.of("SP", false), text -> isTitle(text) && text.startsWith("01", 8));
    assertAll(VoterTitle.of("MG", false), text -> isTitle(text) && text.startsWith("02", 8));
    assertAll(VoterTitle.of("TO", false), text -> isTitle(text) && text.startsWith("27", 8));
    assertThrows(IllegalArgumentException.class, () -> VoterTitle.of("XX", false));
  }

  @Test
  void knownDocumentsAreValid() {
    assertTrue(isTitle("102385010671"));
    assertTrue(isRenavam("00639884962"));
    assertTrue(isSaoPaulo("110042490114"));
  }

  /** A rest of 0 is rare, so all sequences of a range are asked. */
  @Test
  void saoPauloAndMinasHaveNoZeroForARestOfZero() {
    int zeros = 0;
    for (int k = 0; k < 2_000; k++) {
      String text = PieceTexts.numbered(VoterTitle.of("SP", false), 12_345_000L + k);
      assertTrue(isTitle(text), text);
      zeros += dot(text, 2, 3, 4, 5, 6, 7, 8, 9) % 11 == 0 ? 1 : 0;
    }
    assertTrue(zeros > 100, () -> "too few rests of 0 to show it");
  }

  private static boolean isRenavam(String text) {
    String reversed = new StringBuilder(text.substring(0, 10)).reverse().toString();
    int digit = dot(reversed, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3) * 10 % 11 % 10;
    return text.matches("\\d{11}") && text.charAt(10) - '0' == digit;
  }

  @Test
  void renavamNumbersAreValid() {
    assertAll(Vehicles.renavam(), DocumentsOfPeopleAndVehiclesTest::isRenavam);
  }

  private static boolean isHealthCard(String text) {
    int[] weights = IntStream.iterate(15, k -> k - 1).limit(15).toArray();
    return text.matches("[12]\\d{10}00[01]\\d") && dot(text, weights) % 11 == 0;
  }

  @Test
  void healthCardsAreValid() {
    assertAll(HealthCard.of(false), DocumentsOfPeopleAndVehiclesTest::isHealthCard);
    assertAll(HealthCard.of(true), text -> isHealthCard(text.replace(" ", "")));
    assertTrue(
        PieceTexts.drawn(HealthCard.of(false), COUNT).stream()
            .anyMatch(text -> text.startsWith("001", 11)));
  }

  @Test
  void platesHaveThePatternOfTheirStyle() {
    assertAll(Vehicles.plates("mercosul", true), t -> t.matches("[A-Z]{3}\\d[A-Z]\\d{2}"));
    assertAll(Vehicles.plates("old", true), t -> t.matches("[A-Z]{3}-\\d{4}"));
    assertAll(Vehicles.plates("old", false), t -> t.matches("[A-Z]{3}\\d{4}"));
    List<String> mixed = PieceTexts.drawn(Vehicles.plates("mixed", false), COUNT);
    long old = mixed.stream().filter(t -> t.matches("[A-Z]{3}\\d{4}")).count();
    assertEquals(0.5, (double) old / COUNT, 0.03);
    assertThrows(IllegalArgumentException.class, () -> Vehicles.plates("new", false));
  }

  private static boolean isSaoPaulo(String text) {
    int first = dot(text, 1, 3, 4, 5, 6, 7, 8, 10) % 11;
    int second = dot(text, 3, 2, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return text.matches("\\d{12}")
        && text.charAt(8) == Integer.toString(first).charAt(first / 10)
        && text.charAt(11) == Integer.toString(second).charAt(second / 10);
  }

  private static boolean endsIn(String text, int digits, int... weights) {
    int rest = dot(text, weights) % 11;
    return text.length() >= digits && text.charAt(digits - 1) - '0' == (rest < 2 ? 0 : 11 - rest);
  }

  @Test
  void registrationsAreValidByTheRuleOfTheirState() {
    assertAll(StateRegistration.of("SP", false), DocumentsOfPeopleAndVehiclesTest::isSaoPaulo);
    assertAll(StateRegistration.of("RJ", false), t -> endsIn(t, 8, 2, 7, 6, 5, 4, 3, 2));
    assertAll(StateRegistration.of("RS", false), t -> endsIn(t, 10, 2, 9, 8, 7, 6, 5, 4, 3, 2));
    assertAll(
        StateRegistration.of("PR", false),
        t -> endsIn(t, 9, 3, 2, 7, 6, 5, 4, 3, 2) && endsIn(t, 10, 4, 3, 2, 7, 6, 5, 4, 3, 2));
    assertAll(
        StateRegistration.of("PE", false),
        t -> endsIn(t, 8, 8, 7, 6, 5, 4, 3, 2) && endsIn(t, 9, 9, 8, 7, 6, 5, 4, 3, 2));
    for (String state : List.of("SC", "CE", "ES")) {
      assertAll(StateRegistration.of(state, false), t -> endsIn(t, 9, 9, 8, 7, 6, 5, 4, 3, 2));
    }
  }

  @Test
  void registrationsAreWrittenAsTheStatesWriteThem() {
    assertAll(StateRegistration.of("SP", true), t -> t.matches("\\d{3}(\\.\\d{3}){3}"));
    assertAll(StateRegistration.of("RJ", true), t -> t.matches("\\d{2}\\.\\d{3}\\.\\d{2}-\\d"));
    assertAll(StateRegistration.of("RS", true), t -> t.matches("\\d{3}/\\d{7}"));
    assertAll(StateRegistration.of("PR", true), t -> t.matches("\\d{3}\\.\\d{5}-\\d{2}"));
    assertThrows(IllegalArgumentException.class, () -> StateRegistration.of("AC", true));
  }
}
