package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.GeneratedColumn;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Optional;
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
            "/schemas/0/tables/3 app.geral: calls function lib.valido in 1 constraints, defaults or"
                + " indexes, its body is not captured [function_not_captured]",
            "/domains lib.valida: calls function lib.valido in 1 constraints, defaults or indexes,"
                + " its body is not captured [function_not_captured]",
            "/schemas/0/tables/3 app.geral: has row-level security, its policies are not captured"
                + " [row_security_not_captured]",
            "/schemas/0/tables/1 app.distante: is a foreign table, its server and options are not"
                + " captured [foreign_server_not_captured]",
            "/schemas/0/tables/2 app.filha: older rows may break [filha_nv], generated rows will"
                + " not [constraint_not_valid]",
            "/schemas/0/tables/3 app.geral: has triggers (geral_tg), which generated rows do not"
                + " pass through [triggers_not_run]",
            "/schemas/0/tables/3 app.geral: has rewrite rules (geral_ru), which COPY does not obey"
                + " [rules_not_run]",
            "/schemas/0/tables/3 app.geral: older rows may break [geral_nv], generated rows will"
                + " not [constraint_not_valid]",
            "/schemas/0/tables/4 app.herdeira: inherits from [app.alvo], whose queries show its"
                + " rows as well [inheritance]"),
        found.warnings().stream()
            .map(w -> w.path() + " " + w.message() + " [" + w.code() + "]")
            .toList());
  }

  @Test
  void capturesTheNewKindsOfVersion18() {
    PostgresServer.execute(
        database,
        """
        -- since 18
        CREATE SCHEMA novo;
        CREATE TABLE novo.nota (
          id int4range,
          valido daterange,
          a integer,
          b integer GENERATED ALWAYS AS (a + 1) VIRTUAL,
          CONSTRAINT nota_pk PRIMARY KEY (id, valido WITHOUT OVERLAPS),
          CONSTRAINT nota_ck CHECK (a > 1) NOT ENFORCED
        )""");
    Introspection novo =
        Introspector.introspect(database, new IntrospectionOptions(List.of("novo"), false));
    Table nota = novo.schema().table(new TableId("novo", "nota")).orElseThrow();
    assertEquals(
        Optional.of(new GeneratedColumn(GeneratedColumn.Kind.VIRTUAL, "(a + 1)")),
        nota.column("b").orElseThrow().generated());
    assertEquals(
        List.of(new Constraint.Check("nota_ck", "CHECK (a > 1) NOT ENFORCED", true)),
        nota.constraints(Constraint.Check.class).toList());
    assertEquals(
        List.of("temporal_key_not_captured", "constraint_not_valid"),
        novo.warnings().stream().map(Problem::code).toList());
  }
}
