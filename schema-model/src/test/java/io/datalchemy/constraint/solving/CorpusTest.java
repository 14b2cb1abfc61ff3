package io.datalchemy.constraint.solving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolvedShape;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.evaluation.Evaluator;
import io.datalchemy.expression.evaluation.RowValues;
import io.datalchemy.expression.evaluation.Universe;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every CHECK of the corpus, solved, and the shapes tried on a grid of rows. */
class CorpusTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

  /** Shapes keep to texts that are in the asked case already. */
  private static final List<String> NARROWED =
      List.of("upper(tipo) IN ('PF', 'PJ')", "lower(email) LIKE '%@exemplo.com'");

  private final ShapeJudge judge = new ShapeJudge(Universe.types());
  private final Evaluator now = new Evaluator(AS_OF, Universe.types());
  private final Evaluator later = new Evaluator(AS_OF.plusYears(10), Universe.types());

  private static Optional<Expression> parsed(Universe.Check check) {
    return ExpressionParser.parseCheck(check.printed()) instanceof ParsedCondition.Parsed parsed
        ? Optional.of(parsed.expression())
        : Optional.empty();
  }

  private static List<SolvedGroup> solve(Expression expression) {
    List<SolverColumn> columns =
        Universe.columns().values().stream()
            .map(c -> new SolverColumn(c.name(), c.type(), c.notNull()))
            .toList();
    return ConstraintSolver.solve(
        new SolverRequest(columns, List.of(new Condition("ck", expression)), AS_OF));
  }

  private static String outcome(Universe.Check check) {
    Optional<List<SolvedGroup>> groups = parsed(check).map(CorpusTest::solve);
    if (groups.isEmpty() || groups.get().stream().anyMatch(g -> !g.unsupported().isEmpty())) {
      return "unsupported";
    }
    boolean residual = groups.get().stream().anyMatch(g -> !g.residual().isEmpty());
    return residual ? "redrawn" : "solved";
  }

  @Test
  void almostEveryCheckIsSolvedOrRedrawn() {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> actual = new LinkedHashMap<>();
    for (Universe.Check check : Universe.checks()) {
      counts.merge(outcome(check), 1, Integer::sum);
      expected.put(check.written(), check.outcome());
      actual.put(check.written(), outcome(check));
    }
    System.out.println(actual.size() + " checks: " + counts);
    assertEquals(expected, actual);
    assertTrue(counts.get("unsupported") * 20 <= actual.size(), () -> "5 % at most: " + counts);
  }

  @Test
  void everyRowThatFitsAShapePassesTodayAndInTenYears() {
    List<String> faults = new ArrayList<>();
    for (Universe.Check check : Universe.checks()) {
      if (!check.outcome().equals("unsupported")) {
        Expression expression = parsed(check).orElseThrow();
        List<SolvedGroup> groups = solve(expression);
        for (Map<String, String> cells : Universe.grid(expression.columns())) {
          RowValues row = Universe.values(cells);
          boolean passes =
              now.test(expression, row).passes() && later.test(expression, row).passes();
          if (fits(groups, row) && !passes) {
            faults.add(check.written() + " of " + cells);
          }
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void everyRowThatPassesFitsAShape() {
    List<String> narrowed = new ArrayList<>();
    for (Universe.Check check : Universe.checks()) {
      if (!check.outcome().equals("unsupported")) {
        Expression expression = parsed(check).orElseThrow();
        List<SolvedGroup> groups = solve(expression);
        boolean lost =
            Universe.grid(expression.columns()).stream()
                .map(Universe::values)
                .anyMatch(row -> now.test(expression, row).passes() && !fits(groups, row));
        if (lost) {
          narrowed.add(check.written());
        }
      }
    }
    assertEquals(NARROWED, narrowed);
  }

  @Test
  void everyColumnOfAnOrderingIsPresentInItsShape() {
    for (Universe.Check check : Universe.checks()) {
      for (SolvedGroup group : parsed(check).map(CorpusTest::solve).orElse(List.of())) {
        for (SolvedShape shape : group.shapes()) {
          for (Ordering o : shape.orderings()) {
            assertEquals(Nullness.NOT_NULL, shape.domains().get(o.left()).nullness());
            assertEquals(Nullness.NOT_NULL, shape.domains().get(o.right()).nullness());
          }
        }
      }
    }
  }

  private boolean fits(List<SolvedGroup> groups, RowValues row) {
    return groups.stream()
        .allMatch(
            group ->
                group.shapes().stream().anyMatch(shape -> judge.fits(shape, row))
                    && group.residual().stream().allMatch(r -> now.test(r, row).passes()));
  }
}
