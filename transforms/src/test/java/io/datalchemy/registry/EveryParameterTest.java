package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.ParameterRange;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.json.Json;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every parameter of every id that reads no other column: given a value, the generator fills the
 * types that it declares, the same way each time; given one out of its range, it says so.
 */
class EveryParameterTest {
  private static final int ROWS = 10_000;
  private static final int ROWS_OF_OTHER_TYPES = 500;
  private static final Generators GENERATORS = Generators.builtIn();
  private static final Pattern ONE_OF = Pattern.compile("(?:^|: )(\\w+)(?:, \\w+)* or \\w+");

  /** Values of parameters whose declaration does not tell one. */
  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("pattern", "\"[a-z]{1,3}\""),
          Map.entry("charset", "\"abc\""),
          Map.entry("distinct_by", "\"day\""),
          Map.entry("template", "\"{\\\"a\\\": {index}}\""),
          Map.entry("primitive.slot.part", "\"range\""),
          Map.entry("semantic.br.address.part", "\"city\""),
          Map.entry("semantic.br.company.part", "\"trade_name\""),
          Map.entry("semantic.br.person.part", "\"first_name\""),
          Map.entry("category", "\"Cozinha\""),
          Map.entry("uf", "\"SP\""),
          Map.entry("bounds", "\"[)\""));

  static Stream<Arguments> parameters() {
    return GENERATORS.generators().stream()
        .filter(declaration -> !declaration.id().startsWith("derive."))
        .flatMap(
            d ->
                d.parameters().stream()
                    .filter(p -> !readsColumns(p))
                    .map(p -> Arguments.of(d.id(), p.name())));
  }

  private static boolean readsColumns(ParameterDeclaration parameter) {
    return parameter.type() == ParameterDeclaration.Type.COLUMNS
        || parameter.name().equals("input_parts");
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void fillsTheTypesThatItDeclares(String id, String name) {
    GeneratorDeclaration declaration = GENERATORS.generator(id).orElseThrow();
    ParameterDeclaration parameter = declaration.parameter(name).orElseThrow();
    List<String> refused = new ArrayList<>();
    int filled = 0;
    for (TypeFamily family : declaration.produces()) {
      ValueType type = SampleTypes.of(family).get(0);
      GeneratorCall call = with(SampleCalls.of(declaration, type), parameter, type);
      List<String> problems = GENERATORS.check(call, type);
      refused.addAll(problems);
      if (problems.isEmpty()) {
        fill(call, type, filled == 0 ? ROWS : ROWS_OF_OTHER_TYPES);
        filled++;
      }
    }
    assertTrue(filled > 0, refused::toString);
  }

  private static void fill(GeneratorCall call, ValueType type, int rows) {
    ValueGenerator generator = GENERATORS.create(call, type, List.of(), false);
    List<String> texts = Filled.texts(Filled.column(generator, type, rows, List.of()), rows);
    assertFalse(texts.contains("NULL"));
    texts.forEach(
        text -> assertTrue(TypeRules.accepts(type, text), () -> call + " " + type + ": " + text));
    ValueGenerator again = GENERATORS.create(call, type, List.of(), false);
    assertEquals(texts, Filled.texts(Filled.column(again, type, rows, List.of()), rows));
  }

  private static GeneratorCall with(
      GeneratorCall call, ParameterDeclaration parameter, ValueType type) {
    JsonNode value =
        Optional.ofNullable(VALUES.get(call.id() + "." + parameter.name()))
            .map(EveryParameterTest::json)
            .orElseGet(() -> value(parameter, type));
    return call.withParams(call.params().with(parameter.name(), value));
  }

  private static JsonNode value(ParameterDeclaration parameter, ValueType type) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (parameter.type()) {
      case INTEGER -> nodes.numberNode(number(parameter).longValue());
      case DECIMAL -> nodes.numberNode(number(parameter));
      case BOOLEAN -> nodes.booleanNode(true);
      case DATE -> nodes.textNode("2024-01-31");
      case TIME -> nodes.textNode("10:00:00");
      case TIMESTAMP -> nodes.textNode("2024-01-31T10:00:00");
      case GENERATOR -> nodes.textNode(SampleCalls.input(type.element().orElse(type)).id());
      case GENERATORS -> fields(type);
      case DISTRIBUTION -> nodes.textNode("zipf");
      case CHOICES, TRANSITIONS, COLUMNS, EXPRESSION ->
          throw new IllegalArgumentException(parameter.name() + ": tell this test a value");
      case LIST, SCALAR, TEXT -> text(parameter, type);
    };
  }

  private static JsonNode fields(ValueType type) {
    return type.fields().stream()
        .map(field -> SampleCalls.input(field.type()).id())
        .collect(JsonNodeFactory.instance::arrayNode, ArrayNode::add, ArrayNode::addAll);
  }

  private static BigDecimal number(ParameterDeclaration parameter) {
    return parameter
        .defaultValue()
        .map(BigDecimal::new)
        .or(() -> parameter.range().flatMap(ParameterRange::max).map(m -> m.min(new BigDecimal(3))))
        .orElse(new BigDecimal(3));
  }

  private static JsonNode text(ParameterDeclaration parameter, ValueType type) {
    Matcher oneOf = ONE_OF.matcher(parameter.summary());
    if (VALUES.containsKey(parameter.name())) {
      return json(VALUES.get(parameter.name()));
    }
    if (parameter.defaultValue().isPresent()) {
      return JsonNodeFactory.instance.textNode(parameter.defaultValue().get());
    }
    return oneOf.find()
        ? JsonNodeFactory.instance.textNode(oneOf.group(1))
        : listOrScalar(parameter, type);
  }

  private static JsonNode listOrScalar(ParameterDeclaration parameter, ValueType type) {
    Parameters constant =
        SampleCalls.of(GENERATORS.generator("primitive.constant").orElseThrow(), type).params();
    JsonNode value = constant.find("value").orElseThrow();
    if (parameter.type() != ParameterDeclaration.Type.LIST) {
      return value;
    }
    boolean isWeights = parameter.name().equals("weights");
    return isWeights
        ? json("[" + "1,".repeat(type.labels().size()) + "]")
        : json("[" + value + "]");
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text.replace(",]", "]"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void refusesANumberOutOfItsRange(String id, String name) {
    GeneratorDeclaration declaration = GENERATORS.generator(id).orElseThrow();
    ParameterDeclaration parameter = declaration.parameter(name).orElseThrow();
    if (parameter.range().isEmpty()) {
      return;
    }
    ParameterRange range = parameter.range().get();
    ValueType type = SampleCalls.type(declaration);
    GeneratorCall call = SampleCalls.of(declaration, type);
    range.min().ifPresent(min -> assertRefused(call, name, min.longValue() - 1, type, range));
    range.max().ifPresent(max -> assertRefused(call, name, max.longValue() + 1, type, range));
  }

  private static void assertRefused(
      GeneratorCall call, String name, long value, ValueType type, ParameterRange range) {
    Parameters params = call.params().with(name, value);
    assertEquals(
        List.of(name + ": must be " + range.words() + ", was " + value),
        GENERATORS.check(call.withParams(params), type));
  }
}
