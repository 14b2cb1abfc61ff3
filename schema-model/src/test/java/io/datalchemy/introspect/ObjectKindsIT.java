package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@EveryServer
class ObjectKindsIT {
  private static ConnectionSettings database;
  private static Introspection found;

  @BeforeAll
  static void introspects() {
    database = PostgresServer.database("tipos");
    PostgresServer.execute(database, Golden.text("kinds.sql"));
    found = Introspector.introspect(database, IntrospectionOptions.all());
  }

  @Test
  void givesTheGoldenDocumentOfEveryKind() {
    Golden.assertGolden("kinds.schema.json", found.schema());
  }

  @Test
  void readsItsOwnDocument() {
    DatabaseSchema schema = found.schema();
    assertEquals(schema, SchemaDocument.read(SchemaDocument.write(schema)));
  }

  @Test
  void warnsOncePerCauseAndTable() {
    assertEquals(
        List.of(
            "/schemas/0/tables/1 app.bisneta: inherits from [app.herdeira], whose queries show its"
                + " rows as well [inheritance]",
            "/schemas/0/tables/3 app.distante: is a foreign table of server nenhum, whose options"
                + " are not captured [foreign_server_not_captured]",
            "/schemas/0/tables/4 app.filha: older rows may break [filha_nv], generated rows will"
                + " not [constraint_not_valid]",
            "/schemas/0/tables/5 app.geral: has triggers (geral_tg), which generated rows do not"
                + " pass through [triggers_not_run]",
            "/schemas/0/tables/5 app.geral: has rewrite rules (geral_ru), which COPY does not obey"
                + " [rules_not_run]",
            "/schemas/0/tables/5 app.geral: has row-level security (forced, policies geral_po),"
                + " under which COPY fails for those whom it binds [row_security]",
            "/schemas/0/tables/5 app.geral: older rows may break [geral_nv], generated rows will"
                + " not [constraint_not_valid]",
            "/schemas/0/tables/6 app.herdeira: inherits from [app.alvo], whose queries show its"
                + " rows as well [inheritance]"),
        found.warnings().stream()
            .map(w -> w.path() + " " + w.message() + " [" + w.code() + "]")
            .toList());
  }

  @Test
  void givesTheGoldenDocumentOfEveryKindOfVersion18() {
    ConnectionSettings newest = PostgresServer.database("tipos_18");
    PostgresServer.execute(newest, Golden.text("kinds18.sql"));
    Introspection kinds = Introspector.introspect(newest, IntrospectionOptions.all());
    Golden.assertGolden("kinds18.schema.json", kinds.schema());
    assertEquals(
        List.of("constraint_not_valid", "constraint_not_valid"),
        kinds.warnings().stream().map(Problem::code).toList());
  }
}
