package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.json.Json;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleDatabaseIT {
  private static final Path GOLDEN =
      Path.of("src/test/resources/io/datalchemy/introspect/sample.schema.json");

  private static Introspection found;

  @BeforeAll
  static void introspects() {
    found = Introspector.introspect(PostgresServer.sample("amostra"), IntrospectionOptions.all());
  }

  @Test
  void givesTheGoldenDocument() throws IOException {
    byte[] document = SchemaDocument.write(found.schema());
    if (Boolean.getBoolean("golden.update")) {
      Files.write(GOLDEN, document);
    }
    assertEquals(
        Files.readString(GOLDEN, StandardCharsets.UTF_8),
        new String(document, StandardCharsets.UTF_8));
  }

  @Test
  void givesTheSameBytesAgainAndInADatabaseOfAnotherName() {
    DatabaseSchema again =
        Introspector.introspect(PostgresServer.sample("outra"), IntrospectionOptions.all())
            .schema();
    assertEquals(found.schema().schemaFingerprint(), again.schemaFingerprint());
    assertEquals(found.schema().schemas(), again.schemas());
  }

  @Test
  void readsItsOwnDocument() {
    assertEquals(found.schema(), SchemaDocument.read(SchemaDocument.write(found.schema())));
  }

  @Test
  void warnsOfNothing() {
    assertEquals(List.of(), found.warnings());
  }

  @Test
  void breaksTheOnlyCycleAtTheNullableKey() {
    ForeignKeyGraph graph = ForeignKeyGraph.of(found.schema());
    assertEquals(
        "[{\"tables\":[{\"schema\":\"rh\",\"table\":\"departamento\"},"
            + "{\"schema\":\"rh\",\"table\":\"funcionario\"}]}]",
        new String(Json.canonical(graph.cycles()), StandardCharsets.UTF_8));
    assertEquals(
        List.of("rh.departamento (departamento_gerente_id_fkey) -> rh.funcionario NULLABLE"),
        graph.breaks().stream().map(b -> b.reference() + " " + b.reason()).toList());
  }

  @Test
  void ordersParentsBeforeChildren() {
    List<TableId> order = ForeignKeyGraph.of(found.schema()).order();
    assertEquals(
        "cadastro.uf cadastro.municipio cadastro.empresa crm.campanha crm.cliente",
        String.join(" ", order.stream().limit(5).map(TableId::toString).toList()));
    assertEquals(24, order.size());
  }
}
