package io.datalchemy.expression.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PostgreSQL as the judge: it prints the corpus, and says what each CHECK is of each row. */
@EveryServer
class EvaluatorIT {
  /** What the model does not reach, and says so. */
  private static final List<String> UNSUPPORTED =
      List.of(
          "dados ? 'nome'",
          "dados ->> 'tipo' = 'x'",
          "etiquetas <@ ARRAY['a', 'b']",
          "ROW(origem_id, destino_id) IS NOT NULL",
          "md5(nome) <> ''",
          "notas[1] > 0",
          "bool(quantidade) OR ativo");

  private static final int PRINTS_AS_NOW = 14;
  private static final int KNOWS_SIMILAR_TO_ESCAPE = 13;

  private static int version;
  private static Connection connection;
  private static Statement statement;

  @BeforeAll
  static void start() throws SQLException {
    version = TestPostgres.get().majorVersion();
    connection = TestPostgres.get().database("universo").open();
    statement = connection.createStatement();
    statement.execute("SET TIME ZONE 'UTC'");
    statement.execute(Universe.ddl());
  }

  @AfterAll
  static void stop() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }

  @Test
  void theCorpusIsWhatTheServerPrints() throws SQLException {
    Assumptions.assumeTrue(
        version >= PRINTS_AS_NOW,
        "PostgreSQL 12 and 13 print functions where newer ones print words");
    for (Universe.Check check : Universe.checks()) {
      assertEquals(printed(check.written()), check.printed());
    }
  }

  private static String printed(String check) throws SQLException {
    statement.execute("ALTER TABLE universo ADD CONSTRAINT c CHECK (" + check + ")");
    String printed =
        single("SELECT pg_get_constraintdef(oid, true) FROM pg_constraint WHERE conname = 'c'");
    statement.execute("ALTER TABLE universo DROP CONSTRAINT c");
    return printed;
  }

  @Test
  void everyRowHasTheTruthThatTheServerGivesIt() throws SQLException {
    Evaluator evaluator =
        new Evaluator(LocalDate.parse(single("SELECT CURRENT_DATE")), Universe.types());
    List<String> unsupported = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    for (Universe.Check check : Universe.checks()) {
      String printed = printed(check.written());
      ParsedCondition parsed = ExpressionParser.parseCheck(printed);
      if (parsed instanceof ParsedCondition.Parsed condition
          && Evaluator.unsupportedPart(condition.expression()).isEmpty()) {
        differences.addAll(differences(printed, condition.expression(), evaluator));
      } else {
        unsupported.add(check.written());
      }
    }
    assertEquals(List.of(), differences);
    assertEquals(new TreeSet<>(UNSUPPORTED), new TreeSet<>(unsupported));
  }

  private static List<String> differences(
      String printed, Expression expression, Evaluator evaluator) throws SQLException {
    List<String> differences = new ArrayList<>();
    List<Map<String, String>> grid = Universe.grid(expression.columns());
    List<TruthValue> truths = serverTruths(printed.substring(5), grid);
    for (int i = 0; i < grid.size(); i++) {
      TruthValue ours = evaluator.test(expression, Universe.values(grid.get(i)));
      if (ours != truths.get(i)) {
        differences.add(printed + " of " + grid.get(i) + ": " + ours + ", server " + truths.get(i));
      }
    }
    String sql = "(" + expression.toSql() + ")";
    boolean known = version >= KNOWS_SIMILAR_TO_ESCAPE || !sql.contains("similar_to_escape");
    if (known && !serverTruths(sql, grid).equals(truths)) {
      differences.add(printed + " became another condition: " + sql);
    }
    return differences;
  }

  /** The truth of a condition of each row of a grid, in order. */
  private static List<TruthValue> serverTruths(String condition, List<Map<String, String>> grid)
      throws SQLException {
    List<String> names = new ArrayList<>(grid.get(0).keySet());
    String columns =
        names.stream().map(n -> ", \"" + n + "\"").collect(Collectors.joining("", "n", ""));
    List<TruthValue> truths = new ArrayList<>();
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < grid.size(); i++) {
      values.append(i == 0 ? "" : ", ").append("(").append(i);
      values.append(literals(grid.get(i))).append(")");
    }
    try (ResultSet result =
        statement.executeQuery(
            "SELECT "
                + condition
                + " FROM (VALUES "
                + values
                + ") AS g("
                + columns
                + ") ORDER BY n")) {
      while (result.next()) {
        truths.add(TruthValue.of(result.getObject(1)));
      }
    }
    return truths;
  }

  private static String literals(Map<String, String> row) {
    Map<String, Universe.Column> columns = Universe.columns();
    StringBuilder literals = new StringBuilder();
    row.forEach(
        (name, text) ->
            literals
                .append(", ")
                .append(text == null ? "NULL" : "'" + text.replace("'", "''") + "'")
                .append("::")
                .append(columns.get(name).sqlType()));
    return literals.toString();
  }

  private static String single(String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
