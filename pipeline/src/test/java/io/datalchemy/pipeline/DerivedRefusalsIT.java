package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rows of other tables cannot give is refused before the first row, with the reason. */
class DerivedRefusalsIT {
  private static final String DDL =
      """
      CREATE TABLE conta (
        id serial PRIMARY KEY,
        saldo numeric(6,2),
        lotes smallint NOT NULL DEFAULT 0,
        maior numeric(6,2) NOT NULL DEFAULT 0,
        rotulo text);
      CREATE TABLE lancamento (
        id serial PRIMARY KEY,
        conta_id integer NOT NULL REFERENCES conta,
        contra_id integer REFERENCES conta,
        valor numeric(6,2),
        base numeric(6,2),
        feito_em timestamp,
        dia date NOT NULL,
        pai_id integer NOT NULL REFERENCES lancamento);
      """;

  @Test
  void circlesAreToldWithTheirWholePath() throws SQLException {
    assertEquals(
        List.of(
            "/rules/0 derive_cycle: public.conta.saldo → public.lancamento.base →"
                + " public.conta.saldo: must not be derived from each other in a circle"),
        problems(
            rule("conta", "saldo", "derive.children_sum", children("base", "conta_id")),
            rule("lancamento", "base", "derive.parent_value", parent("conta_id", "saldo"))));
  }

  @Test
  void aRowThatIsItsOwnParentCannotComeAfterIt() throws SQLException {
    assertEquals(
        List.of(
            "/rules/0 derive_cycle: public.lancamento.dia → public.lancamento.dia: must not be"
                + " derived from each other in a circle"),
        problems(
            rule(
                "lancamento",
                "dia",
                "derive.after_parent",
                "\"input_columns\": [\"pai_id\"], \"parent_column\": \"dia\"")));
  }

  @Test
  void childrenLieInTheOrderOfOneKeyOnly() throws SQLException {
    assertEquals(
        List.of(
            "/targets/0 unsupported_roll_up: public.conta.lotes: the rows of public.lancamento would have to"
                + " lie in the order of lancamento_contra_id_fkey, and lie in that of"
                + " lancamento_conta_id_fkey"),
        problems(
            rule("conta", "saldo", "derive.children_sum", children("valor", "conta_id")),
            rule("conta", "lotes", "derive.children_count", children("valor", "contra_id"))));
  }

  @Test
  void namesThatAreNotThereAreToldWithThoseThatAre() throws SQLException {
    assertEquals(
        List.of(
            "/rules/0/generator/params unreachable_children: children of public.conta.saldo: must"
                + " have one foreign key of public.lancamento that leads to public.conta, but none"
                + " is named",
            "/rules/0/generator/params/child_column unknown_child_reference: child_column"
                + " 'public.lancamento.valr': not found in schema.json",
            "/rules/0/generator/params/where unknown_child_reference: where"
                + " 'public.lancamento.di': not found in schema.json",
            "/rules/1/generator/params/child_table unknown_child_reference: child_table"
                + " 'public.lancamentos': not found in schema.json",
            "/rules/2/generator/params/where invalid_generator_params: where of public.conta.maior:"
                + " must be a condition that can be evaluated, but its value is no truth value",
            "/rules/2/generator/params/empty invalid_generator_params: empty of"
                + " public.conta.maior: must be a value of numeric(6,2), was nada"),
        problems(
            rule(
                "conta",
                "saldo",
                "derive.children_sum",
                "\"child_table\": \"lancamento\", \"child_column\": \"valr\", \"where\": \"di > 1\""),
            rule("conta", "lotes", "derive.children_count", "\"child_table\": \"lancamentos\""),
            rule(
                "conta",
                "maior",
                "derive.children_max",
                children("valor", "conta_id")
                    + ", \"where\": \"valor + 1\", \"empty\": \"nada\"")));
  }

  @Test
  void whatTheColumnCannotHoldIsRefused() throws SQLException {
    assertEquals(
        List.of(
            "/rules/0 invalid_roll_up: public.conta.maior: its rule cannot be followed, rows"
                + " without children would be NULL, and the column may not"),
        problems(rule("conta", "maior", "derive.children_max", children("valor", "conta_id"))));
    assertEquals(
        List.of(
            "/rules/0 invalid_roll_up: public.conta.saldo: its rule cannot be followed, the sum of"
                + " public.lancamento.feito_em, which is timestamp without time zone, is no"
                + " numeric(6,2)"),
        problems(rule("conta", "saldo", "derive.children_sum", children("feito_em", "conta_id"))));
    assertEquals(
        List.of(
            "/rules/0 roll_up_too_large: public.conta.saldo: holds 9999.99 at most, and a row may"
                + " have 20 values of up to 9000 of public.lancamento"),
        problems(
            rule("conta", "saldo", "derive.children_sum", children("valor", "conta_id")),
            rule(
                "lancamento",
                "valor",
                "primitive.decimal.numeric",
                "\"min\": 0, \"max\": 9000, \"scale\": 2")));
  }

  @Test
  void pathsThatBreakAreToldWithTheirPlace() throws SQLException {
    assertEquals(
        List.of(
            "/rules/0/generator/params/via/0 unreachable_parent: via of public.lancamento.base:"
                + " must name one foreign key of public.lancamento or a column that one alone has,"
                + " was cliente"),
        problems(
            rule(
                "lancamento",
                "base",
                "derive.parent_value",
                parent("pai_id", "saldo") + ", \"via\": [\"cliente\"]")));
  }

  @Test
  void childrenThatAreNotGeneratedCannotBeSummedUp() throws SQLException {
    DerivedRun run =
        DerivedRun.of(
            DDL,
            rule("conta", "saldo", "derive.children_sum", children("valor", "conta_id")),
            "conta:5");
    assertEquals(
        List.of(
            "/rules/0 invalid_roll_up: public.conta.saldo: its rule cannot be followed, the run"
                + " generates no rows of public.lancamento"),
        run.problems());
  }

  private static List<String> problems(String... rules) throws SQLException {
    return DerivedRun.of(DDL, String.join(",\n", rules), "conta:10", "lancamento:100").problems();
  }

  private static String children(String column, String key) {
    return "\"child_table\": \"lancamento\", \"child_column\": \""
        + column
        + "\", \"foreign_key\": \""
        + key
        + "\"";
  }

  private static String parent(String key, String column) {
    return "\"input_columns\": [\""
        + key
        + "\"], \"parent_schema\": \"public\", \"parent_table\": \"conta\", \"parent_column\": \""
        + column
        + "\"";
  }

  private static String rule(String table, String column, String generator, String params) {
    return """
        {"type": "column_generator", "schema": "public", "table": "%s", "column": "%s",
         "generator": {"id": "%s", "params": {%s}}}
        """
        .formatted(table, column, generator, params);
  }
}
