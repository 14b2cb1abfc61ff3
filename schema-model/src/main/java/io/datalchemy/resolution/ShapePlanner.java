package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolvedShape;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.resolution.condition.Narrowing;
import io.datalchemy.resolution.condition.RangeTuning;
import io.datalchemy.resolution.key.KeyPlan;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ShapeGroup;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Constraint.MatchType;
import io.datalchemy.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns the solver's groups of one table into shape groups, once its keys are planned.
 *
 * <p>A partial unique index that only the first row of each parent may enter splits its group: the
 * first rows take shapes in which the predicate is true, all others shapes in which it is not.
 */
final class ShapePlanner {
  private static final int MAX_DRAWS = 1000;

  /** Another parent is cheap to pick, and few may meet a condition on the key. */
  private static final int MAX_PICKS = 10_000;

  private final TableDraft draft;
  private final ConstraintPlanner constraints;
  private final ConditionReader reader;
  private final ShapedParents parents;

  ShapePlanner(TableDraft draft, ConstraintPlanner constraints, ConditionReader reader) {
    this.draft = draft;
    this.constraints = constraints;
    this.reader = reader;
    this.parents = new ShapedParents(draft);
  }

  List<ShapeGroup> plan() {
    List<Condition> entering = gateConditions(true);
    List<Condition> staying = gateConditions(false);
    List<Expression> tied = staying.stream().map(Condition::expression).toList();
    List<SolvedGroup> groups = constraints.solve(entering, tied);
    Map<List<String>, SolvedGroup> others = new LinkedHashMap<>();
    if (!entering.isEmpty()) {
      constraints.solve(staying, tied).forEach(group -> others.put(group.columns(), group));
    }
    List<ShapeGroup> planned = new ArrayList<>();
    for (SolvedGroup group : groups) {
      boolean isGated = entering.stream().anyMatch(c -> group.conditionNames().contains(c.name()));
      plan(group, isGated ? Optional.of(others.get(group.columns())) : Optional.empty())
          .ifPresent(planned::add);
    }
    return planned;
  }

  private List<Condition> gateConditions(boolean entering) {
    List<Condition> conditions = new ArrayList<>();
    for (KeyPlan.Gate gate : draft.keys.gates()) {
      ParsedCondition parsed = ExpressionParser.parse(gate.predicate());
      if (parsed instanceof ParsedCondition.Parsed condition) {
        Expression predicate = condition.expression();
        boolean mayEnter = entering && gate.onlyFirst();
        conditions.add(
            new Condition(
                gate.set().name(),
                mayEnter ? Expression.isTrue(predicate) : Expression.isNotTrue(predicate)));
      } else {
        reader.unsupported(
            gate.set().name(), "unique_index", ((ParsedCondition.Unsupported) parsed).reason());
      }
    }
    return conditions;
  }

  private Optional<ShapeGroup> plan(SolvedGroup group, Optional<SolvedGroup> other) {
    List<String> free =
        group.columns().stream()
            .filter(c -> !draft.isSettled(c) || isEmptiedToo(c, group) || isPicked(c, group))
            .filter(
                c ->
                    draft.decisions.containsKey(c)
                        || isEmptiedOnly(c, group, other)
                        || isEmptiedToo(c, group)
                        || isPicked(c, group))
            .toList();
    List<String> redrawn = redrawnKeys(group, other);
    group.unsupported().forEach(u -> reader.unsupported(u.name(), "check", u.reason()));
    if (group.contradiction().isPresent() || (free.isEmpty() && redrawn.isEmpty())) {
      refuseSettled(group);
      return Optional.empty();
    }
    boolean isGated = other.isPresent() && onlyFirst(group);
    boolean hasKey = free.stream().anyMatch(draft.facts::isForeign);
    if (other.isEmpty() && group.isDomainOnly() && !hasKey && !needsTest(group, free)) {
      outcomes(group, By.CONSTRUCTION, "values from the allowed domain");
      return Optional.empty();
    }
    boolean isTested = needsTest(group, free);
    List<SolvedShape> shapes =
        possible(isGated || other.isEmpty() ? group.shapes() : other.get().shapes());
    if (shapes.isEmpty()) {
      refuseParentless(group);
      return Optional.empty();
    }
    ShapeSources sources = new ShapeSources(draft, constraints);
    ShapeGroup planned =
        new ShapeGroup(
            free,
            group.conditionNames(),
            tuned(group, compile(sources, shapes, free), free),
            isGated ? draft.keys.group().map(key -> key.name()) : Optional.empty(),
            isGated ? compile(sources, possible(other.orElseThrow().shapes()), free) : List.of(),
            isTested || isRelated(group) ? conditionSql(group) : residualSql(group),
            redrawn,
            redrawn.isEmpty() ? MAX_DRAWS : MAX_PICKS);
    boolean isComputed = !isTested && !group.residual().isEmpty() && sources.isComputed();
    boolean isRedrawn = !planned.residual().isEmpty() && !isComputed;
    outcomes(
        group,
        isRedrawn ? By.REDRAW : By.CONSTRUCTION,
        isRedrawn
            ? "rows are drawn from matching shapes, tested, and drawn again"
            : isComputed
                ? "computed from the other columns"
                : "every row takes one of the shapes that meet it");
    return Optional.of(planned);
  }

