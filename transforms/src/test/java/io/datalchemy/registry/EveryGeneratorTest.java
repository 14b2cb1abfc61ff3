package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.generator.RowNumbered;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.ValueSpace;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every id, over every column type that it declares. */
class EveryGeneratorTest {
  private static final int ROWS = 10_000;
  private static final int ROWS_OF_TIGHT_TYPES = 500;
  private static final Set<String> RESOLVED_ELSEWHERE =
      Set.of(
          "derive.fk",
          "derive.parent_value",
          "derive.child_number",
          "derive.stage_reached",
          "derive.stage_passed",
          "derive.children_count",
          "derive.children_sum",
          "derive.children_min",
          "derive.children_max");
  private static final Generators GENERATORS = Generators.builtIn();

  static Stream<GeneratorDeclaration> declarations() {
    return GENERATORS.generators().stream().filter(d -> !RESOLVED_ELSEWHERE.contains(d.id()));
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void fillsEveryTypeThatItDeclares(GeneratorDeclaration declaration) {
    for (ValueType type : acceptedTypes(declaration)) {
      ColumnVector column = filled(declaration, type);
      for (String text : Filled.texts(column, rows(type))) {
        assertTrue(
            TypeRules.accepts(type, text), () -> declaration.id() + " " + type + ": " + text);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void acceptsTheRoomiestTypeOfEveryFamilyThatItDeclares(GeneratorDeclaration declaration) {
    for (TypeFamily family : declaration.produces()) {
      ValueType type = roomiest(declaration, family);
      assertEquals(List.of(), GENERATORS.check(SampleCalls.of(declaration, type), type));
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void saysWhyItRefusesAType(GeneratorDeclaration declaration) {
    for (TypeFamily family : TypeFamily.values()) {
      for (ValueType type : SampleTypes.of(family)) {
        List<String> problems = GENERATORS.check(SampleCalls.of(declaration, type), type);
        problems.forEach(words -> assertTrue(words.matches("(?s).*[a-z_]+: .+"), words));
        assertTrue(declaration.produces().contains(family) || !problems.isEmpty());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void givesTheSameValuesAgain(GeneratorDeclaration declaration) {
    ValueType type = acceptedTypes(declaration).get(0);
    List<String> first = Filled.texts(filled(declaration, type), ROWS);
    assertEquals(first, Filled.texts(filled(declaration, type), ROWS));
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void givesTheSameValuesUnderATurkishLocale(GeneratorDeclaration declaration) {
    ValueType type = acceptedTypes(declaration).get(0);
    List<String> expected = Filled.texts(filled(declaration, type), ROWS);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals(expected, Filled.texts(filled(declaration, type), ROWS));
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void numbersNoValueTwice(GeneratorDeclaration declaration) {
    for (ValueType type : acceptedTypes(declaration)) {
      ValueGenerator generator = generator(declaration, type, false);
      Optional<ValueSpace> space = generator.space();
      assertEquals(
          space
              .map(ValueSpace::size)
              .or(
                  () ->
                      generator
                          .rowNumbered()
                          .filter(RowNumbered::isDistinct)
                          .map(RowNumbered::size))
              .map(OptionalLong::of)
              .orElse(OptionalLong.empty()),
          GENERATORS.valueSpace(SampleCalls.of(declaration, type), type, false));
      space.ifPresent(s -> assertDifferent(declaration.id(), s, type));
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void numbersNoValueTwiceWithCaseFolded(GeneratorDeclaration declaration) {
    for (ValueType type : acceptedTypes(declaration)) {
      Optional<ValueSpace> space = generator(declaration, type, true).space();
      space.ifPresent(
          s -> {
            assertTrue(s.caseInsensitive(), declaration.id());
            assertDifferent(declaration.id(), s, type);
          });
    }
  }

  private static void assertDifferent(String id, ValueSpace space, ValueType type) {
    assertTrue(space.size() >= 1);
    List<String> texts = Filled.numbered(space, type, rows(type));
    texts.forEach(text -> assertTrue(TypeRules.accepts(type, text), () -> id + " " + text));
    assertEquals(List.of(), repeated(texts), id + " " + type);
    if (space.caseInsensitive()) {
      List<String> folded = texts.stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
      assertEquals(List.of(), repeated(folded), id + " " + type);
    }
  }

  private static int rows(ValueType type) {
    return SampleTypes.of(type.family()).get(0).equals(type) ? ROWS : ROWS_OF_TIGHT_TYPES;
  }

  private static List<String> repeated(List<String> texts) {
    Set<String> seen = new HashSet<>();
    return texts.stream().filter(text -> !seen.add(text)).toList();
  }

  private static ValueType roomiest(GeneratorDeclaration declaration, TypeFamily family) {
    boolean isDomainChoice = family == TypeFamily.ENUM && declaration.id().startsWith("domain.");
    return isDomainChoice ? labelsOf(declaration.id()) : SampleTypes.of(family).get(0);
  }

  private static ValueType labelsOf(String id) {
    GeneratorCall call = GeneratorCall.of(id);
    ValueGenerator texts = GENERATORS.create(call, ValueType.text(), List.of(), false);
    List<String> drawn = Filled.texts(Filled.column(texts, ValueType.text(), 500, List.of()), 500);
    return SampleTypes.labelled(new TreeSet<>(drawn).toArray(String[]::new));
  }

  private static List<ValueType> acceptedTypes(GeneratorDeclaration declaration) {
    List<ValueType> accepted = new ArrayList<>();
    for (TypeFamily family : declaration.produces()) {
      for (ValueType type : SampleTypes.of(family)) {
        if (GENERATORS.check(SampleCalls.of(declaration, type), type).isEmpty()) {
          accepted.add(type);
        }
      }
    }
    return accepted;
  }

  private static ValueGenerator generator(
      GeneratorDeclaration declaration, ValueType type, boolean caseInsensitive) {
    GeneratorCall call = SampleCalls.of(declaration, type);
    List<ValueType> inputs = Collections.nCopies(GENERATORS.inputColumns(call).size(), type);
    return GENERATORS.create(call, type, inputs, caseInsensitive);
  }

  private static ColumnVector filled(GeneratorDeclaration declaration, ValueType type) {
    GeneratorCall call = SampleCalls.of(declaration, type);
    int inputs = GENERATORS.inputColumns(call).size();
    List<ColumnVector> columns = new ArrayList<>();
    for (int k = 0; k < inputs; k++) {
      GeneratorCall inputCall = SampleCalls.input(type);
      columns.add(
          Filled.column(
              GENERATORS.create(inputCall, type, List.of(), false), type, ROWS, List.of()));
    }
    return Filled.column(generator(declaration, type, false), type, ROWS, columns);
  }
}
