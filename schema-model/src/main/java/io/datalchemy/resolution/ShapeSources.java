package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.SolvedShape;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Expression;
import io.datalchemy.resolution.condition.Isolation;
import io.datalchemy.resolution.condition.Orders;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.resolve.ShapeGroup;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.type.ScalarText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every free column of a shape its source: NULL, a domain, or a place between neighbours. */
final class ShapeSources {
  private final TableDraft draft;
  private final ConstraintPlanner constraints;
  private RelationTargets targets;
  private boolean isComputed = true;

  ShapeSources(TableDraft draft, ConstraintPlanner constraints) {
    this.draft = draft;
    this.constraints = constraints;
  }

  ShapeGroup.Shape shape(SolvedShape shape, List<String> free) {
    List<String> movable =
        free.stream().filter(c -> !draft.facts.isForeign(c) && !isStiff(c)).toList();
    targets = new RelationTargets(draft, shape, movable, this::inputs);
    isComputed &= targets.isComplete() && !shape.relations().isEmpty();
    Map<String, ColumnSource> sources = new LinkedHashMap<>();
    Set<String> placed = new LinkedHashSet<>();
    shape.domains().keySet().stream().filter(c -> !free.contains(c)).forEach(placed::add);
    for (String column : inOrderOfFreedom(free)) {
      sources.put(column, source(column, shape, placed));
      if (!(sources.get(column) instanceof ColumnSource.AlwaysNull)) {
        placed.add(column);
      }
    }
    return new ShapeGroup.Shape(shape.weight(), free.stream().map(sources::get).toList());
  }

  /** Whether every shape made so far computes all that its relations demand. */
  boolean isComputed() {
    return isComputed;
  }

  /**
   * Columns that cannot move first, so that the others are placed around them. One that reads
   * others comes after what it reads, which must not be placed around it in turn.
   */
  private List<String> inOrderOfFreedom(List<String> free) {
    List<String> stiff = free.stream().filter(this::isStiff).toList();
    Set<String> ordered = new LinkedHashSet<>();
    stiff.stream().filter(column -> inputs(column).isEmpty()).forEach(ordered::add);
    stiff.forEach(column -> addAfterInputs(column, free, ordered));
    free.stream()
        .filter(targets::isComputed)
        .forEach(column -> addAfterInputs(column, free, ordered));
    free.forEach(column -> addAfterInputs(column, free, ordered));
    return List.copyOf(ordered);
  }

  private void addAfterInputs(String column, List<String> free, Set<String> ordered) {
    addAfterInputs(column, free, ordered, new LinkedHashSet<>());
  }

  private void addAfterInputs(
      String column, List<String> free, Set<String> ordered, Set<String> waiting) {
    if (ordered.contains(column) || !waiting.add(column)) {
      return;
    }
    Set<String> needed = needs(column);
    free.stream()
        .filter(needed::contains)
        .forEach(input -> addAfterInputs(input, free, ordered, waiting));
    ordered.add(column);
  }

  private Set<String> needs(String column) {
    Set<String> related = targets.inputs(column);
    boolean readsOthers = related.isEmpty() && draft.decisions.containsKey(column);
    return readsOthers ? new LinkedHashSet<>(inputs(column)) : related;
  }

  private List<String> inputs(String column) {
    GeneratorCall call = draft.decisions.get(column).call();
    return draft.run.catalogue().generator(call.id()).stream()
        .flatMap(generator -> generator.inputColumns(call.params()).stream())
        .toList();
  }

  private boolean isStiff(String column) {
    return draft.keys.distinct().containsKey(column)
        || (draft.decisions.containsKey(column) && draft.decisions.get(column).isRuled());
  }

  private ColumnSource source(String column, SolvedShape shape, Set<String> placed) {
    ColumnDomain domain = shape.domains().get(column);
    ColumnDecision decision = draft.decisions.get(column);
    Distinctness distinct = draft.keys.distinct().getOrDefault(column, new Distinctness.None());
    if (domain != null && domain.nullness() == Nullness.NULL) {
      return new ColumnSource.AlwaysNull();
    }
    if (draft.facts.isForeign(column)) {
      ForeignKey key =
          draft.optionalKey(column).or(() -> draft.redrawableKey(column)).orElseThrow();
      return new ColumnSource.ForeignKeyColumn(
          key.name(),
          key.referencedColumns().get(key.columns().indexOf(column)),
          new ShapedParents(draft).among(column, shape));
    }
    if (isStiff(column) || domain == null) {
      boolean isNotNull = domain != null && domain.nullness() == Nullness.NOT_NULL;
      return (isNotNull ? decision.withNullRate(0) : decision).source(distinct);
    }
    List<Ordering> orderings =
        Orders.closure(shape.orderings()).stream().filter(o -> relates(o, column, placed)).toList();
    if (targets.isComputed(column)) {
      return computed(decision, domain);
    }
    ColumnDecision narrowed =
        constraints.narrowed(decision, domain, constraints.tried(decision, domain));
    if (targets.mustBePresent(column)) {
      narrowed = narrowed.withNullRate(0);
    }
    if (!targets.of(column).isEmpty()) {
      return related(narrowed, domain, orderings).source(distinct);
    }
    boolean canMove =
        !orderings.isEmpty()
            && ScalarText.isOrdered(decision.type().family())
            && domain.allowed().isEmpty();
    return canMove
        ? between(column, narrowed, domain, orderings).source(distinct)
        : narrowed.source(distinct);
  }