  /** The shapes with ranges of numbers in which most rows pass what is tested on them. */
  private List<ShapeGroup.Shape> tuned(
      SolvedGroup group, List<ShapeGroup.Shape> shapes, List<String> free) {
    if (group.residual().isEmpty()) {
      return shapes;
    }
    Map<String, ValueType> types = new LinkedHashMap<>();
    group.columns().forEach(column -> types.put(column, constraints.type(column)));
    RangeTuning tuning = new RangeTuning(draft.run.catalogue(), draft.run.asOf(), types);
    return shapes.stream().map(shape -> tuned(tuning, group, shape, free)).toList();
  }

  private ShapeGroup.Shape tuned(
      RangeTuning tuning, SolvedGroup group, ShapeGroup.Shape shape, List<String> free) {
    Map<String, GeneratorCall> calls = new LinkedHashMap<>();
    for (int i = 0; i < free.size(); i++) {
      boolean isRuled =
          draft.decisions.containsKey(free.get(i)) && draft.decisions.get(free.get(i)).isRuled();
      if (shape.columns().get(i) instanceof ColumnSource.Generated source
          && source.transforms().isEmpty()
          && source.distinct() instanceof Distinctness.None
          && !isRuled) {
        calls.put(free.get(i), source.generator());
      }
    }
    Map<String, GeneratorCall> tuned = tuning.tuned(constraints.conditions(group), calls);
    List<ColumnSource> columns = new ArrayList<>();
    for (int i = 0; i < free.size(); i++) {
      GeneratorCall call = tuned.get(free.get(i));
      columns.add(
          call != null && shape.columns().get(i) instanceof ColumnSource.Generated source
              ? new ColumnSource.Generated(
                  call, source.transforms(), source.nullRate(), source.distinct())
              : shape.columns().get(i));
    }
    return new ShapeGroup.Shape(shape.weight(), columns);
  }

  private static List<ShapeGroup.Shape> compile(
      ShapeSources sources, List<SolvedShape> shapes, List<String> free) {
    return shapes.stream().map(shape -> sources.shape(shape, free)).toList();
  }

  /** Whether columns are computed or bounded by others, whatever their own conditions say. */
  private static boolean isRelated(SolvedGroup group) {
    return group.shapes().stream().anyMatch(shape -> !shape.relations().isEmpty());
  }

  /** Whether a row can still break a condition: what is settled elsewhere or asked for may. */
  private boolean needsTest(SolvedGroup group, List<String> free) {
    boolean hasSettled = free.size() < group.columns().size();
    List<ColumnDecision> decisions =
        free.stream().flatMap(c -> Stream.ofNullable(draft.decisions.get(c))).toList();
    boolean hasRuled = decisions.stream().anyMatch(ColumnDecision::isRuled);
    boolean hasOrder = group.shapes().stream().anyMatch(shape -> !shape.orderings().isEmpty());
    boolean isLoose =
        group.shapes().stream()
            .flatMap(shape -> shape.domains().values().stream())
            .anyMatch(domain -> !Narrowing.isExpressible(domain));
    boolean isOpen =
        group.shapes().stream()
            .anyMatch(shape -> free.stream().anyMatch(c -> parents.isLeftOpen(c, shape)));
    boolean isTried = decisions.stream().anyMatch(d -> constraints.isTried(d, group));
    return hasSettled || hasRuled || hasOrder || isLoose || isOpen || isTried;
  }

