package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.reading.ConditionReader;
import io.datalchemy.constraint.reading.Demand;
import io.datalchemy.constraint.reading.Formula;
import io.datalchemy.constraint.reading.Terms;
import io.datalchemy.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Solves the conditions of one group under one reading of the clock. */
final class GroupSolver {
  /** Above this a condition is tested on the row instead. */
  static final int MAX_SHAPES = 64;

  private final Terms terms;
  private final List<String> columns;
  private final List<Condition> conditions;
  private final Simplification simplification;
  private final OrderPropagation propagation;

  GroupSolver(Terms terms, List<String> columns, List<Condition> conditions) {
    this.terms = terms;
    this.columns = columns;
    this.conditions = conditions;
    this.simplification = new Simplification(terms);
    this.propagation = new OrderPropagation(terms, columns);
  }

  /** The group, with a contradiction that names no reason yet if there are no shapes. */
  SolvedGroup solve() {
    List<Draft> drafts = drafts();
    Set<Integer> opaque = new TreeSet<>();
    drafts.forEach(draft -> opaque.addAll(draft.opaque()));
    List<Expression> residual = new ArrayList<>();
    List<SolvedGroup.UnsupportedCondition> unsupported = new ArrayList<>();
    for (int place : opaque) {
      Condition condition = conditions.get(place);
      Optional<String> reason = unsupportedPart(condition.expression());
      reason.ifPresentOrElse(
          r -> unsupported.add(new SolvedGroup.UnsupportedCondition(condition.name(), r)),
          () -> residual.add(condition.expression()));
    }
    Set<String> names = new LinkedHashSet<>();
    conditions.forEach(condition -> names.add(condition.name()));
    Optional<String> contradiction =
        drafts.isEmpty() ? Optional.of("no row can satisfy " + names) : Optional.empty();
    return new SolvedGroup(
        columns,
        List.copyOf(names),
        new ShapeWeights(simplification, drafts).shapes(),
        residual,
        unsupported,
        contradiction);
  }

  private Optional<String> unsupportedPart(Expression expression) {
    Optional<String> unknown =
        expression.columns().stream()
            .filter(column -> !terms.knows(column))
            .findFirst()
            .map(column -> "column " + column + " is not known");
    return unknown.or(() -> terms.unsupportedPart(expression));
  }

  private List<Draft> drafts() {
    Map<String, ColumnDomain> free = new LinkedHashMap<>();
    for (String column : columns) {
      Nullness nullness = terms.isNotNull(column) ? Nullness.NOT_NULL : Nullness.EITHER;
      free.put(column, ColumnDomain.ANY.withNullness(nullness));
    }
    List<Draft> drafts = List.of(new Draft(free));
    for (int place = 0; place < conditions.size(); place++) {
      drafts = with(drafts, place);
    }
    return finished(drafts);
  }

  private List<Draft> with(List<Draft> drafts, int place) {
    Expression expression = conditions.get(place).expression();
    Formula formula = new ConditionReader(terms).read(expression, Demand.NOT_FALSE);
    Expansion expansion = new Expansion(terms);
    Optional<List<Draft>> ways = expansion.expand(formula, place);
    if (ways.isPresent()) {
      List<Draft> next =
          expansion.product(drafts, ways.get()).stream().filter(propagation::isConsistent).toList();
      List<Draft> simple = simplification.simplify(next);
      if (simple.size() <= MAX_SHAPES) {
        return simple;
      }
    }
    return drafts.stream().map(draft -> draft.withOpaque(place)).toList();
  }

  private List<Draft> finished(List<Draft> drafts) {
    List<Draft> bound =
        new NullSplit(terms, MAX_SHAPES)
            .split(drafts).stream().map(propagation::apply).flatMap(Optional::stream).toList();
    return simplification.simplify(bound);
  }
}
