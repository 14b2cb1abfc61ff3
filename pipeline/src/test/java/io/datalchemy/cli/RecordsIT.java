package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.server.BrazilFacts;
import io.datalchemy.server.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns of one row that tell of one person, company or place agree in every row. */
class RecordsIT {
  private static final long ROWS = 100_000;

  private static final String CUSTOMERS =
      """
      CREATE TABLE cliente (
        id integer PRIMARY KEY,
        nome varchar(80) NOT NULL, sexo char(1), nascimento date,
        cpf char(11) UNIQUE CHECK (cpf ~ '^[0-9]{11}$'), email varchar(60) UNIQUE,
        telefone varchar(20), cidade varchar(60), uf char(2), estado varchar(30),
        cep char(9) CHECK (cep ~ '^[0-9]{5}-[0-9]{3}$'), ddd char(2), codigo_ibge integer,
        entrega_cidade text, entrega_uf char(2), entrega_cep char(8));
      """;

  /** What the states and the other facts are to be, asked of the loaded rows. */
  private static final String[] DISAGREEMENTS = {
    "SELECT count(*) FROM cliente c WHERE codigo_ibge IS NOT NULL AND NOT EXISTS"
        + " (SELECT FROM facts f WHERE f.code = c.codigo_ibge)",
    "SELECT count(*) FROM cliente c JOIN facts f ON f.code = codigo_ibge"
        + " WHERE cidade <> f.name OR c.uf <> f.uf OR estado <> f.state OR c.ddd <> f.ddd"
        + " OR substr(telefone, 2, 2) <> f.ddd OR substr(cpf, 9, 1) <> f.region"
        + " OR NOT EXISTS (SELECT FROM ranges r WHERE r.code = f.code"
        + " AND left(coalesce(cep, r.first), 5) BETWEEN r.first AND r.last)",
    "SELECT count(*) FROM cliente c WHERE cep IS NOT NULL AND cidade IS NOT NULL"
        + " AND c.uf IS NOT NULL AND NOT EXISTS (SELECT FROM ranges r JOIN facts f USING (code)"
        + " WHERE left(cep, 5) BETWEEN r.first AND r.last AND (name, f.uf) = (cidade, c.uf))",
    "SELECT count(*) FROM cliente c WHERE entrega_cep IS NOT NULL AND entrega_cidade IS NOT NULL"
        + " AND entrega_uf IS NOT NULL AND NOT EXISTS (SELECT FROM ranges r JOIN facts f"
        + " USING (code) WHERE left(entrega_cep, 5) BETWEEN r.first AND r.last"
        + " AND (name, f.uf) = (entrega_cidade, entrega_uf))",
    "SELECT count(*) FROM cliente c WHERE sexo IS NOT NULL AND NOT EXISTS"
        + " (SELECT FROM given g WHERE g.name = split_part(nome, ' ', 1) AND g.sex = sexo)",
    "SELECT count(*) FROM cliente WHERE nome IS NOT NULL AND email IS NOT NULL"
        + " AND regexp_replace(split_part(email, '@', 1), '[0-9.]+$', '') NOT LIKE"
        + " replace(translate(lower(split_part(nome, ' ', 1)), 'áàâãéêíóôõúüçñ',"
        + " 'aaaaeeiooouucn'), '''', '') || '.%'",
  };

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private String run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int exit = Datalchemy.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertEquals(0, exit, err::toString);
    return out.toString().strip();
  }

  /** Generates by the command line, and loads into a database that also has the facts. */
  private String loaded(String schema, String plan) throws SQLException {
    String files = folder.resolve("out").toString();
    String made = run("generate", "--plan", plan, "--schema", schema, "--out", files);
    return BrazilFacts.beside(CUSTOMERS, Path.of(made));
  }

  private String introspect() throws SQLException {
    String file = folder.resolve("schema.json").toString();
    String url = TestServer.get().connectionString(TestServer.database(CUSTOMERS));
    run("introspect", url, "--run-dir", folder.resolve("runs").toString(), "--out", file);
    return file;
  }

  private static void assertAgreement(String database, String... queries) throws SQLException {
    for (String query : queries) {
      assertEquals("0", TestServer.value(database, query), query);
    }
  }

  @Test
  void aProposedPlanMakesRecordsThatAgree() throws Exception {
    String schema = introspect();
    String plan = folder.resolve("plan.json").toString();
    String rows = Long.toString(ROWS);
    run("plan", "--schema", schema, "--rows", rows, "--as-of", "2026-01-01", "--out", plan);
    String database = loaded(schema, plan);

    assertEquals(rows, TestServer.value(database, "SELECT count(*) FROM cliente"));
    assertAgreement(database, DISAGREEMENTS);
    String cities = TestServer.value(database, "SELECT count(DISTINCT codigo_ibge) FROM cliente");
    assertTrue(Integer.parseInt(cities) > 2500, cities);
  }

  @Test
  void aPlanWithoutRulesMakesRecordsThatAgree() throws Exception {
    String schema = introspect();
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan,
        """
        {"plan_version": "0.3", "seed": 3,
         "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
         "targets": [{"schema": "public", "table": "cliente", "rows": %d}],
         "rules": [], "options": {"as_of": "2026-01-01"}}
        """
            .formatted(ROWS));

    assertAgreement(loaded(schema, plan.toString()), DISAGREEMENTS);
  }
}
