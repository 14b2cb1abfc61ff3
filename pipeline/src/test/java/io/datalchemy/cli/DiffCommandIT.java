package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.json.Json;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandIT {
  private static final String OLD =
      """
      CREATE SCHEMA crm;
      CREATE SCHEMA antigo;
      CREATE TABLE antigo.velha (a int);
      CREATE TYPE crm.cor AS ENUM ('verde', 'azul', 'rosa');
      CREATE DOMAIN crm.email AS varchar(80) CHECK (VALUE LIKE '%@%');
      CREATE SEQUENCE crm.numero;
      CREATE FUNCTION crm.valido(text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT true';
      CREATE TABLE crm.empresa (id int PRIMARY KEY, nome text);
      CREATE TABLE crm.cliente (
        id int PRIMARY KEY, nome varchar(80) DEFAULT 'x', apelido text, cor crm.cor,
        empresa int CONSTRAINT cliente_empresa_fk REFERENCES crm.empresa,
        saldo numeric(8,2) CONSTRAINT saldo_ok CHECK (saldo > 0), doc text CHECK (crm.valido(doc)));
      CREATE INDEX cliente_nome ON crm.cliente (nome);
      CREATE TABLE crm.some (a int);
      CREATE VIEW crm.nomes AS SELECT nome FROM crm.empresa;
      ALTER TABLE crm.empresa ENABLE ROW LEVEL SECURITY;
      CREATE POLICY minha ON crm.empresa USING (id > 0);
      COMMENT ON TABLE crm.cliente IS 'Clientes';
      """;

  private static final String NEW =
      """
      CREATE SCHEMA crm;
      CREATE SCHEMA novo;
      CREATE TABLE novo.nova (a int, b int);
      CREATE TYPE crm.cor AS ENUM ('verde', 'preto', 'azul');
      CREATE DOMAIN crm.email AS varchar(120) NOT NULL CHECK (VALUE LIKE '%@%.%');
      CREATE SEQUENCE crm.numero INCREMENT 5 CYCLE;
      CREATE FUNCTION crm.valido(text) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 > ''''';
      CREATE TABLE crm.empresa (id int PRIMARY KEY, razao text);
      CREATE TABLE crm.cliente (
        id int PRIMARY KEY, nome varchar(120) NOT NULL, apelido text DEFAULT 'y', cor crm.cor,
        empresa int CONSTRAINT cliente_empresa_fk REFERENCES crm.empresa ON DELETE CASCADE DEFERRABLE,
        saldo numeric(8,2) CONSTRAINT saldo_ok CHECK (saldo >= 0), doc text CHECK (crm.valido(doc)),
        fone text UNIQUE);
      CREATE INDEX cliente_nome ON crm.cliente (nome DESC);
      CREATE TABLE crm.outra (a int);
      CREATE VIEW crm.nomes AS SELECT razao AS nome FROM crm.empresa;
      ALTER TABLE crm.empresa ENABLE ROW LEVEL SECURITY;
      ALTER TABLE crm.empresa FORCE ROW LEVEL SECURITY;
      CREATE POLICY minha ON crm.empresa FOR SELECT USING (id > 1);
      COMMENT ON TABLE crm.cliente IS 'Os clientes';
      COMMENT ON INDEX crm.cliente_nome IS 'por nome';
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private int diff(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] line = new String[arguments.length + 1];
    line[0] = "diff";
    for (int i = 0; i < arguments.length; i++) {
      line[i + 1] = arguments[i].toString();
    }
    return Datalchemy.run(new PrintWriter(out), new PrintWriter(err), line);
  }

  private Path schema(String name, String script) throws IOException, SQLException {
    byte[] document = SchemaDocument.write(TestServer.schema(TestServer.database(script)));
    return Files.write(folder.resolve(name), document);
  }

  @Test
  void tellsEveryChangeInWords() throws IOException, SQLException {
    Path before = schema("old.json", OLD);
    Path after = schema("new.json", NEW);
    assertEquals(3, diff(before, after));
    try (InputStream words = DiffCommandIT.class.getResourceAsStream("changes.txt")) {
      assertEquals(new String(words.readAllBytes(), StandardCharsets.UTF_8), out.toString());
    }
    assertEquals("7 added, 4 removed, 21 changed\n", err.toString());
  }

  @Test
  void saysTheSameBackwardsWithTheSidesExchanged() throws IOException, SQLException {
    Path before = schema("old.json", OLD);
    Path after = schema("new.json", NEW);
    assertEquals(3, diff(after, before, "--quiet"));
    assertEquals(32, out.toString().lines().count());
    assertEquals("", err.toString());
  }

  @Test
  void endsWithZeroWhereNothingChanged() throws IOException, SQLException {
    Path before = schema("old.json", OLD);
    Path again = schema("again.json", OLD + "ANALYZE;");
    assertEquals(0, diff(before, again));
    assertEquals("", out.toString());
    assertEquals("0 added, 0 removed, 0 changed\n", err.toString());
  }

  @Test
  void tellsThatColumnsHaveOtherNumbersAndOrder() throws IOException, SQLException {
    Path before = schema("old.json", "CREATE TABLE t (a int, b int, c int)");
    Path gap =
        schema(
            "gap.json", "CREATE TABLE t (x int, a int, b int, c int); ALTER TABLE t DROP COLUMN x");
    Path other = schema("other.json", "CREATE TABLE t (b int, a int, c int)");
    assertEquals(3, diff(before, gap));
    assertEquals(
        "table public.t: columns have other numbers from (1, 2, 3) to (2, 3, 4), in the same"
            + " order\n",
        out.toString());
    assertEquals(3, diff(before, other));
    assertEquals(
        "table public.t: columns stand in another order, from (a, b, c) to (b, a, c)\n",
        out.toString());
  }

  @Test
  void printsTheChangesForPrograms() throws IOException, SQLException {
    Path before = schema("old.json", "CREATE TABLE t (a int)");
    Path after = schema("new.json", "CREATE TABLE t (a int DEFAULT 7)");
    assertEquals(3, diff("--json", before, after));
    JsonNode document = Json.mapper().readTree(out.toString());
    assertEquals(
        "[{\"action\":\"changed\",\"subject\":{\"object\":\"column\",\"schema\":\"public\","
            + "\"of\":\"t\",\"name\":\"a\"},\"aspect\":\"default\",\"from\":null,\"to\":\"7\","
            + "\"sentence\":\"column public.t.a: default added, 7\"}]",
        document.path("changes").toString());
    assertEquals("0.3", document.at("/before/schema_version").asText());
    assertEquals(
        SchemaDocument.read(after).schemaFingerprint().orElseThrow(),
        document.at("/after/schema_fingerprint").asText());
  }

  @Test
  void comparesWithAnOlderVersionOnlyWhatThatHas() throws IOException, SQLException {
    Path after = schema("new.json", "CREATE TABLE t (a int PRIMARY KEY, b text)");
    Path before =
        Files.writeString(
            folder.resolve("old.json"),
            """
            {"schema_version": "0.2", "engine": "postgres", "database": "x", "enums": [],
             "schemas": [{"name": "public", "tables": [{"name": "t", "kind": "table",
               "columns": [{"ordinal_position": 1, "name": "a", "is_nullable": false,
                 "column_type": {"data_type": "integer", "udt_schema": "pg_catalog",
                   "udt_name": "int4"}}],
               "constraints": [{"kind": "primary_key", "name": "t_pkey", "columns": ["a"]}],
               "indexes": []}]}]}
            """);
    assertEquals(3, diff(before, after));
    assertEquals("column public.t.b: added, text\n", out.toString());
    assertEquals(
        "versions: "
            + before
            + " is 0.2, "
            + after
            + " is 0.3; what the older has no place for is not compared\n"
            + "1 added, 0 removed, 0 changed\n",
        err.toString());
  }

  @Test
  void takesTheFoldersOfRunsThatFinished() throws IOException, SQLException {
    String database = TestServer.database("CREATE TABLE t (a int)");
    String runs = folder.resolve("runs").toString();
    String url = TestServer.get().connectionString(database);
    StringWriter run = new StringWriter();
    Datalchemy.run(
        new PrintWriter(run), new PrintWriter(err), "introspect", url, "--run-dir", runs);
    Path finished = Path.of(run.toString().strip());
    assertEquals(0, diff(finished, finished.resolve("schema.json")));
    Files.delete(finished.resolve("metrics.json"));
    assertEquals(2, diff(finished, finished));
    assertEquals(
        "error: "
            + finished
            + ": must be the folder of a run that finished, holds no schema of one"
            + " [run_incomplete]; name the folder of a run that finished, or a schema.json\n",
        err.toString());
  }

  @Test
  void refusesWhatIsNoSchema() throws IOException, SQLException {
    Path before = schema("old.json", "CREATE TABLE t (a int)");
    assertEquals(2, diff(before, folder.resolve("none.json")));
    assertEquals(2, diff(before, Files.writeString(folder.resolve("x.json"), "{}")));
    assertEquals(2, diff(before));
  }
}
