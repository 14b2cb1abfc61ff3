package io.datalchemy.pipeline.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.beam.keys.KeyFileReader;
import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.existing.KeySelection;
import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.run.IntrospectionRun;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCaptureIT {
  @TempDir Path folder;

  private Path capture(String database, int partitions, String... selection) {
    return capture(TestServer.settings(database), partitions, selection);
  }

  private Path capture(ConnectionSettings settings, int partitions, String... selection) {
    KeyCapture capture =
        new KeyCapture(settings, KeySelection.parse(List.of(selection)), partitions);
    IntrospectionRun run =
        IntrospectionRun.run(
            settings,
            IntrospectionOptions.all(),
            folder.resolve("runs"),
            InstantSource.system(),
            capture::read);
    return run.folder().path().resolve("keys");
  }

  private static List<String> rows(Path keys, ExistingTable table) throws IOException {
    List<String> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(keys.resolve(table.file()));
        KeyFileReader reader = new KeyFileReader(in, table)) {
      while (reader.hasNext()) {
        KeyFileReader.KeyRows block = reader.nextRows();
        for (int i = 0; i < block.count(); i++) {
          LineBuffer line = new LineBuffer();
          CsvEncoder.encode(block.columns(), i, line);
          rows.add(line.text());
        }
      }
    }
    return rows;
  }

  private static List<String> onlyRows(Path keys) throws IOException {
    return rows(keys, ExistingKeys.read(keys).tables().get(0));
  }

  private static String[] files(Path keys) throws IOException {
    try (Stream<Path> files = Files.list(keys)) {
      return files.map(file -> file.getFileName().toString()).sorted().toArray(String[]::new);
    }
  }

  @Test
  void readsOnlyWhatAForeignKeyRefersTo() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE p (nome text, b int, codigo text UNIQUE, id int PRIMARY KEY, UNIQUE (b));
            CREATE TABLE c (codigo text REFERENCES p (codigo));
            INSERT INTO p VALUES ('Ana', 1, 'z', 1), ('Bia', 2, 'A', 2), ('Caio', 3, NULL, 3),
              ('Davi', 4, 'é', 4), ('Eva', 5, '', 5);
            """);
    Path keys = capture(database, 2, "p");
    ExistingTable table = ExistingKeys.read(keys).tables().get(0);
    assertEquals(List.of("codigo"), table.columns().stream().map(column -> column.name()).toList());
    assertEquals(List.of("\"\"", "A", "z", "é"), onlyRows(keys));
    assertEquals(4, table.rows());
    assertEquals(1, table.rowsWithoutKey());
    assertArrayEquals(new String[] {"keys.json", "public.p.avro"}, files(keys));
    for (String file : files(keys)) {
      String content =
          Files.readString(keys.resolve(file), java.nio.charset.StandardCharsets.ISO_8859_1);
      assertFalse(content.contains("Ana"), file);
    }
  }

  @Test
  void readsTheColumnsThatAreNamedToo() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE p (id int PRIMARY KEY, apelido text);
            CREATE TABLE c (p int REFERENCES p);
            INSERT INTO p VALUES (2, NULL), (1, 'a,b');
            """);
    assertEquals(List.of("1,\"a,b\"", "2,"), onlyRows(capture(database, 1, "p(apelido)")));
  }

  @Test
  void keepsEveryTypeOfKeyExactly() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TYPE cor AS ENUM ('verde', 'azul');
            CREATE DOMAIN cep AS char(9) CHECK (VALUE ~ '^[0-9]{5}-[0-9]{3}$');
            CREATE TABLE p (
              a int2, b int8, c numeric(10,3), d text, e varchar(9), f char(4), g uuid, h date,
              i time, j timestamp, k timestamptz, l bool, m bytea, n cor, o cep, p money, q inet,
              r float8, s float4, t interval, u bit(3), v int[], w int4range, x "char",
              PRIMARY KEY (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x));
            CREATE TABLE c (LIKE p);
            ALTER TABLE c ADD FOREIGN KEY (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s,
              t, u, v, w, x) REFERENCES p;
            INSERT INTO p VALUES (-1, 9223372036854775807, -0.005, '"ção"', 'x', 'SP',
              'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', '0001-01-01', '23:59:59.000001',
              '1969-12-31 23:59:59.5', '2026-01-01 00:00:00-03', true, '\\x00ff', 'azul',
              '01310-100', '-1234.56', '10.0.0.1', 0.1, 0.1, '1 mon 2 days 03:00:00', '101',
              '{1,NULL}', '[1,5)', 'z');
            """);
    assertEquals(
        List.of(
            "-1,9223372036854775807,-0.005,\"\"\"ção\"\"\",x,SP,a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11,"
                + "0001-01-01,23:59:59.000001,1969-12-31 23:59:59.500000,2026-01-01 03:00:00+00,"
                + "true,\\x00ff,azul,01310-100,-1234.56,10.0.0.1/32,0.1,0.1,1 mon 2 days 03:00:00,"
                + "101,\"{1,NULL}\",\"[1,5)\",z"),
        onlyRows(capture(database, 3, "p")));
  }

  @Test
  void givesTheSameBytesWhateverThePartitions() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE p (a int, t text, PRIMARY KEY (t, a));
            CREATE TABLE c (a int, t text, FOREIGN KEY (t, a) REFERENCES p (t, a));
            INSERT INTO p SELECT i, md5((i % 1000)::text) FROM generate_series(1, 200003) AS i;
            CREATE TABLE q (id bigint PRIMARY KEY);
            CREATE TABLE d (q bigint REFERENCES q);
            INSERT INTO q SELECT i * 7 FROM generate_series(1, 200003) AS i;
            """);
    Path one = capture(database, 1, "p,q");
    Path seven = capture(database, 7, "q", "p");
    assertArrayEquals(new String[] {"keys.json", "public.p.avro", "public.q.avro"}, files(one));
    for (ExistingTable table : ExistingKeys.read(one).tables()) {
      assertEquals(rows(one, table), rows(seven, table));
    }
    for (String file : files(one)) {
      assertArrayEquals(
          Files.readAllBytes(one.resolve(file)), Files.readAllBytes(seven.resolve(file)), file);
    }
    List<String> rows = rows(seven, ExistingKeys.read(seven).tables().get(1));
    assertEquals(200_003, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(Long.toString((i + 1) * 7L), rows.get(i));
    }
    List<String> texts = rows(seven, ExistingKeys.read(seven).tables().get(0));
    List<String> byText =
        texts.stream()
            .sorted(
                java.util.Comparator.comparing((String row) -> row.split(",", -1)[1])
                    .thenComparing(row -> Integer.valueOf(row.split(",", -1)[0])))
            .toList();
    assertEquals(byText, texts);
    assertEquals(200_003, texts.stream().distinct().count());
  }

  @Test
  void readsTablesWithOddNamesAndWithoutRows() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE SCHEMA "a.b";
            CREATE TABLE "a.b"."c ""d""/.." ("x y" int PRIMARY KEY, "?" int UNIQUE);
            CREATE TABLE "a.b".f (k int REFERENCES "a.b"."c ""d""/.."("x y"));
            INSERT INTO "a.b"."c ""d""/.." VALUES (1, 3), (2, 2);
            CREATE TABLE vazia (id int PRIMARY KEY);
            CREATE TABLE g (k int REFERENCES vazia);
            """);
    Path keys = capture(database, 2, "\"a.b\".\"c \"\"d\"\"/..\"(\"?\", \"x y\"), vazia");
    ExistingKeys read = ExistingKeys.read(keys);
    assertEquals(List.of("1,3", "2,2"), rows(keys, read.tables().get(0)));
    assertEquals(List.of(), rows(keys, read.tables().get(1)));
    assertArrayEquals(
        new String[] {"a%2Eb.c%20%22d%22%2F%2E%2E.avro", "keys.json", "public.vazia.avro"},
        files(keys));
  }

  @Test
  void readsPartitionsOfTheDatabaseThroughTheirRootAndNoHeirs() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE p (id int PRIMARY KEY) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            CREATE TABLE p2 PARTITION OF p DEFAULT;
            CREATE TABLE c (p int REFERENCES p);
            INSERT INTO p VALUES (20), (1);
            CREATE TABLE pai (id int PRIMARY KEY);
            CREATE TABLE filha () INHERITS (pai);
            CREATE TABLE d (pai int REFERENCES pai);
            INSERT INTO pai VALUES (1);
            INSERT INTO filha VALUES (2);
            """);
    Path keys = capture(database, 2, "public.*");
    List<ExistingTable> tables = ExistingKeys.read(keys).tables();
    assertEquals(List.of("1", "20"), rows(keys, tables.get(0)));
    assertEquals(List.of("1"), rows(keys, tables.get(1)));
    assertEquals(2, tables.size());
  }

  @Test
  void needsTheRightOnTheKeyColumnsAlone() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE p (id int PRIMARY KEY, nome text);
            CREATE TABLE c (p int REFERENCES p);
            INSERT INTO p VALUES (1, 'Ana'), (2, 'Bia');
            DROP ROLE IF EXISTS leitor_de_chaves;
            CREATE ROLE leitor_de_chaves LOGIN;
            GRANT SELECT (id) ON p TO leitor_de_chaves;
            """);
    ConnectionSettings admin = TestServer.settings(database);
    ConnectionSettings reader =
        ConnectionSettings.postgres(admin.host(), admin.port(), database, "leitor_de_chaves", "");
    assertEquals(List.of("1", "2"), onlyRows(capture(reader, 2, "p")));
    UnavailableException refused =
        assertThrows(UnavailableException.class, () -> capture(reader, 2, "p(nome)"));
    assertTrue(
        refused.getMessage().contains("permission denied for table p"), refused.getMessage());
  }

  @Test
  void aFailedCaptureLeavesNoKeysAndSaysSoInItsLog() throws IOException, SQLException {
    String database =
        TestServer.database(
            """
            CREATE TABLE p (id date PRIMARY KEY);
            CREATE TABLE c (p date REFERENCES p);
            INSERT INTO p VALUES ('2026-01-01'), ('infinity');
            """);
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> capture(database, 1, "p"));
    assertEquals("unsupported_key_value", refused.problems().get(0).code());
    assertTrue(refused.getMessage().contains("column public.p.id:"), refused.getMessage());
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      Path run = runs.findFirst().orElseThrow();
      assertArrayEquals(
          new String[] {"config.json", "logs.ndjson", "metrics.json", "schema.json"}, files(run));
      String log = Files.readString(run.resolve("logs.ndjson"));
      assertTrue(log.contains("\"status\":\"failed\""), log);
      assertFalse(log.contains("infinity"), log);
    }
  }

  @Test
  void tellsEveryNameThatMeansNothing() throws SQLException {
    String database =
        TestServer.database(
            """
            CREATE SCHEMA s;
            CREATE TABLE p (id int PRIMARY KEY);
            CREATE TABLE s.p (id int PRIMARY KEY);
            CREATE TABLE sozinha (id int PRIMARY KEY);
            """);
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> capture(database, 1, "p,nada,sozinha,sozinha(idd),s.*"));
    assertEquals(
        List.of("ambiguous_table", "unknown_table", "keys_not_referenced", "unknown_column"),
        refused.problems().stream().map(problem -> problem.code()).toList());
  }

  @Test
  void readsTheSnapshotAndNotWhatIsWrittenMeanwhile() throws SQLException {
    String database = TestServer.database("CREATE TABLE p (id int); INSERT INTO p VALUES (1)");
    try (KeySnapshot snapshot = KeySnapshot.open(TestServer.settings(database))) {
      TestServer.value(database, "INSERT INTO p VALUES (2) RETURNING id");
      try (var reader = KeySnapshot.connect(snapshot.name());
          var statement = reader.createStatement();
          var result = statement.executeQuery("SELECT count(*) FROM public.p")) {
        result.next();
        assertEquals(1, result.getInt(1));
      }
    }
  }
}
