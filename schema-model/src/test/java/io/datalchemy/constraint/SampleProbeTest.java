package io.datalchemy.constraint;

import io.datalchemy.expression.*;
import io.datalchemy.json.Json;
import io.datalchemy.schema.*;
import io.datalchemy.type.*;
import java.time.LocalDate;
import java.util.*;
import org.junit.jupiter.api.Test;

class SampleProbeTest {
  @Test
  void probe() throws Exception {
    DatabaseSchema db;
    try (var in = getClass().getResourceAsStream("/io/datalchemy/introspect/sample.schema.json")) {
      db = Json.mapper().readValue(in, DatabaseSchema.class);
    }
    long t = System.nanoTime();
    for (Schema s : db.schemas()) {
      for (Table table : s.tables()) {
        List<SolverColumn> cols = new ArrayList<>();
        List<Condition> conds = new ArrayList<>();
        for (Column c : table.columns()) {
          cols.add(new SolverColumn(c.name(), ValueTypes.of(c.columnType(), db), !c.isNullable()));
          db.domain(c.columnType().udtSchema(), c.columnType().udtName())
              .ifPresent(
                  d ->
                      d.checks()
                          .forEach(
                              k -> {
                                if (ExpressionParser.parseCheck(k.expression())
                                    instanceof ParsedCondition.Parsed p)
                                  conds.add(
                                      new Condition(
                                          k.name(),
                                          p.expression()
                                              .replacing(
                                                  new Expression.Column("VALUE"),
                                                  new Expression.Column(c.name()))));
                                else System.out.println("UNSUPPORTED " + k);
                              }));
        }
        for (Constraint k : table.constraints()) {
          if (k instanceof Constraint.Check ck) {
            if (ExpressionParser.parseCheck(ck.expression()) instanceof ParsedCondition.Parsed p)
              conds.add(new Condition(ck.name(), p.expression()));
            else System.out.println("UNSUPPORTED " + ck);
          }
        }
        for (Index i : table.indexes())
          i.predicate()
              .ifPresent(
                  pr -> System.out.println("   PRED " + pr + " " + ExpressionParser.parse(pr)));
        System.out.println("== " + table.name());
        for (SolvedGroup g :
            ConstraintSolver.solve(new SolverRequest(cols, conds, LocalDate.of(2026, 11, 20)))) {
          System.out.println(
              "  "
                  + g.columns()
                  + " "
                  + g.conditionNames()
                  + " residual "
                  + g.residual()
                  + " unsupp "
                  + g.unsupported()
                  + g.contradiction());
          for (SolvedShape sh : g.shapes()) System.out.println("     " + CorpusTest.show(sh));
        }
      }
    }
    System.out.println("ms " + (System.nanoTime() - t) / 1000000);
  }
}
