package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.beam.keys.ForeignContextMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that sum up the rows of a child table, as the server would. */
class RollUpIT {
  static final String DDL =
      """
      CREATE TABLE cliente (
        id serial PRIMARY KEY,
        pedidos integer NOT NULL,
        gasto numeric(14,2),
        ultimo_pedido date,
        primeiro_pago timestamptz NOT NULL);
      CREATE TABLE pedido (
        id serial PRIMARY KEY,
        cliente_id integer NOT NULL REFERENCES cliente,
        situacao text NOT NULL CHECK (situacao IN ('aberto', 'pago')),
        criado_em timestamptz NOT NULL,
        total numeric(12,2) NOT NULL,
        itens smallint NOT NULL,
        com_desconto bigint NOT NULL);
      CREATE TABLE item (
        pedido_id integer NOT NULL REFERENCES pedido,
        linha integer NOT NULL,
        preco numeric(8,2) NOT NULL CHECK (preco BETWEEN 1 AND 500),
        quantidade integer NOT NULL CHECK (quantidade BETWEEN 1 AND 9),
        desconto numeric(6,3),
        subtotal numeric(12,2) NOT NULL,
        PRIMARY KEY (pedido_id, linha));
      """;

  static final String RULES =
      """
      {"type": "column_generator", "schema": "public", "table": "item", "column": "subtotal",
       "generator": {"id": "derive.money_total", "params": {
         "input_columns": ["preco", "quantidade"]}}},
      {"type": "column_generator", "schema": "public", "table": "pedido", "column": "total",
       "generator": {"id": "derive.children_sum", "params": {
         "child_table": "item", "child_column": "subtotal"}}},
      {"type": "column_generator", "schema": "public", "table": "pedido", "column": "itens",
       "generator": {"id": "derive.children_count", "params": {"child_table": "item"}}},
      {"type": "column_generator", "schema": "public", "table": "pedido",
       "column": "com_desconto",
       "generator": {"id": "derive.children_count", "params": {
         "child_table": "item", "child_column": "desconto"}}},
      {"type": "column_generator", "schema": "public", "table": "cliente", "column": "pedidos",
       "generator": {"id": "derive.children_count", "params": {
         "child_table": "pedido", "foreign_key": "cliente_id", "where": "situacao <> 'aberto'"}}},
      {"type": "column_generator", "schema": "public", "table": "cliente", "column": "gasto",
       "generator": {"id": "derive.children_sum", "params": {
         "child_table": "pedido", "child_column": "total", "where": "situacao = 'pago'"}}},
      {"type": "column_generator", "schema": "public", "table": "cliente",
       "column": "ultimo_pedido",
       "generator": {"id": "derive.children_max", "params": {
         "child_table": "pedido", "child_column": "criado_em"}}},
      {"type": "column_generator", "schema": "public", "table": "cliente",
       "column": "primeiro_pago",
       "generator": {"id": "derive.children_min", "params": {
         "child_table": "pedido", "child_column": "criado_em", "where": "situacao = 'pago'",
         "empty": "1999-12-31 00:00:00"}}}
      """;

  private static final List<String> DIFFERENCES =
      List.of(
          "SELECT count(*) FROM item WHERE subtotal <> preco * quantidade",
          "SELECT count(*) FROM pedido p WHERE total <> (SELECT coalesce(sum(subtotal), 0)"
              + " FROM item WHERE pedido_id = p.id)",
          "SELECT count(*) FROM pedido p WHERE itens <> (SELECT count(*) FROM item"
              + " WHERE pedido_id = p.id)",
          "SELECT count(*) FROM pedido p WHERE com_desconto <> (SELECT count(desconto) FROM item"
              + " WHERE pedido_id = p.id)",
          "SELECT count(*) FROM cliente c WHERE pedidos <> (SELECT count(*) FROM pedido"
              + " WHERE cliente_id = c.id AND situacao = 'pago')",
          "SELECT count(*) FROM cliente c WHERE gasto IS DISTINCT FROM (SELECT sum(total)"
              + " FROM pedido WHERE cliente_id = c.id AND situacao = 'pago')",
          "SELECT count(*) FROM cliente c WHERE ultimo_pedido IS DISTINCT FROM (SELECT"
              + " max(criado_em AT TIME ZONE 'UTC')::date FROM pedido WHERE cliente_id = c.id)",
          "SELECT count(*) FROM cliente c WHERE primeiro_pago <> (SELECT coalesce("
              + " min(criado_em), '1999-12-31 00:00:00+00') FROM pedido WHERE cliente_id = c.id"
              + " AND situacao = 'pago')");

  @TempDir private Path folder;

  @Test
  void sumsAreThoseOfTheServer() throws SQLException {
    assertEquals(List.of(), differences("cliente:40", "pedido:300", "item:9000"));
  }

  @Test
  void rowsWithoutChildrenHaveTheSumOfNothing() throws SQLException {
    assertEquals(List.of(), differences("cliente:20", "pedido:7", "item:3"));
  }

  @Test
  void oneRowOfEachSumsUpTheOne() throws SQLException {
    assertEquals(List.of(), differences("cliente:1", "pedido:1", "item:1"));
  }

  @Test
  void bothWaysToLearnOfParentsAndAnyShardsGiveTheSameBytes() throws SQLException {
    DerivedRun run = DerivedRun.of(DDL, RULES, "cliente:20", "pedido:100", "item:900");
    List<String> digests = run.digests(folder, ForeignContextMode.SIDE_INPUT);
    assertEquals(digests, run.digests(folder, ForeignContextMode.COMPUTED));
  }

  @Test
  void parentsThatAreToHaveNoChildrenCountNone() throws SQLException {
    String pick =
        """
        , {"type": "foreign_key_strategy", "schema": "public", "table": "pedido",
           "columns": ["cliente_id"], "mode": "respect", "childless": 0.3,
           "pick": {"kind": "per_parent", "min": 1, "max": 9}}
        """;
    List<String> queries = new ArrayList<>(DIFFERENCES);
    queries.add("SELECT count(*) - 6 FROM cliente WHERE ultimo_pedido IS NULL");
    assertEquals(
        List.of(),
        DerivedRun.of(DDL, RULES + pick, "cliente:20", "pedido:70", "item:200")
            .violations(folder, queries.toArray(String[]::new)));
  }

  @Test
  void rowsOfOtherShardsSumUpTheSameChildren() throws SQLException, IOException {
    DerivedRun run = DerivedRun.of(DDL, RULES, "cliente:20", "pedido:100", "item:900");
    assertEquals(lines(run.request(folder)), lines(run.request(folder).withShards(7)));
  }

  private static List<List<String>> lines(GenerationRequest request) throws IOException {
    Path run = Generation.run(request).run().path();
    List<List<String>> tables = new ArrayList<>();
    for (String table : List.of("cliente", "pedido")) {
      try (Stream<Path> files = Files.list(run)) {
        List<String> lines = new ArrayList<>();
        for (Path file :
            files.filter(f -> f.getFileName().toString().contains(table)).sorted().toList()) {
          lines.addAll(Files.readAllLines(file).stream().skip(1).toList());
        }
        tables.add(lines);
      }
    }
    return tables;
  }

  private List<String> differences(String... targets) throws SQLException {
    return DerivedRun.of(DDL, RULES, targets)
        .violations(folder, DIFFERENCES.toArray(String[]::new));
  }
}
