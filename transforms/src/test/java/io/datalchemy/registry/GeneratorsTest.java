package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.Literal;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorsTest {
  private static final Generators GENERATORS = Generators.builtIn();
  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");

  @Test
  void suggestsTheIdThatWasMeant() {
    assertEquals(
        List.of("generator semantic.br.cpff: unknown id; did you mean 'semantic.br.cpf'?"),
        GENERATORS.check(GeneratorCall.of("semantic.br.cpff"), ValueType.text()));
  }

  @Test
  void suggestsTheParameterThatWasMeant() {
    assertEquals(
        List.of("mim: unknown parameter; did you mean 'min'?"),
        GENERATORS.check(call("primitive.int.range", Parameters.none().with("mim", 1)), INT));
  }

  @Test
  void readsAColumnThatIsNamedTwiceTwice() {
    Parameters twice = Parameters.none().with("input_columns", List.of("a", "a"));
    assertEquals(List.of("a", "a"), GENERATORS.inputColumns(call("derive.money_total", twice)));
    assertEquals(List.of(), GENERATORS.check(call("derive.money_total", twice), INT));
    Parameters expressions = Parameters.none().with("at_least", "b + a").with("at_most", "a * 2");
    assertEquals(List.of("b", "a"), GENERATORS.inputColumns(call("derive.bounded", expressions)));
  }

  @Test
  void tellsTheParametersThatThereAre() {
    assertEquals(
        List.of("scale: unknown parameter; there are: distribution, max, min"),
        GENERATORS.check(call("primitive.int.range", Parameters.none().with("scale", 1)), INT));
  }

  @Test
  void collectsEveryProblemOfACall() {
    Parameters params = Parameters.none().with("max_repeat", "many").with("patern", "a");
    assertEquals(
        List.of(
            "patern: unknown parameter; did you mean 'pattern'?",
            "pattern: missing; A regular expression that the text matches",
            "max_repeat: must be a whole number, was \"many\"",
            "type: must be one of [TEXT], was INTEGER (int4)"),
        GENERATORS.check(call("primitive.text.pattern", params), INT));
  }

  @Test
  void reportsWhatAFactoryRefuses() {
    Parameters params = Parameters.none().with("min", 5).with("max", 1);
    assertEquals(
        List.of("primitive.int.range: min: must not be above max, was 5 with max 1"),
        GENERATORS.check(call("primitive.int.range", params), INT));
  }

  @Test
  void refusesALocaleThatNobodyKnows() {
    GeneratorCall call =
        new GeneratorCall("semantic.br.cpf", Optional.of("pt-BR"), Parameters.none());
    assertEquals(
        List.of("locale: must be one of [en_US, pt_BR], was 'pt-BR'"),
        GENERATORS.check(call, ValueType.text()));
  }

  @Test
  void refusesToCreateFromAWrongCall() {
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> GENERATORS.create(GeneratorCall.of("nope"), INT, List.of(), false));
    assertEquals("unknown_generator", e.problems().get(0).code());
    assertEquals("generator nope: unknown id", e.problems().get(0).message());
  }

  @Test
  void refusesAnIdThatIsDeclaredTwice() {
    GeneratorFactory factory =
        DeclarationBuilder.of("a.b", "Twice")
            .made(
                request -> {
                  throw new IllegalArgumentException("never made");
                });
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Generators.of(List.of(factory, factory), List.of()));
    assertTrue(e.getMessage().startsWith("generator a.b: declared twice"), e.getMessage());
  }

  @Test
  void listsGeneratorsAndTransformsById() {
    List<String> ids = GENERATORS.generators().stream().map(g -> g.id()).toList();
    assertEquals(ids.stream().sorted().toList(), ids);
    assertEquals(
        List.of(
            "transform.casing",
            "transform.expression",
            "transform.format",
            "transform.mask",
            "transform.null_rate",
            "transform.prefix_suffix",
            "transform.truncate",
            "transform.weighted_choice"),
        GENERATORS.transforms().stream().map(t -> t.id()).toList());
  }

  @Test
  void countsValuesForTheDayOfThePlan() {
    GeneratorCall since = call("primitive.date", Parameters.none().with("min", "2026-01-01"));
    ValueType date = ValueType.of(TypeFamily.DATE, "date");
    Generators plan = GENERATORS.forPlan("pt_BR", LocalDate.of(2026, 1, 31));
    assertEquals(OptionalLong.of(31), plan.valueSpace(since, date, false));
    assertEquals(
        OptionalLong.of(1827), plan.valueSpace(GeneratorCall.of("primitive.date"), date, false));
  }

  @Test
  void countsTextsThatDifferInCaseOnlyOnce() {
    Parameters params =
        Parameters.none().with("charset", "abAB").with("min_len", 2).with("max_len", 2);
    GeneratorCall call = call("primitive.text", params);
    assertEquals(OptionalLong.of(16), GENERATORS.valueSpace(call, ValueType.text(), false));
    assertEquals(OptionalLong.of(4), GENERATORS.valueSpace(call, ValueType.text(), true));
    ValueType citext = ValueType.of(TypeFamily.TEXT, "citext");
    assertEquals(OptionalLong.of(4), GENERATORS.valueSpace(call, citext, false));
  }

  @Test
  void readsTheInputsOfAnOrderingInTheOrderOfItsRoles() {
    Parameters params =
        Parameters.none()
            .with("less_than", List.of("d"))
            .with("at_most", List.of("c"))
            .with("more_than", List.of("b"))
            .with("at_least", List.of("a", "e"));
    assertEquals(
        List.of("a", "e", "b", "c", "d"), GENERATORS.inputColumns(call("derive.ordered", params)));
    Parameters inputs = Parameters.none().with("input_columns", List.of("x"));
    assertEquals(List.of("x"), GENERATORS.inputColumns(call("derive.same", inputs)));
  }

  @Test
  void checksTransformsLikeGenerators() {
    assertEquals(
        List.of("transform transform.maks: unknown id; did you mean 'transform.mask'?"),
        GENERATORS.checkTransform(
            new TransformCall("transform.maks", Parameters.none()), ValueType.text()));
    Parameters rate = Parameters.none().with("rate", new BigDecimal("1.5"));
    assertEquals(
        List.of("transform.null_rate: rate: must be from 0 to 1, was 1.5"),
        GENERATORS.checkTransform(new TransformCall("transform.null_rate", rate), INT));
  }

  @Test
  void saysThatForeignKeysAreResolvedElsewhere() {
    assertEquals(
        List.of(
            "derive.fk: derive.fk takes its value from a foreign key of the table; this column has"
                + " none that fits"),
        GENERATORS.check(GeneratorCall.of("derive.fk"), INT));
  }

  @Test
  void keepsTheDecimalsThatALongHoldsBehindNineDigits() {
    assertEquals(13, ValueType.numeric(25, 20).decimals());
    assertEquals(999_999_999_999_999_999L, ValueType.numeric(25, 20).maxUnscaled());
    assertEquals(9, ValueType.numeric(38, 20).decimals());
    assertEquals(99_900, ValueType.numeric(3, -2).maxUnscaled());
    assertEquals(99, ValueType.numeric(2, 5).maxUnscaled());
    assertEquals(
        List.of(),
        GENERATORS.check(GeneratorCall.of("primitive.decimal.numeric"), ValueType.numeric(38, 20)));
  }

  @Test
  void findsTheGeneratorsOfOthers(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.datalchemy.generator.GeneratorFactory$GeneratorProvider"),
        Greetings.class.getName() + "\n");
    URL[] places = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
      Generators found = Generators.withProvidersOf(loader);
      ValueGenerator generator =
          found.create(GeneratorCall.of("acme.greeting"), ValueType.text(), List.of(), false);
      assertEquals(
          List.of("olá"),
          Filled.texts(Filled.column(generator, ValueType.text(), 1, List.of()), 1));
    }
  }

  /** A provider as somebody else would write it. */
  public static final class Greetings implements GeneratorFactory.GeneratorProvider {
    @Override
    public List<GeneratorFactory> factories() {
      return List.of(
          DeclarationBuilder.of("acme.greeting", "A greeting")
              .made(request -> TextGenerator.fitting(new Literal("olá"), request)));
    }
  }

  private static GeneratorCall call(String id, Parameters params) {
    return GeneratorCall.of(id, params);
  }
}