  private ColumnSource computed(ColumnDecision decision, ColumnDomain domain) {
    String sql = targets.of(decision.column().name()).get(0).expression().toSql();
    ColumnDecision computed =
        decision.withCall(
            GeneratorCall.of("derive.expression", Parameters.none().with("expression", sql)),
            DecidedBy.CONSTRAINT,
            "its constraint computes it");
    boolean isPresent = domain.nullness() == Nullness.NOT_NULL;
    return (isPresent ? computed.withNullRate(0) : computed).source(new Distinctness.None());
  }

  /** A column that is bounded by expressions, or one that a function leaves as it is. */
  private ColumnDecision related(
      ColumnDecision decision, ColumnDomain domain, List<Ordering> orderings) {
    String column = decision.column().name();
    Map<String, List<String>> bounds = new LinkedHashMap<>();
    ColumnDecision result = decision;
    for (Isolation isolation : targets.of(column)) {
      if (isolation.isOfItself()) {
        result = result.withTransform(transform(isolation));
      } else if (isolation.operator() != Comparison.NOT_EQUAL) {
        bounds
            .computeIfAbsent(side(isolation.operator()), s -> new ArrayList<>())
            .add(isolation.expression().toSql());
      }
    }
    if (bounds.isEmpty()) {
      return result;
    }
    for (Ordering ordering : orderings) {
      boolean isLeft = ordering.left().equals(column);
      Comparison operator = isLeft ? ordering.operator() : ordering.operator().mirrored();
      String other = isLeft ? ordering.right() : ordering.left();
      if (operator != Comparison.EQUAL) {
        bounds
            .computeIfAbsent(side(operator), s -> new ArrayList<>())
            .add(new Expression.Column(other).toSql());
      }
    }
    return bounded(result, domain, bounds);
  }

  private static TransformCall transform(Isolation isolation) {
    String sql =
        isolation
            .expression()
            .replacing(new Expression.Column(isolation.column()), new Expression.Column("value"))
            .toSql();
    return new TransformCall("transform.expression", Parameters.none().with("expression", sql));
  }

  private static ColumnDecision bounded(
      ColumnDecision decision, ColumnDomain domain, Map<String, List<String>> bounds) {
    Parameters params = Parameters.none();
    for (Map.Entry<String, List<String>> side : bounds.entrySet()) {
      boolean isLower = side.getKey().equals("at_least") || side.getKey().equals("more_than");
      List<String> all = side.getValue();
      String together = (isLower ? "greatest(" : "least(") + String.join(", ", all) + ")";
      params = params.with(side.getKey(), all.size() == 1 ? all.get(0) : together);
    }
    return decision.withCall(
        GeneratorCall.of("derive.bounded", withEnds(params, decision, domain)),
        DecidedBy.CONSTRAINT,
        "within what its constraints demand: " + bounds);
  }

  private static Parameters withEnds(
      Parameters params, ColumnDecision decision, ColumnDomain domain) {
    Parameters ended = params;
    for (String bound : List.of("min", "max")) {
      boolean isBounded = bound.equals("min") ? domain.min().isPresent() : domain.max().isPresent();
      if (isBounded && decision.call().params().has(bound)) {
        ended = ended.with(bound, decision.call().params().text(bound).orElseThrow());
      }
    }
    return ended;
  }

  private static boolean relates(Ordering ordering, String column, Set<String> placed) {
    return (ordering.left().equals(column) && placed.contains(ordering.right()))
        || (ordering.right().equals(column) && placed.contains(ordering.left()));
  }

  private static ColumnDecision between(
      String column, ColumnDecision decision, ColumnDomain domain, List<Ordering> orderings) {
    Map<String, List<String>> sides = new LinkedHashMap<>();
    for (Ordering ordering : orderings) {
      boolean isLeft = ordering.left().equals(column);
      String other = isLeft ? ordering.right() : ordering.left();
      String side = side(isLeft ? ordering.operator() : ordering.operator().mirrored());
      sides.computeIfAbsent(side, s -> new ArrayList<>()).add(other);
    }
    if (sides.containsKey("same")) {
      return decision.withCall(
          GeneratorCall.of(
              "derive.same",
              Parameters.none().with("input_columns", List.of(sides.get("same").get(0)))),
          DecidedBy.CONSTRAINT,
          "equal to " + sides.get("same").get(0));
    }
    Parameters params = Parameters.none();
    for (Map.Entry<String, List<String>> side : sides.entrySet()) {
      params = params.with(side.getKey(), side.getValue());
    }
    return decision.withCall(
        GeneratorCall.of("derive.ordered", withEnds(params, decision, domain)),
        DecidedBy.CONSTRAINT,
        "in the order that its constraints demand of " + sides);
  }

  private static String side(Comparison operator) {
    return switch (operator) {
      case EQUAL -> "same";
      case LESS_EQUAL -> "at_most";
      case LESS -> "less_than";
      case GREATER_EQUAL -> "at_least";
      case GREATER -> "more_than";
      case NOT_EQUAL -> throw new IllegalArgumentException("inequality is no order");
    };
  }
}
