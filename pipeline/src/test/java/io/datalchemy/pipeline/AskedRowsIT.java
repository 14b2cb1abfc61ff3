package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.plan.PlanDocument;
import io.datalchemy.resolve.ResolvedTable;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many rows there are, and what cannot be asked of the parents that they have. */
class AskedRowsIT {
  private static final String DDL =
      """
      CREATE TABLE cliente (id serial PRIMARY KEY);
      CREATE TABLE pedido (
        id serial PRIMARY KEY,
        cliente_id integer NOT NULL REFERENCES cliente,
        indicado_por integer REFERENCES cliente);
      CREATE TABLE item (
        pedido_id integer NOT NULL REFERENCES pedido,
        linha integer NOT NULL,
        PRIMARY KEY (pedido_id, linha));
      """;

  @ParameterizedTest
  @CsvSource({"1, 20, 50", "2.5, 50, 125", "0.1, 2, 5", "0.001, 1, 1"})
  void scaleMultipliesTheRowsOfAllTargets(String scale, long customers, long orders)
      throws SQLException {
    DerivedRun run = DerivedRun.of(DDL, "", "cliente:20", "pedido:50");
    String plan =
        new String(PlanDocument.write(run.plan()), StandardCharsets.UTF_8)
            .replaceFirst("\\{", "{\"options\": {\"scale\": " + scale + "},");
    Map<String, Long> rows = new TreeMap<>();
    new DerivedRun(DDL, run.schema(), PlanDocument.read(plan.getBytes(StandardCharsets.UTF_8)))
        .resolution().orThrow().tables().stream()
            .forEach((ResolvedTable table) -> rows.put(table.table(), table.rows()));
    assertEquals(Map.of("cliente", customers, "pedido", orders), rows);
  }

  @Test
  void refusesMoreChildrenThanThePickAllows() throws SQLException {
    assertEquals(
        List.of(
            "/rules/0 children_out_of_range: public.pedido: foreign key pedido_cliente_id_fkey to"
                + " public.cliente: 10 parents with 1 to 3 children each have at most 30 in all,"
                + " asked were 31"),
        problems(
            strategy(
                "pedido",
                "cliente_id",
                "\"pick\": {\"kind\": \"per_parent\", \"min\": 1, \"max\": 3}"),
            "cliente:10",
            "pedido:31"));
  }

  @Test
  void refusesNullsWhereTheKeyIsMandatory() throws SQLException {
    assertEquals(
        List.of(
            "/rules/0/null_rate null_rate_not_possible: public.pedido: foreign key"
                + " pedido_cliente_id_fkey: cannot be NULL at a share of 0.5: its columns may not be"
                + " NULL, or a CHECK or another key decides when"),
        problems(
            strategy("pedido", "cliente_id", "\"null_rate\": 0.5"), "cliente:10", "pedido:31"));
  }

  @Test
  void refusesAPickWhereAUniqueKeyDecides() throws SQLException {
    assertEquals(
        List.of("/rules/0 pick_not_possible"),
        problems(
                strategy("item", "pedido_id", "\"pick\": {\"kind\": \"zipf\"}"),
                "pedido:10",
                "item:31")
            .stream()
            .map(words -> words.substring(0, words.indexOf(':')))
            .toList());
  }

  private static List<String> problems(String rule, String... targets) throws SQLException {
    return DerivedRun.of(DDL, rule, targets).problems();
  }

  private static String strategy(String table, String column, String asked) {
    return "{\"type\": \"foreign_key_strategy\", \"schema\": \"public\", \"table\": \""
        + table
        + "\", \"mode\": \"respect\", \"columns\": [\""
        + column
        + "\"], "
        + asked
        + "}";
  }
}
