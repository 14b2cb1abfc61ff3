package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.json.Json;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@EveryServer
class SampleDatabaseIT {
  private static Introspection found;

  @BeforeAll
  static void introspects() {
    found = Introspector.introspect(PostgresServer.sample("amostra"), IntrospectionOptions.all());
  }

  @Test
  void givesTheGoldenDocument() {
    Golden.assertGolden("sample.schema.json", found.schema());
  }

  @Test
  void countsWhatThereIs() {
    IntrospectionMetrics metrics = IntrospectionMetrics.of(found);
    assertEquals(
        "{\"columns\":215,\"constraints\":{\"checks\":66,\"exclusions\":0,"
            + "\"foreign_keys\":39,\"primary_keys\":28,\"unique\":15},"
            + "\"schemas\":5,\"tables\":29}",
        new String(Json.canonical(metrics.counts()), StandardCharsets.UTF_8));
    assertEquals(true, metrics.fkGraph().hasCycle());
    assertEquals(2, metrics.fkGraph().selfReferences());
    assertEquals(24, metrics.fkGraph().topoOrder().size());
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