  /** Whether shapes pick a foreign key's parent among the rows that they allow. */
  private boolean isPicked(String column, SolvedGroup group) {
    return parents.isLimited(column, group)
        && draft.redrawableKey(column).filter(key -> isWithin(key, group)).isPresent();
  }

  private List<SolvedShape> possible(List<SolvedShape> shapes) {
    return shapes.stream().filter(parents::canBe).toList();
  }

  private void refuseParentless(SolvedGroup group) {
    String constraint = String.join(", ", group.conditionNames());
    draft.keys.bound(
        new RowLimit(0, constraint, "no row of the tables referred to has a key that meets it"));
  }

  /** Whether shapes make a foreign key's column NULL that may pick another parent. */
  private boolean isEmptiedToo(String column, SolvedGroup group) {
    boolean isWhole =
        draft
            .redrawableKey(column)
            .filter(key -> key.columns().size() == 1 || key.matchType() != MatchType.FULL)
            .isPresent();
    return isWhole
        && draft.facts.isNullable(column)
        && group.shapes().stream()
            .anyMatch(shape -> shape.domains().get(column).nullness() != Nullness.EITHER);
  }

  /** The keys of columns of which more is said than when they are NULL. */
  private List<String> redrawnKeys(SolvedGroup group, Optional<SolvedGroup> other) {
    return group.columns().stream()
        .filter(column -> !isEmptiedOnly(column, group, other))
        .flatMap(column -> draft.redrawableKey(column).stream())
        .filter(key -> isWithin(key, group))
        .map(ForeignKey::name)
        .distinct()
        .toList();
  }

  /** Whether no other group speaks of the key's columns. */
  private boolean isWithin(ForeignKey key, SolvedGroup group) {
    return draft.conditions.stream()
        .filter(condition -> !group.conditionNames().contains(condition.name()))
        .noneMatch(c -> c.expression().columns().stream().anyMatch(key.columns()::contains));
  }

  /** Whether the group says of a foreign key's column only when it is NULL. */
  private static boolean isEmptiedOnly(
      String column, SolvedGroup group, Optional<SolvedGroup> other) {
    return Stream.concat(Stream.of(group), other.stream())
        .allMatch(
            g ->
                g.residual().stream().noneMatch(e -> e.columns().contains(column))
                    && g.shapes().stream().allMatch(shape -> isEmptiedOnly(column, shape)));
  }

  private static boolean isEmptiedOnly(String column, SolvedShape shape) {
    ColumnDomain domain = shape.domains().get(column);
    return (domain == null || !domain.hasLimits())
        && shape.orderings().stream()
            .noneMatch(o -> o.left().equals(column) || o.right().equals(column));
  }

  /** Conditions on foreign keys alone, of which the keys leave nothing to choose. */
  private void refuseSettled(SolvedGroup group) {
    if (group.contradiction().isPresent()
        || group.columns().stream().noneMatch(draft.facts::isForeign)) {
      return;
    }
    draft.conditions.stream()
        .filter(condition -> group.conditionNames().contains(condition.name()))
        .forEach(
            c ->
                reader.unsupported(
                    c.name(),
                    c.kind(),
                    "all of its columns are settled by keys or by the database"));
  }

  private boolean onlyFirst(SolvedGroup group) {
    return draft.keys.gates().stream()
        .anyMatch(g -> g.onlyFirst() && group.conditionNames().contains(g.set().name()));
  }

  private List<String> conditionSql(SolvedGroup group) {
    Set<String> sql = new LinkedHashSet<>();
    constraints.conditions(group).forEach(condition -> sql.add(condition.toSql()));
    return List.copyOf(sql);
  }

  private static List<String> residualSql(SolvedGroup group) {
    return group.residual().stream().map(Expression::toSql).toList();
  }

  private void outcomes(SolvedGroup group, By by, String detail) {
    draft.conditions.stream()
        .filter(condition -> group.conditionNames().contains(condition.name()))
        .filter(condition -> !reader.isUnsupported(condition.name()))
        .forEach(c -> draft.outcomes.add(new ConstraintOutcome(c.name(), c.kind(), by, detail)));
  }
}
