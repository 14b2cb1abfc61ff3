package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.constraint.reading.Terms;
import io.datalchemy.expression.Expression;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * Turns a table's conditions into shapes: domains and orderings that satisfy them by construction.
 *
 * <p>Conditions are read under SQL's three-valued logic, brought to disjunctive normal form,
 * contradictions dropped and shapes that others contain as well. A lower bound that moves with the
 * clock is set twenty years ahead, so that rows still pass when they are loaded later; where that
 * leaves nothing, as near as it must be.
 */
public final class ConstraintSolver {
  private static final List<Period> HORIZONS =
      List.of(
          Period.ofYears(20), Period.ofYears(1), Period.ofDays(30), Period.ofDays(1), Period.ZERO);

  private final SolverRequest request;

  private ConstraintSolver(SolverRequest request) {
    this.request = request;
  }

  /**
   * The groups of columns that conditions tie together, in the order of their first columns.
   *
   * <p>Columns without conditions are in no group. A condition without columns makes a group of its
   * own if it is false.
   */
  public static List<SolvedGroup> solve(SolverRequest request) {
    return new ConstraintSolver(request).solve();
  }

  private List<SolvedGroup> solve() {
    List<Condition> conditions = new ArrayList<>();
    for (Condition condition : request.conditions()) {
      condition
          .expression()
          .conjuncts()
          .forEach(part -> conditions.add(new Condition(condition.name(), part)));
    }
    List<SolvedGroup> groups = new ArrayList<>();
    constantGroup(conditions).ifPresent(groups::add);
    for (List<String> columns : components(conditions)) {
      Set<String> names = Set.copyOf(columns);
      List<Condition> own =
          conditions.stream()
              .filter(c -> c.expression().columns().stream().anyMatch(names::contains))
              .toList();
      groups.add(solve(columns, own));
    }
    return groups;
  }

  private Optional<SolvedGroup> constantGroup(List<Condition> conditions) {
    List<Condition> constant =
        conditions.stream().filter(c -> c.expression().columns().isEmpty()).toList();
    return constant.isEmpty()
        ? Optional.empty()
        : Optional.of(solve(List.of(), constant)).filter(g -> g.contradiction().isPresent());
  }

  /** The columns that conditions mention, tied together where one mentions several. */
  private List<List<String>> components(List<Condition> conditions) {
    Graph<String, DefaultEdge> ties = new SimpleGraph<>(DefaultEdge.class);
    List<Expression> tying = new ArrayList<>(request.tied());
    conditions.forEach(condition -> tying.add(condition.expression()));
    for (Expression expression : tying) {
      List<String> columns = expression.columns().stream().filter(this::isKnown).toList();
      columns.forEach(ties::addVertex);
      for (int i = 1; i < columns.size(); i++) {
        ties.addEdge(columns.get(0), columns.get(i));
      }
    }
    ConnectivityInspector<String, DefaultEdge> inspector = new ConnectivityInspector<>(ties);
    Map<Set<String>, List<String>> components = new LinkedHashMap<>();
    for (SolverColumn column : request.columns()) {
      if (ties.containsVertex(column.name())) {
        components
            .computeIfAbsent(inspector.connectedSetOf(column.name()), set -> new ArrayList<>())
            .add(column.name());
      }
    }
    return List.copyOf(components.values());
  }

  private boolean isKnown(String column) {
    return request.columns().stream().anyMatch(c -> c.name().equals(column));
  }

  private SolvedGroup solve(List<String> columns, List<Condition> conditions) {
    SolvedGroup group = attempt(columns, conditions);
    if (group.contradiction().isEmpty()) {
      return group;
    }
    String reason = contradiction(columns, conditions);
    return new SolvedGroup(
        columns,
        group.conditionNames(),
        List.of(),
        group.residual(),
        group.unsupported(),
        Optional.of(reason));
  }

  private SolvedGroup attempt(List<String> columns, List<Condition> conditions) {
    Optional<SolvedGroup> last = Optional.empty();
    for (Period horizon : HORIZONS) {
      Terms terms = new Terms(request.columns(), request.asOf(), horizon);
      SolvedGroup group = new GroupSolver(terms, columns, conditions).solve();
      if (group.contradiction().isEmpty() || !conditions.stream().anyMatch(c -> moves(terms, c))) {
        return group;
      }
      last = Optional.of(group);
    }
    return last.orElseThrow();
  }

  private static boolean moves(Terms terms, Condition condition) {
    return terms.isMoving(condition.expression());
  }

  /** The fewest conditions that contradict each other, found by leaving out one after another. */
  private String contradiction(List<String> columns, List<Condition> conditions) {
    List<Condition> core = new ArrayList<>(conditions);
    for (Condition condition : conditions) {
      List<Condition> rest = core.stream().filter(c -> !c.equals(condition)).toList();
      if (attempt(columns, rest).contradiction().isPresent()) {
        core = new ArrayList<>(rest);
      }
    }
    Set<String> names = new LinkedHashSet<>();
    core.forEach(condition -> names.add(condition.name()));
    String texts =
        core.stream().map(c -> c.expression().toSql()).collect(Collectors.joining(" and "));
    String verb = names.size() == 1 ? " can hold of no row: " : " cannot hold together: ";
    return String.join(", ", names) + verb + texts + circumstances(columns, core);
  }

  /** What the conditions contradict beside each other: NOT NULL, and what types hold. */
  private String circumstances(List<String> columns, List<Condition> core) {
    Set<String> mentioned = new LinkedHashSet<>();
    core.forEach(condition -> mentioned.addAll(condition.expression().columns()));
    List<SolverColumn> about =
        request.columns().stream().filter(c -> mentioned.contains(c.name())).toList();
    List<String> told = new ArrayList<>();
    String notNull =
        about.stream()
            .filter(SolverColumn::notNull)
            .map(SolverColumn::name)
            .collect(Collectors.joining(", "));
    if (!notNull.isEmpty()) {
      told.add("NOT NULL: " + notNull);
    }
    if (isForTypes(columns, core)) {
      about.forEach(column -> column.limits().ifPresent(told::add));
    }
    return told.isEmpty() ? "" : " (" + String.join("; ", told) + ")";
  }

  /** Whether columns of types without limits would meet the conditions. */
  private boolean isForTypes(List<String> columns, List<Condition> conditions) {
    List<SolverColumn> wider = request.columns().stream().map(SolverColumn::widened).toList();
    SolverRequest other =
        new SolverRequest(wider, request.conditions(), request.tied(), request.asOf());
    return new ConstraintSolver(other).attempt(columns, conditions).contradiction().isEmpty();
  }
}
