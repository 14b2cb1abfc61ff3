package io.datalchemy.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.datalchemy.json.Json;
import io.datalchemy.json.JsonSchemas;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema and the types say the same. */
class PlanJsonSchemaTest {
  static Stream<Arguments> definitions() {
    return Stream.of(
        Arguments.of("schema_ref", GenerationPlan.SchemaRef.class, ""),
        Arguments.of("global", GenerationPlan.Global.class, ""),
        Arguments.of("target", GenerationPlan.Target.class, ""),
        Arguments.of("rows_per_parent", RowsPerParent.class, ""),
        Arguments.of("pick", Pick.class, ""),
        Arguments.of("parent_class", Pick.ParentClass.class, ""),
        Arguments.of("virtual_foreign_key", VirtualForeignKey.class, ""),
        Arguments.of("polymorphic_reference", PolymorphicReference.class, ""),
        Arguments.of("polymorphic_target", PolymorphicReference.Choice.class, ""),
        Arguments.of("strategy", GenerationPlan.Strategy.class, ""),
        Arguments.of("unsupported_rule", GenerationPlan.UnsupportedRule.class, ""),
        Arguments.of("reference", GenerationPlan.Reference.class, ""),
        Arguments.of("options", GenerationPlan.Options.class, ""),
        Arguments.of("generator", GeneratorRef.class, ""),
        Arguments.of("transform", Rule.Transform.class, ""),
        Arguments.of("column_generator", Rule.ColumnGenerator.class, "type"),
        Arguments.of("constraint_policy", Rule.ConstraintPolicy.class, "type"),
        Arguments.of("foreign_key_strategy", Rule.ForeignKeyStrategy.class, "type"),
        Arguments.of("inject", Rule.Inject.class, "type"));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void hasTheFieldsOfEachRecord(String name, Class<?> type, String tag) throws IOException {
    Set<String> expected = fields(type);
    if (!tag.isEmpty()) {
      expected.add(tag);
    }
    assertEquals(expected, names(schema().path("$defs").path(name).path("properties")));
  }

  @Test
  void hasTheFieldsOfThePlan() throws IOException {
    assertEquals(fields(GenerationPlan.class), names(schema().path("properties")));
  }

  @Test
  void hasADefinitionForEachKindOfRule() throws IOException {
    Set<String> kinds = texts(schema().at("/$defs/rule/properties/type/enum"));

    assertEquals(Rule.class.getPermittedSubclasses().length, kinds.size());
    kinds.forEach(kind -> assertTrue(definitions().anyMatch(d -> d.get()[0].equals(kind)), kind));
  }

  @Test
  void hasTheWordsOfEachEnum() throws IOException {
    JsonNode definitions = schema().path("$defs");

    assertEquals(
        constants(Rule.ConstraintKind.class),
        texts(definitions.at("/constraint_policy/properties/constraint/enum")));
    assertEquals(
        constants(Rule.PolicyMode.class),
        texts(definitions.at("/constraint_policy/properties/mode/enum")));
    assertEquals(
        constants(Rule.StrategyMode.class),
        texts(definitions.at("/foreign_key_strategy/properties/mode/enum")));
    assertEquals(constants(Pick.Kind.class), texts(definitions.at("/pick/properties/kind/enum")));
  }

  private static JsonNode schema() throws IOException {
    return Json.mapper().readTree(JsonSchemas.plan());
  }

  private static Set<String> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(PlanJsonSchemaTest::field)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String field(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named != null
        ? named.value()
        : PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
  }

  private static Set<String> names(JsonNode properties) {
    return properties.propertyStream().map(e -> e.getKey()).collect(Collectors.toSet());
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static Set<String> constants(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
