package io.datalchemy.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.fixture.CatalogueFixture;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vocabulary's files hold together. */
class VocabularyTest {
  private static final Vocabulary VOCABULARY = Vocabulary.load();

  @Test
  void asksOnlyForWordsThatANameCanHold() {
    Words words = VOCABULARY.words();
    List<String> unreachable = new ArrayList<>();
    for (Entry entry : VOCABULARY.entries()) {
      entry.names().stream()
          .flatMap(phrase -> phrase.words().stream())
          .filter(place -> place.stream().noneMatch(word -> words.of(word).equals(List.of(word))))
          .forEach(place -> unreachable.add(entry.meaning() + ": " + place));
      conditionWords(entry.condition())
          .filter(word -> !words.of(word).equals(List.of(word)))
          .forEach(word -> unreachable.add(entry.meaning() + " when " + word));
    }
    assertEquals(List.of(), unreachable);
  }

  @Test
  void makesSomethingOfEveryLine() {
    CatalogueFixture catalogue = CatalogueFixture.whole();
    List<String> broken = new ArrayList<>();
    for (Entry entry : VOCABULARY.entries()) {
      boolean isMade =
          entry.types().stream()
              .flatMap(limit -> limit.families().stream())
              .allMatch(family -> isMade(catalogue, entry, family));
      if (!isMade) {
        broken.add(entry.toString());
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void derivesFromMeaningsThatThereAreAndNeverInACircle() {
    Set<String> meanings = new HashSet<>();
    VOCABULARY.entries().forEach(entry -> meanings.add(entry.meaning()));
    for (Entry entry : VOCABULARY.entries()) {
      Set<String> reached = new HashSet<>();
      addInputs(entry.meaning(), reached);
      assertTrue(meanings.containsAll(reached), entry.meaning() + " " + reached);
      assertTrue(!reached.contains(entry.meaning()), entry.meaning() + " derives from itself");
    }
  }

  private static boolean isMade(CatalogueFixture catalogue, Entry entry, TypeFamily family) {
    ValueType type = ValueType.of(family, family == TypeFamily.INTEGER ? "int8" : "any");
    return entry
        .recipe()
        .call(type, LocalDate.of(2026, 1, 1))
        .flatMap(call -> catalogue.generator(call.id()))
        .isPresent();
  }

  private static Stream<String> conditionWords(Condition condition) {
    if (condition instanceof Condition.InTable inTable) {
      return inTable.words().stream();
    }
    return condition instanceof Condition.Near near ? near.words().stream() : Stream.empty();
  }

  private static void addInputs(String meaning, Set<String> reached) {
    VOCABULARY.entries().stream()
        .filter(entry -> entry.meaning().equals(meaning))
        .filter(entry -> entry.condition() instanceof Condition.From)
        .flatMap(entry -> ((Condition.From) entry.condition()).inputs().stream())
        .flatMap(List::stream)
        .filter(reached::add)
        .forEach(input -> addInputs(input, reached));
  }
}
