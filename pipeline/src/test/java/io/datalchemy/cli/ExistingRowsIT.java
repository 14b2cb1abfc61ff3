package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.json.SchemaDocument;
import io.datalchemy.pipeline.Documents;
import io.datalchemy.pipeline.Generation;
import io.datalchemy.pipeline.GenerationRequest;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.run.Manifest;
import io.datalchemy.run.RunId;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExistingRowsIT {
  private static final String SHOP =
      """
      CREATE TABLE pais (sigla char(2) PRIMARY KEY, nome text NOT NULL CHECK (length(nome) > 3));
      CREATE TABLE loja (id bigint PRIMARY KEY, pais char(2) NOT NULL REFERENCES pais,
        codigo text UNIQUE, gerente int NOT NULL);
      CREATE TABLE venda (id int PRIMARY KEY, loja bigint NOT NULL REFERENCES loja,
        codigo text REFERENCES loja (codigo));
      CREATE TABLE item (venda int NOT NULL REFERENCES venda, loja bigint NOT NULL REFERENCES loja,
        numero int NOT NULL, PRIMARY KEY (venda, numero));
      INSERT INTO pais VALUES ('BR', 'Brasil'), ('PT', 'Portugal');
      INSERT INTO loja SELECT i * 10, CASE WHEN i % 2 = 0 THEN 'BR' ELSE 'PT' END, 'L-' || i, i
        FROM generate_series(1, 9) AS i;
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private String run(int exitCode, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int ended = Datalchemy.run(new PrintWriter(out), new PrintWriter(err), arguments);
    assertEquals(exitCode, ended, () -> out + "\n" + err);
    return out.toString().strip();
  }

  private static String url(String database) {
    return TestServer.get().connectionString(database);
  }

  private Path introspect(String database, String... keys) {
    String[] arguments = new String[4 + 2 * keys.length];
    arguments[0] = "introspect";
    arguments[1] = url(database);
    arguments[2] = "--run-dir";
    arguments[3] = folder.resolve("runs").toString();
    for (int i = 0; i < keys.length; i++) {
      arguments[4 + 2 * i] = "--keys";
      arguments[5 + 2 * i] = keys[i];
    }
    return Path.of(run(0, arguments));
  }

  private String plan(Path introspection, String... more) {
    String file = folder.resolve("plan-" + RunId.fresh() + ".json").toString();
    String[] start = {
      "plan",
      "--schema",
      introspection.resolve("schema.json").toString(),
      "--out",
      file,
      "--as-of",
      "2026-06-30"
    };
    String[] arguments = new String[start.length + more.length];
    System.arraycopy(start, 0, arguments, 0, start.length);
    System.arraycopy(more, 0, arguments, start.length, more.length);
    run(0, arguments);
    return file;
  }

  private Path generate(Path introspection, String plan) {
    return Path.of(
        run(
            0,
            "generate",
            "--plan",
            plan,
            "--schema",
            introspection.resolve("schema.json").toString(),
            "--out",
            folder.resolve("out").toString()));
  }

  private void verify(Path introspection, Path run, String database) {
    String summary =
        run(
            0,
            "verify",
            "--schema",
            introspection.resolve("schema.json").toString(),
            "--run",
            run.toString(),
            "--conn",
            url(database));
    assertTrue(summary.contains(" 0 violations"), summary);
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = TestServer.get().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void regeneratesTheOthersAroundTablesThatKeepTheirRows() throws IOException, SQLException {
    String database = "existing_" + RunId.fresh();
    SampleDatabase.create(TestServer.get(), database);
    Path first = introspect(database);
    Path firstRun = generate(first, plan(first, "--rows", "60", "--seed", "1"));
    run(0, "load", "--run", firstRun.toString(), "--conn", url(database));
    String companies =
        TestServer.value(
            database, "SELECT md5(string_agg(e::text, '' ORDER BY id)) FROM cadastro.empresa e");

    Path second = introspect(database, "cadastro.*");
    String plan = plan(second, "--rows", "150", "--seed", "2", "--keys", second.toString());
    Path secondRun = generate(second, plan);
    verify(second, secondRun, database);
    assertTrue(err.toString().contains("table cadastro.uf: not evaluated"), err.toString());

    Manifest manifest = Manifest.read(secondRun);
    assertEquals(
        List.of("empresa", "municipio", "uf"),
        manifest.existing().stream().map(table -> table.table()).toList());
    assertTrue(manifest.tables().stream().noneMatch(t -> t.schema().equals("cadastro")));
    String others =
        manifest.tables().stream()
            .map(t -> "\"" + t.schema() + "\".\"" + t.table() + "\"")
            .collect(java.util.stream.Collectors.joining(", "));
    execute(database, "TRUNCATE " + others);
    run(0, "load", "--run", secondRun.toString(), "--conn", url(database));
    assertEquals(
        companies,
        TestServer.value(
            database, "SELECT md5(string_agg(e::text, '' ORDER BY id)) FROM cadastro.empresa e"));
    assertEquals("150", TestServer.value(database, "SELECT count(*) FROM crm.cliente"));
    assertEquals(
        "0",
        TestServer.value(
            database,
            "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND NOT convalidated"));
  }

  @Test
  void bothForeignContextsGiveTheSameBytesThatFollowFromTheKeys() throws IOException, SQLException {
    String database = TestServer.database(SHOP);
    Path found = introspect(database, "pais,loja");
    assertTrue(
        err.toString().contains("keys of public.loja[id, codigo]: 9 rows\n"), err.toString());
    Path plan = Path.of(plan(found, "--rows", "40", "--keys", found.toString()));
    Documents documents =
        Decisions.decide(
            SchemaDocument.read(found.resolve("schema.json")),
            PlanDocument.read(plan),
            Files.readAllBytes(plan),
            KeyFolder.beside(found.resolve("schema.json")));
    Manifest computed = generate(documents, ForeignContextMode.COMPUTED);
    assertEquals(computed.tables(), generate(documents, ForeignContextMode.SIDE_INPUT).tables());
    assertEquals(
        List.of("item", "venda"), computed.tables().stream().map(table -> table.table()).toList());
    Path run = generate(found, plan.toString());
    verify(found, run, database);
    assertTrue(Files.readString(run.resolve("public.venda.csv")).contains(",L-"));
    assertFalse(Files.exists(run.resolve("public.loja.csv")));
    String line = Files.readAllLines(run.resolve("public.venda.csv")).get(8);
    String explained =
        run(
            0,
            "explain",
            "--plan",
            plan.toString(),
            "--schema",
            found.resolve("schema.json").toString(),
            "venda",
            "7",
            "loja");
    assertTrue(explained.contains("loja = \"" + line.split(",", -1)[1] + "\""), explained);
    String report = Files.readString(run.resolve("generation_report.json"));
    assertTrue(report.contains("\"existing\""), report);
  }

  private Manifest generate(Documents documents, ForeignContextMode mode) {
    return Generation.run(
            GenerationRequest.of(documents, folder.resolve("out")).withForeignContext(mode))
        .manifest();
  }

  @Test
  void refusesKeysThatAreNotThoseOfTheRun() throws IOException, SQLException {
    String database = TestServer.database(SHOP);
    Path found = introspect(database, "pais,loja");
    String plan = plan(found, "--rows", "5", "--keys", found.toString());
    String schema = found.resolve("schema.json").toString();
    Path file = found.resolve("keys").resolve("public.loja.avro");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);
    run(2, "generate", "--plan", plan, "--schema", schema);
    assertTrue(err.toString().contains("[key_file_corrupt]"), err.toString());
    Files.delete(file);
    run(2, "generate", "--plan", plan, "--schema", schema);
    assertTrue(err.toString().contains("[key_file_missing]"), err.toString());
    Path other = introspect(database);
    run(2, "validate", "--plan", plan, "--schema", other.resolve("schema.json").toString());
    assertTrue(out.toString().contains("[keys_missing]"), out.toString());
    execute(database, "ALTER TABLE pais ADD continente text");
    Path changed = introspect(database);
    run(
        2,
        "validate",
        "--plan",
        plan,
        "--schema",
        changed.resolve("schema.json").toString(),
        "--keys",
        found.toString());
    assertTrue(out.toString().contains("[keys_fingerprint_mismatch]"), out.toString());
  }

  @Test
  void leavesNullWhatRefersToATableThatStaysEmpty() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE p (id int PRIMARY KEY);
            CREATE TABLE c (id int PRIMARY KEY, p int REFERENCES p);
            CREATE TABLE d (id int PRIMARY KEY, p int NOT NULL REFERENCES p);
            """);
    Path found = introspect(database, "p");
    Path plan = folder.resolve("plan.json");
    Files.writeString(plan, plan("c"));
    Path run = generate(found, plan.toString());
    assertTrue(err.toString().contains("[existing_table_empty]"), err.toString());
    verify(found, run, database);
    Files.writeString(plan, plan("d"));
    String schema = found.resolve("schema.json").toString();
    run(2, "validate", "--plan", plan.toString(), "--schema", schema);
    assertTrue(out.toString().contains("[existing_table_empty]"), out.toString());
  }

  private static String plan(String table) {
    return """
        {"plan_version": "0.3", "seed": 1,
         "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
         "targets": [{"schema": "public", "table": "p", "mode": "existing"},
                     {"schema": "public", "table": "%s", "rows": 3}],
         "rules": []}
        """
        .formatted(table);
  }

  @Test
  void refusesAWayToACommonAncestorThroughRowsThatStay() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE t (id int PRIMARY KEY);
            CREATE TABLE a (t int REFERENCES t, id int, PRIMARY KEY (t, id));
            CREATE TABLE b (t int REFERENCES t, id int, PRIMARY KEY (t, id));
            CREATE TABLE c (id int PRIMARY KEY, t int NOT NULL, a int NOT NULL, b int NOT NULL,
              FOREIGN KEY (t, a) REFERENCES a, FOREIGN KEY (t, b) REFERENCES b);
            INSERT INTO t VALUES (1), (2);
            INSERT INTO a VALUES (1, 1), (2, 1);
            """);
    Path found = introspect(database, "t", "a");
    Path plan = folder.resolve("plan.json");
    Files.writeString(
        plan, plan("c").replace("\"p\"", "\"t\"").replace("\"rules\"", "\"x-\": 0, \"rules\""));
    String schema = found.resolve("schema.json").toString();
    run(0, "validate", "--plan", plan.toString(), "--schema", schema);
    Files.writeString(plan, plan("c").replace("\"p\"", "\"a\""));
    run(2, "validate", "--plan", plan.toString(), "--schema", schema);
    assertTrue(out.toString().contains("[unsupported_existing_path]"), out.toString());
  }
}
