package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.beam.keys.ForeignContextMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules may read a parent's row, and that of an ancestor further up. */
class AncestorValueIT {
  private static final String DDL =
      """
      CREATE TABLE cliente (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        segmento varchar(20) NOT NULL,
        desde date NOT NULL);
      CREATE TABLE pedido (
        id serial PRIMARY KEY,
        cliente_id integer NOT NULL REFERENCES cliente,
        criado_em timestamptz NOT NULL,
        fechado_em timestamptz);
      CREATE TABLE item (
        id serial PRIMARY KEY,
        pedido_id integer NOT NULL REFERENCES pedido,
        segmento varchar(20) NOT NULL,
        incluido_em timestamp NOT NULL,
        alterado_em timestamp NOT NULL CHECK (alterado_em >= incluido_em),
        entregue_em date,
        pai_id integer REFERENCES item,
        visto_em timestamptz NOT NULL);
      """;

  private static final String RULES =
      """
      {"type": "column_generator", "schema": "public", "table": "pedido", "column": "criado_em",
       "generator": {"id": "derive.after_parent", "params": {
         "input_columns": ["cliente_id"], "parent_column": "desde"}}},
      {"type": "column_generator", "schema": "public", "table": "pedido", "column": "fechado_em",
       "null_rate": 0.2,
       "generator": {"id": "derive.end_after_start", "params": {
         "input_columns": ["criado_em"], "min_seconds": 3600, "max_days": 20}}},
      {"type": "column_generator", "schema": "public", "table": "item", "column": "segmento",
       "generator": {"id": "derive.parent_value", "params": {
         "input_columns": ["pedido_id"], "via": ["cliente_id"], "parent_schema": "public",
         "parent_table": "cliente", "parent_column": "segmento"}}},
      {"type": "column_generator", "schema": "public", "table": "item", "column": "incluido_em",
       "generator": {"id": "derive.after_parent", "params": {
         "input_columns": ["pedido_id"], "parent_column": "criado_em",
         "until_parent_column": "fechado_em", "max_seconds": 864000}}},
      {"type": "column_generator", "schema": "public", "table": "item", "column": "entregue_em",
       "generator": {"id": "derive.after_parent", "params": {
         "input_columns": ["pedido_id"], "via": ["pedido_cliente_id_fkey"],
         "parent_column": "desde", "min_seconds": 86401, "max_days": 9}}},
      {"type": "column_generator", "schema": "public", "table": "item", "column": "visto_em",
       "generator": {"id": "derive.after_parent", "params": {
         "input_columns": ["pai_id"], "parent_column": "visto_em", "min_seconds": 1}}}
      """;

  @TempDir private Path folder;

  @Test
  void valuesOfAncestorsAreThoseOfTheirRows() throws SQLException {
    DerivedRun run = DerivedRun.of(DDL, RULES, "cliente:30", "pedido:200", "item:3000");
    assertEquals(
        List.of(),
        run.violations(
            folder,
            "SELECT count(*) FROM item i JOIN pedido p ON p.id = pedido_id"
                + " JOIN cliente c ON c.id = cliente_id WHERE i.segmento <> c.segmento",
            "SELECT count(*) FROM pedido p JOIN cliente c ON c.id = cliente_id"
                + " WHERE criado_em AT TIME ZONE 'UTC' NOT BETWEEN desde AND desde + 90",
            "SELECT count(*) FROM pedido WHERE fechado_em < criado_em + interval '1 hour'",
            "SELECT count(*) FROM item i JOIN pedido p ON p.id = pedido_id"
                + " WHERE incluido_em < criado_em AT TIME ZONE 'UTC'"
                + " OR incluido_em > coalesce(fechado_em AT TIME ZONE 'UTC', incluido_em)"
                + " OR incluido_em > criado_em AT TIME ZONE 'UTC' + interval '10 days'",
            "SELECT count(*) FROM item i JOIN pedido p ON p.id = pedido_id"
                + " JOIN cliente c ON c.id = cliente_id"
                + " WHERE entregue_em IS NULL OR entregue_em NOT BETWEEN desde + 2 AND desde + 9",
            "SELECT count(*) FROM item i JOIN item pai ON pai.id = i.pai_id"
                + " WHERE i.visto_em <= pai.visto_em"));
  }

  @Test
  void bothWaysToLearnOfAncestorsGiveTheSameBytes() throws SQLException {
    DerivedRun run = DerivedRun.of(DDL, RULES, "cliente:9", "pedido:50", "item:700");
    assertEquals(
        run.digests(folder, ForeignContextMode.SIDE_INPUT),
        run.digests(folder, ForeignContextMode.COMPUTED));
  }

  @Test
  void aKeyThatACheckEmptiesTakesItsParentsValueWithIt() throws SQLException {
    String ddl =
        """
        CREATE TABLE loja (id serial PRIMARY KEY, nome text NOT NULL, aberta_em date NOT NULL);
        CREATE TABLE venda (
          id serial PRIMARY KEY,
          canal text NOT NULL CHECK (canal IN ('loja', 'site')),
          loja_id integer REFERENCES loja,
          loja_nome text,
          vendida_em date NOT NULL,
          conferida_em date,
          CHECK ((canal = 'loja') = (loja_id IS NOT NULL)),
          CHECK (loja_id IS NULL OR loja_nome IS NOT NULL),
          CHECK (loja_id IS NULL OR vendida_em > '1990-01-01'));
        """;
    String rules =
        """
        {"type": "column_generator", "schema": "public", "table": "venda", "column": "loja_nome",
         "generator": {"id": "derive.parent_value", "params": {
           "input_columns": ["loja_id"], "parent_schema": "public", "parent_table": "loja",
           "parent_column": "nome"}}},
        {"type": "column_generator", "schema": "public", "table": "venda", "column": "vendida_em",
         "generator": {"id": "derive.after_parent", "params": {
           "input_columns": ["loja_id"], "parent_column": "aberta_em"}}},
        {"type": "column_generator", "schema": "public", "table": "venda",
         "column": "conferida_em",
         "generator": {"id": "derive.after_parent", "params": {
           "input_columns": ["loja_id"], "parent_column": "aberta_em"}}}
        """;
    DerivedRun run = DerivedRun.of(ddl, rules, "loja:9", "venda:400");
    assertEquals(
        List.of(),
        run.violations(
            folder,
            "SELECT count(*) FROM venda v JOIN loja l ON l.id = loja_id"
                + " WHERE loja_nome IS DISTINCT FROM nome OR vendida_em < aberta_em"
                + " OR conferida_em < aberta_em OR conferida_em IS NULL",
            "SELECT count(*) FROM venda WHERE loja_id IS NULL AND conferida_em IS NOT NULL",
            "SELECT (count(*) = 0)::integer FROM venda WHERE loja_id IS NULL",
            "SELECT (count(*) = 0)::integer FROM venda WHERE loja_id IS NOT NULL"));
  }

  @Test
  void aCellAloneIsTheCellInARange() throws SQLException {
    DerivedRun run = DerivedRun.of(DDL, RULES, "cliente:9", "pedido:50", "item:300");
    assertEquals(run.texts("item", 0, 300), run.textsAlone("item", 300));
    DerivedRun sums =
        DerivedRun.of(RollUpIT.DDL, RollUpIT.RULES, "cliente:9", "pedido:50", "item:300");
    assertEquals(sums.texts("cliente", 0, 9), sums.textsAlone("cliente", 9));
  }
}
