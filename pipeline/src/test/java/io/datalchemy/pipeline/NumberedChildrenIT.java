package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.beam.keys.ForeignContextMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that count within their parent: instalments of an amount, events one after the other. */
class NumberedChildrenIT {
  private static final String DDL =
      """
      CREATE TABLE fatura (
        id serial PRIMARY KEY,
        emissao date NOT NULL,
        total numeric(12,2) NOT NULL,
        parcelas smallint NOT NULL);
      CREATE TABLE parcela (
        fatura_id integer NOT NULL REFERENCES fatura,
        numero smallint NOT NULL CHECK (numero >= 1),
        vencimento date NOT NULL,
        valor numeric(12,2) NOT NULL CHECK (valor >= 0),
        UNIQUE (fatura_id, numero));
      CREATE TABLE evento (
        id serial PRIMARY KEY,
        fatura_id integer NOT NULL REFERENCES fatura,
        passo integer NOT NULL,
        em timestamp NOT NULL,
        estado text NOT NULL CHECK (estado IN ('criado', 'enviado', 'lido')));
      """;

  private static final String RULES =
      """
      {"type": "column_generator", "schema": "public", "table": "fatura", "column": "parcelas",
       "generator": {"id": "derive.children_count", "params": {"child_table": "parcela"}}},
      {"type": "column_generator", "schema": "public", "table": "parcela", "column": "numero",
       "generator": {"id": "derive.child_number", "params": {"input_columns": ["fatura_id"]}}},
      {"type": "column_generator", "schema": "public", "table": "parcela", "column": "vencimento",
       "generator": {"id": "derive.after_parent", "params": {
         "input_columns": ["fatura_id"], "parent_column": "emissao",
         "steps": ["numero"], "step_months": 1}}},
      {"type": "column_generator", "schema": "public", "table": "parcela", "column": "valor",
       "generator": {"id": "derive.share_of_parent", "params": {
         "input_columns": ["fatura_id"], "parent_column": "total", "parts_column": "parcelas",
         "number": ["numero"]}}},
      {"type": "column_generator", "schema": "public", "table": "evento", "column": "passo",
       "generator": {"id": "derive.child_number", "params": {
         "input_columns": ["fatura_id"], "start": 0}}},
      {"type": "column_generator", "schema": "public", "table": "evento", "column": "em",
       "generator": {"id": "derive.after_parent", "params": {
         "input_columns": ["fatura_id"], "parent_column": "emissao",
         "steps": ["passo"], "step_days": 2, "max_seconds": 172799}}},
      {"type": "column_generator", "schema": "public", "table": "evento", "column": "estado",
       "generator": {"id": "derive.expression", "params": {"expression":
         "CASE passo WHEN 0 THEN 'criado' WHEN 1 THEN 'enviado' ELSE 'lido' END"}}}
      """;

