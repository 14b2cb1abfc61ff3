package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.server.BrazilFacts;
import io.datalchemy.server.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a key, a CHECK, a type or a rule decides one column of a record, the others follow it. */
class LedRecordsIT {
  /** States by a foreign key, an enum, a list and a range; a unique CEP; a rule. */
  private static final String LED =
      """
      CREATE TYPE sexo_t AS ENUM ('feminino', 'masculino');
      CREATE TABLE estado (sigla char(2) PRIMARY KEY CHECK (sigla IN ('PE', 'RS', 'AM')));
      CREATE TABLE por_chave (id int PRIMARY KEY, uf char(2) NOT NULL REFERENCES estado,
        cidade text NOT NULL, cep char(8) NOT NULL, ddd int NOT NULL);
      CREATE TABLE por_lista (id int PRIMARY KEY, uf char(2) NOT NULL CHECK (uf IN ('SP', 'BA')),
        cidade text NOT NULL, telefone text NOT NULL, cpf char(11) NOT NULL);
      CREATE TABLE por_recusa (id int PRIMARY KEY, uf char(2) NOT NULL CHECK (uf <> 'SP'),
        valor int NOT NULL CHECK (valor > 0), CHECK (uf <> 'RJ' OR valor > 9000),
        cidade text NOT NULL, cep char(8) NOT NULL);
      CREATE TABLE por_cep (cep char(8) PRIMARY KEY, cidade text NOT NULL, uf char(2) NOT NULL);
      CREATE TABLE por_regra (id int PRIMARY KEY, estado text NOT NULL, cidade text NOT NULL);
      CREATE TABLE por_tipo (id int PRIMARY KEY, nome text NOT NULL, sexo sexo_t NOT NULL);
      """;

  private static final String RULE =
      """
      {"type": "column_generator", "schema": "public", "table": "por_regra", "column": "estado",
       "generator": {"id": "primitive.enum", "params": {"values": ["Pará", "Acre"]}}}
      """;

  private static DerivedRun led() throws SQLException {
    return DerivedRun.of(
        LED,
        RULE,
        "estado:3",
        "por_chave:2000",
        "por_lista:2000",
        "por_recusa:2000",
        "por_cep:2000",
        "por_regra:2000",
        "por_tipo:2000");
  }

  @TempDir private Path folder;

  private static void assertAgreement(String database, String... queries) throws SQLException {
    for (String query : queries) {
      assertEquals("0", TestServer.value(database, query), query);
    }
  }

  @Test
  void theOthersFollowAColumnThatSomethingElseDecides() throws Exception {
    Path made = Generation.run(led().request(folder)).run().path();
    String database = BrazilFacts.beside(LED, made);
    String within =
        " AND EXISTS (SELECT FROM ranges r WHERE r.code = f.code"
            + " AND left(t.cep, 5) BETWEEN r.first AND r.last))";
    assertAgreement(
        database,
        "SELECT count(*) FROM por_chave t WHERE NOT EXISTS (SELECT FROM facts f"
            + " WHERE (f.uf, f.name, f.ddd) = (t.uf, t.cidade, t.ddd::text)"
            + within,
        "SELECT count(*) FROM por_lista t WHERE NOT EXISTS (SELECT FROM facts f WHERE"
            + " (f.uf, f.name, f.ddd, f.region)"
            + " = (t.uf, t.cidade, substr(telefone, 2, 2), substr(cpf, 9, 1)))",
        "SELECT count(*) FROM por_recusa t WHERE NOT EXISTS (SELECT FROM facts f"
            + " WHERE (f.uf, f.name) = (t.uf, t.cidade)"
            + within,
        "SELECT count(*) FROM por_cep t WHERE NOT EXISTS (SELECT FROM facts f"
            + " WHERE (f.uf, f.name) = (t.uf, t.cidade)"
            + within,
        "SELECT count(*) FROM por_regra t WHERE NOT EXISTS (SELECT FROM facts f"
            + " WHERE (f.state, f.name) = (t.estado, t.cidade))",
        "SELECT count(*) FROM por_tipo t WHERE NOT EXISTS (SELECT FROM given g"
            + " WHERE g.name = split_part(nome, ' ', 1)"
            + " AND g.sex = upper(left(sexo::text, 1)))");
  }

  @Test
  void aCellAloneAndManyShardsGiveTheSame() throws Exception {
    DerivedRun run = led();
    for (String table : List.of("por_chave", "por_lista", "por_recusa", "por_cep")) {
      List<List<Optional<String>>> together = run.texts(table, 0, 6);
      assertEquals(together, run.textsAlone(table, 6), table);
    }
    assertEquals(
        run.digests(folder.resolve("a"), ForeignContextMode.COMPUTED),
        run.digests(folder.resolve("b"), ForeignContextMode.SIDE_INPUT));
  }
}
