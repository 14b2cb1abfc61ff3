package io.datalchemy.constraint.solving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.json.Json;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.type.ValueTypes;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDatabaseTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

  private final DatabaseSchema database = database();
  private final List<String> open = new ArrayList<>();
  private int conditionCount;

  private static DatabaseSchema database() {
    String path = "/io/datalchemy/introspect/sample.schema.json";
    try (InputStream in = SampleDatabaseTest.class.getResourceAsStream(path)) {
      return Json.mapper().readValue(in, DatabaseSchema.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void solvesEveryCheckOfTheSampleDatabase() {
    for (Schema schema : database.schemas()) {
      schema.tables().forEach(this::solve);
    }
    assertEquals(List.of(), open);
    assertEquals(true, conditionCount > 60, () -> conditionCount + " conditions");
  }

  private void solve(Table table) {
    List<SolverColumn> columns = new ArrayList<>();
    List<Condition> conditions = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          new SolverColumn(
              column.name(), ValueTypes.of(column.columnType(), database), !column.isNullable()));
      database
          .domain(column.columnType().udtSchema(), column.columnType().udtName())
          .ifPresent(domain -> conditions.addAll(checks(domain, column)));
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check) {
        conditions.add(new Condition(check.name(), parsed(check.expression())));
      }
    }
    conditionCount += conditions.size();
    for (SolvedGroup group :
        ConstraintSolver.solve(new SolverRequest(columns, conditions, AS_OF))) {
      group.residual().forEach(r -> open.add(table.name() + ": " + r.toSql()));
      group.unsupported().forEach(u -> open.add(table.name() + ": " + u));
      group.contradiction().ifPresent(c -> open.add(table.name() + ": " + c));
    }
  }

  private static List<Condition> checks(Domain domain, Column column) {
    return domain.checks().stream()
        .map(
            check ->
                new Condition(
                    check.name(),
                    parsed(check.expression())
                        .replacing(
                            new Expression.Column("VALUE"), new Expression.Column(column.name()))))
        .toList();
  }

  private static Expression parsed(String check) {
    if (ExpressionParser.parseCheck(check) instanceof ParsedCondition.Parsed parsed) {
      return parsed.expression();
    }
    throw new AssertionError(check);
  }
}
