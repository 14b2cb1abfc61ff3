package io.datalchemy.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Extension;
import io.datalchemy.schema.GeneratedColumn;
import io.datalchemy.schema.IdentitySequence;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.ObjectComment;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Partitioning;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Sequence;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.code.RewriteRule;
import io.datalchemy.schema.code.RowSecurity;
import io.datalchemy.schema.code.Trigger;
import io.datalchemy.schema.code.UserFunction;
import io.datalchemy.schema.type.Collation;
import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.CompositeType;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.EnumType;
import io.datalchemy.schema.type.RangeType;
import io.datalchemy.schema.type.TypeId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaDocumentTest {
  @TempDir Path folder;

  @Test
  void readsVersion02WithEverythingThatItLacksEmpty() {
    DatabaseSchema schema = SchemaDocument.read(version02());
    Table cliente = schema.table(new TableId("loja", "cliente")).orElseThrow();
    assertEquals("0.2", schema.schemaVersion());
    assertEquals(Optional.empty(), schema.schemaFingerprint());
    assertEquals(List.of(), schema.domains());
    assertEquals(
        List.of(
            new Constraint.PrimaryKey("cliente_pkey", List.of("id"), false, false),
            new Constraint.Unique("cliente_situacao_key", List.of("situacao"), true, false, false),
            new Constraint.Check("cliente_id_check", "CHECK (id > 0)", false),
            new Constraint.ForeignKey(
                "cliente_id_fkey",
                List.of("id"),
                "loja",
                "cliente",
                List.of("id"),
                Constraint.ReferentialAction.NO_ACTION,
                Constraint.ReferentialAction.SET_NULL,
                Constraint.MatchType.SIMPLE,
                false,
                false,
                false)),
        cliente.constraints());
    assertEquals(Optional.of(Column.Identity.BY_DEFAULT), cliente.columns().get(0).identity());
    assertEquals(List.of(), cliente.indexes().get(0).keys());
    assertEquals(Optional.empty(), cliente.rowEstimate());
  }

  @Test
  void keepsEveryFieldOfVersion02() throws IOException {
    JsonNode written =
        Json.mapper().readTree(SchemaDocument.write(SchemaDocument.read(version02())));
    ObjectNode original = (ObjectNode) Json.mapper().readTree(version02());
    original.remove("schema_fingerprint");
    assertContains("", original, written);
  }

  @Test
  void namesUnknownFieldsByTheirPath() {
    assertEquals(
        List.of(
            "/schemas/0/tables/0/columns/1/column_type/colour",
            "/schemas/0/tables/0/constraints/0/is_deferable",
            "/owner"),
        paths(
            document -> {
              document.put("owner", "ana");
              ((ObjectNode) table(document).at("/constraints/0")).put("is_deferable", true);
              ((ObjectNode) table(document).at("/columns/1/column_type")).put("colour", "x");
            }));
  }

  @Test
  void namesMissingAndWrongFieldsByTheirPath() {
    assertEquals(
        List.of("/schemas/0/tables/0/columns/0/is_nullable", "/schemas/0/tables/0"),
        paths(
            document -> {
              table(document).remove("kind");
              ((ObjectNode) table(document).at("/columns/0")).put("is_nullable", "no");
            }));
  }

  @Test
  void ignoresKeysThatAuthorsMarkAsTheirOwn() {
    byte[] marked =
        changed(
            document -> {
              document.putObject("x-team").put("name", "dados");
              table(document).put("x-owner", "ana");
            });
    assertEquals(SchemaDocument.read(version02()), SchemaDocument.read(marked));
  }

  @Test
  void refusesNewerAndOtherVersions() {
    for (String version : List.of("0.4", "1.0", "2")) {
      assertEquals(
          List.of("/schema_version"), paths(document -> document.put("schema_version", version)));
    }
  }

  @Test
  void acceptsItsOwnFingerprintAndRefusesAnother() {
    DatabaseSchema schema = SchemaDocument.withFingerprint(SchemaDocument.read(version02()));
    String fingerprint = schema.schemaFingerprint().orElseThrow();
    assertTrue(fingerprint.matches("[0-9a-f]{64}"), fingerprint);
    assertEquals(schema, SchemaDocument.read(SchemaDocument.write(schema)));
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () ->
                SchemaDocument.read(
                    new String(SchemaDocument.write(schema), StandardCharsets.UTF_8)
                        .replace("'ativa'", "'inativa'")
                        .getBytes(StandardCharsets.UTF_8)));
    assertEquals("schema_fingerprint_mismatch", failure.problems().get(0).code());
    assertEquals("/schema_fingerprint", failure.problems().get(0).path());
  }

  @Test
  void fingerprintsTheSchemaAndNotTheDatabaseThatHoldsIt() {
    String fingerprint = SchemaDocument.fingerprint(SchemaDocument.read(version02()));
    assertEquals(fingerprint, fingerprintOf(document -> document.put("database", "outra")));
    assertEquals(fingerprint, fingerprintOf(document -> table(document).put("row_estimate", 9)));
    assertTrue(
        !fingerprint.equals(fingerprintOf(document -> table(document).put("comment", "Outro"))));
  }

  @Test
  void readsFilesAndTellsOfThoseThatAreNotThere() throws IOException {
    Path file = folder.resolve("schema.json");
    assertEquals(
        "file_not_found",
        assertThrows(InvalidInputException.class, () -> SchemaDocument.read(file))
            .problems()
            .get(0)
            .code());
    Files.write(file, version02());
    assertEquals("loja", SchemaDocument.read(file).database().orElseThrow());
  }

  @Test
  void describesExactlyTheFieldsOfEveryRecord() throws IOException {
    Map<String, Class<?>> types = new TreeMap<>();
    types.put("schema", Schema.class);
    types.put("table", Table.class);
    types.put("column", Column.class);
    types.put("column_type", ColumnType.class);
    types.put("element", ColumnType.ElementType.class);
    types.put("generated", GeneratedColumn.class);
    types.put("counter", IdentitySequence.class);
    types.put("counter_or_null", IdentitySequence.class);
    types.put("primary_key", Constraint.PrimaryKey.class);
    types.put("unique", Constraint.Unique.class);
    types.put("check", Constraint.Check.class);
    types.put("foreign_key", Constraint.ForeignKey.class);
    types.put("exclusion", Constraint.Exclusion.class);
    types.put("exclusion_element", Constraint.Exclusion.Element.class);
    types.put("index", Index.class);
    types.put("index_key", Index.Key.class);
    types.put("partitioning", Partitioning.class);
    types.put("partition_of", PartitionOf.class);
    types.put("table_id", TableId.class);
    types.put("trigger", Trigger.class);
    types.put("rule", RewriteRule.class);
    types.put("enum_type", EnumType.class);
    types.put("domain", Domain.class);
    types.put("domain_check", Domain.Check.class);
    types.put("composite_type", CompositeType.class);
    types.put("attribute", CompositeType.Attribute.class);
    types.put("range_type", RangeType.class);
    types.put("sequence", Sequence.class);
    types.put("column_id", ColumnId.class);
    types.put("extension", Extension.class);
    types.put("row_security", RowSecurity.class);
    types.put("policy", RowSecurity.Policy.class);
    types.put("type_id", TypeId.class);
    types.put("user_function", UserFunction.class);
    types.put("collation", Collation.class);
    types.put("object_comment", ObjectComment.class);
    JsonNode jsonSchema = Json.mapper().readTree(JsonSchemas.schema());
    assertEquals(fields(DatabaseSchema.class), properties(jsonSchema));
    TreeSet<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> definition : jsonSchema.path("$defs").properties()) {
      if (!definition.getKey().equals("constraint")) {
        described.add(definition.getKey());
        assertEquals(
            fields(types.get(definition.getKey())),
            properties(definition.getValue()),
            definition.getKey());
      }
    }
    assertEquals(types.keySet(), described);
  }

  private static Set<String> fields(Class<?> type) {
    SnakeCaseStrategy snakeCase = new SnakeCaseStrategy();
    TreeSet<String> fields = new TreeSet<>();
    Arrays.stream(type.getRecordComponents())
        .map(component -> component.getName().replace("defaultExpression", "default"))
        .forEach(name -> fields.add(snakeCase.translate(name)));
    return fields;
  }

  private static Set<String> properties(JsonNode definition) {
    TreeSet<String> properties = new TreeSet<>();
    definition.path("properties").fieldNames().forEachRemaining(properties::add);
    properties.remove("kind".equals(tag(definition)) ? "kind" : "");
    return properties;
  }

  private static String tag(JsonNode definition) {
    return definition.at("/properties/kind").has("const") ? "kind" : "";
  }

  private static void assertContains(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              entry ->
                  assertContains(
                      path + "/" + entry.getKey(), entry.getValue(), actual.path(entry.getKey())));
    } else if (expected.isArray()) {
      assertEquals(expected.size(), actual.size(), path);
      for (int i = 0; i < expected.size(); i++) {
        assertContains(path + "/" + i, expected.get(i), actual.get(i));
      }
    } else {
      assertEquals(expected, actual, path);
    }
  }

  private static List<String> paths(Consumer<ObjectNode> change) {
    InvalidInputException failure =
        assertThrows(InvalidInputException.class, () -> SchemaDocument.read(changed(change)));
    return failure.problems().stream().map(Problem::path).toList();
  }

  private static String fingerprintOf(Consumer<ObjectNode> change) {
    return SchemaDocument.fingerprint(SchemaDocument.read(changed(change)));
  }

  private static byte[] changed(Consumer<ObjectNode> change) {
    try {
      ObjectNode document = (ObjectNode) Json.mapper().readTree(version02());
      change.accept(document);
      return Json.pretty(document);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode table(ObjectNode document) {
    return (ObjectNode) document.at("/schemas/0/tables/0");
  }

  private static byte[] version02() {
    try (InputStream in = SchemaDocumentTest.class.getResourceAsStream("version-0.2.schema.json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
