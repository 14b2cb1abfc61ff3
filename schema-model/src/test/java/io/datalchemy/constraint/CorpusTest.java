package io.datalchemy.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.expression.Evaluator;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.ExpressionParser;
import io.datalchemy.expression.ParsedCondition;
import io.datalchemy.expression.RowValues;
import io.datalchemy.expression.Universe;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every CHECK of the corpus, solved, and the shapes tried on a grid of rows. */
class CorpusTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

  private static List<SolvedGroup> solve(Expression expression) {
    List<SolverColumn> columns =
        Universe.columns().values().stream()
            .map(c -> new SolverColumn(c.name(), c.type(), c.notNull()))
            .toList();
    return ConstraintSolver.solve(
        new SolverRequest(columns, List.of(new Condition("ck", expression)), AS_OF));
  }

  @Test
  void printAll() {
    Map<String, List<String>> classes = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (Universe.Check check : Universe.checks()) {
      String cls;
      ParsedCondition parsed = ExpressionParser.parseCheck(check.printed());
      if (!(parsed instanceof ParsedCondition.Parsed p)) {
        cls = "unsupported";
      } else {
        Expression e = p.expression();
        List<SolvedGroup> groups = solve(e);
        boolean residual = groups.stream().anyMatch(g -> !g.residual().isEmpty());
        boolean unsupported = groups.stream().anyMatch(g -> !g.unsupported().isEmpty());
        boolean contra = groups.stream().anyMatch(g -> g.contradiction().isPresent());
        cls =
            contra
                ? "contradiction"
                : unsupported ? "unsupported" : residual ? "redrawn" : "solved";
        System.out.println(check.written() + "   [" + cls + "]");
        for (SolvedGroup g : groups) {
          g.contradiction().ifPresent(c -> System.out.println("     !! " + c));
          for (SolvedShape s : g.shapes()) {
            System.out.println("     " + show(s));
          }
          if (!g.residual().isEmpty()) {
            System.out.println(
                "     residual " + g.residual().stream().map(Expression::toSql).toList());
          }
        }
        if (!unsupported) {
          faults.addAll(faults(check, e, groups));
        }
      }
      classes.computeIfAbsent(cls, k -> new ArrayList<>()).add(check.written());
    }
    classes.forEach(
        (k, v) -> System.out.println(k + " " + v.size() + (k.equals("solved") ? "" : " " + v)));
    faults.forEach(System.out::println);
    assertEquals(0, faults.size());
  }

  static String show(SolvedShape s) {
    StringBuilder b = new StringBuilder();
    b.append(s.weight()).append(" ");
    s.domains()
        .forEach(
            (c, d) -> {
              b.append(c).append(":").append(d.nullness());
              d.allowed().ifPresent(a -> b.append(" in ").append(a));
              if (!d.excluded().isEmpty()) b.append(" not ").append(d.excluded());
              d.min().ifPresent(x -> b.append(x.inclusive() ? " >=" : " >").append(x.value()));
              d.max().ifPresent(x -> b.append(x.inclusive() ? " <=" : " <").append(x.value()));
              d.minLength().ifPresent(x -> b.append(" len>=").append(x));
              d.maxLength().ifPresent(x -> b.append(" len<=").append(x));
              d.patterns()
                  .forEach(
                      x ->
                          b.append(x.negated() ? " !" : " ")
                              .append(x.anchored() ? "=/" : "~/")
                              .append(x.regex())
                              .append("/"));
              b.append("; ");
            });
    s.orderings()
        .forEach(
            o ->
                b.append(" {")
                    .append(o.left())
                    .append(o.operator().symbol())
                    .append(o.right())
                    .append(o.isPlain() ? "" : " + " + o.offset())
                    .append("}"));
    return b.toString();
  }

  private static List<String> faults(Universe.Check check, Expression e, List<SolvedGroup> groups) {
    List<String> faults = new ArrayList<>();
    ShapeJudge judge = new ShapeJudge(Universe.types());
    Evaluator now = new Evaluator(AS_OF, Universe.types());
    Evaluator later = new Evaluator(AS_OF.plusYears(10), Universe.types());
    int lost = 0;
    int passing = 0;
    for (Map<String, String> cells : Universe.grid(e.columns())) {
      RowValues row = Universe.values(cells);
      boolean fits =
          groups.stream()
              .allMatch(
                  g ->
                      g.shapes().stream().anyMatch(s -> judge.fits(s, row))
                          && g.residual().stream().allMatch(r -> now.test(r, row).passes()));
      boolean passes = now.test(e, row).passes();
      if (fits && (!passes || !later.test(e, row).passes())) {
        faults.add("UNSOUND " + check.written() + " " + cells);
      }
      passing += passes ? 1 : 0;
      lost += passes && !fits ? 1 : 0;
    }
    if (lost > 0) {
      System.out.println("     LOST " + lost + " of " + passing);
    }
    return faults;
  }
}