  private static final String[] DIFFERENCES = {
    "SELECT count(*) FROM fatura f WHERE parcelas <> (SELECT count(*) FROM parcela"
        + " WHERE fatura_id = f.id)",
    "SELECT count(*) FROM fatura f WHERE parcelas > 0 AND total <> (SELECT sum(valor) FROM parcela"
        + " WHERE fatura_id = f.id)",
    "SELECT count(*) FROM fatura f WHERE parcelas <> (SELECT coalesce(max(numero), 0) FROM parcela"
        + " WHERE fatura_id = f.id)",
    "SELECT count(*) FROM parcela JOIN fatura f ON f.id = fatura_id"
        + " WHERE vencimento <> emissao + numero * interval '1 month'",
    "SELECT count(*) FROM (SELECT max(valor) - min(valor) AS d FROM parcela GROUP BY fatura_id) p"
        + " WHERE d > 0.01",
    "SELECT count(*) FROM evento e JOIN fatura f ON f.id = fatura_id WHERE em < emissao"
        + " OR EXISTS (SELECT FROM evento WHERE fatura_id = f.id AND passo > e.passo"
        + " AND em <= e.em)",
    "SELECT count(*) FROM (SELECT count(*) AS n, max(passo) AS last FROM evento GROUP BY fatura_id)"
        + " e WHERE last <> n - 1",
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "7, 3, 30", "200, 900, 500"})
  void instalmentsAddUpAndEventsFollowEachOther(int invoices, int instalments, int events)
      throws SQLException {
    assertEquals(
        List.of(),
        DerivedRun.of(
                DDL, RULES, "fatura:" + invoices, "parcela:" + instalments, "evento:" + events)
            .violations(folder, DIFFERENCES));
  }

  @Test
  void bothWaysToLearnOfParentsGiveTheSameBytes() throws SQLException {
    DerivedRun run = DerivedRun.of(DDL, RULES, "fatura:20", "parcela:90", "evento:60");
    assertEquals(
        run.digests(folder, ForeignContextMode.SIDE_INPUT),
        run.digests(folder, ForeignContextMode.COMPUTED));
    assertEquals(run.texts("parcela", 0, 12), run.textsAlone("parcela", 12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "numero; child_number; {'input_columns': ['numero']};"
            + " /rules/0/generator/params/input_columns/0 unreachable_parent: input_columns of"
            + " public.parcela.numero: must name one foreign key of public.parcela or a column that"
            + " one alone has, was numero",
        "vencimento; after_parent; {'input_columns': ['fatura_id'], 'parent_column': 'emissao',"
            + " 'steps': ['numero']}; /rules/0/generator/params invalid_generator_params:"
            + " derive.after_parent: steps: need one of step_months, step_days and step_seconds,"
            + " were 0",
        "vencimento; after_parent; {'input_columns': ['fatura_id'], 'parent_column': 'emissao',"
            + " 'step_days': 3}; /rules/0/generator/params invalid_generator_params:"
            + " derive.after_parent: step_days: needs steps, the column that counts them",
        "valor; share_of_parent; {'input_columns': ['fatura_id'], 'parent_column': 'total',"
            + " 'parts_column': 'parcelas', 'number': ['vencimento']};"
            + " /rules/0/generator/params/number invalid_input_columns: number of"
            + " public.parcela.valor: must name one column of whole numbers, was [vencimento]",
        "valor; share_of_parent; {'input_columns': ['fatura_id'], 'parent_column': 'total',"
            + " 'number': ['numero']}; /rules/0/generator/params/parts_column missing_parent_reference:"
            + " parameter 'parts_column' of derive.share_of_parent: must be given as a text",
      })
  void refusesWhatCannotBeCounted(String column, String id, String params, String told)
      throws SQLException {
    String rule =
        "{\"type\": \"column_generator\", \"schema\": \"public\", \"table\": \"parcela\","
            + " \"column\": \""
            + column
            + "\", \"generator\": {\"id\": \"derive."
            + id
            + "\", \"params\": "
            + params.replace('\'', '"')
            + "}}";
    assertEquals(List.of(told), DerivedRun.of(DDL, rule, "fatura:5", "parcela:9").problems());
  }

  @Test
  void rowsOfTwoParentsCannotBothBeNumbered() throws SQLException {
    String ddl =
        "CREATE TABLE a (id serial PRIMARY KEY); CREATE TABLE b (id serial PRIMARY KEY);"
            + "CREATE TABLE c (a_id int NOT NULL REFERENCES a, b_id int NOT NULL REFERENCES b,"
            + " m int NOT NULL, n int NOT NULL)";
    List<String> rules = new ArrayList<>();
    for (String columns : List.of("m a_id", "n b_id")) {
      rules.add(
          "{\"type\": \"column_generator\", \"schema\": \"public\", \"table\": \"c\", \"column\": \""
              + columns.charAt(0)
              + "\", \"generator\": {\"id\": \"derive.child_number\", \"params\":"
              + " {\"input_columns\": [\""
              + columns.substring(2)
              + "\"]}}}");
    }
    assertEquals(
        List.of(
            "/targets/2 unsupported_child_number: public.c.n: the rows would have to lie in the order of"
                + " c_b_id_fkey, and lie in that of c_a_id_fkey"),
        DerivedRun.of(ddl, String.join(",", rules), "a:3", "b:3", "c:9").problems());
  }
}
