package io.datalchemy.resolution;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.constraint.solving.ConstraintSolver;
import io.datalchemy.expression.Expression;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.condition.Narrowing;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.key.UniqueSet;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the solver about one table's conditions and narrows single columns to what it finds. */
final class ConstraintPlanner {
  private final TableDraft draft;
  private final Narrowing narrowing;
  private final Compatibility compatibility;
  private final Problems problems;

  /** What was asked last, and the answer: keys seldom change what conditions ask. */
  private Optional<SolverRequest> asked = Optional.empty();

  private List<SolvedGroup> solved = List.of();

  ConstraintPlanner(TableDraft draft, Problems problems) {
    this.draft = draft;
    this.narrowing = new Narrowing(draft.run.catalogue());
    this.compatibility = new Compatibility(draft.run);
    this.problems = problems;
  }

  /**
   * The groups of columns that the table's conditions, and some more, tie together.
   *
   * @param tied expressions whose columns come out in one group without being required
   */
  List<SolvedGroup> solve(List<Condition> more, List<Expression> tied) {
    List<Condition> all = new ArrayList<>();
    draft.conditions.forEach(c -> all.add(new Condition(c.name(), c.expression())));
    all.addAll(more);
    Set<String> involved = new LinkedHashSet<>();
    all.forEach(condition -> involved.addAll(condition.expression().columns()));
    tied.forEach(expression -> involved.addAll(expression.columns()));
    List<SolverColumn> columns = new ArrayList<>();
    draft.facts.table().columns().stream()
        .filter(column -> involved.contains(column.name()))
        .forEach(c -> columns.add(new SolverColumn(c.name(), type(c.name()), isNotNull(c.name()))));
    SolverRequest request = new SolverRequest(columns, all, tied, draft.run.asOf());
    if (asked.filter(request::equals).isEmpty()) {
      asked = Optional.of(request);
      solved = ConstraintSolver.solve(request);
    }
    return solved;
  }

  /** Narrows every column that stands alone in its group; reports groups that cannot be met. */
  void narrowSingles(List<SolvedGroup> groups) {
    for (SolvedGroup group : groups) {
      if (group.contradiction().isPresent()) {
        refuse(group, group.contradiction().get());
      } else if (group.isDomainOnly() && draft.decisions.containsKey(group.columns().get(0))) {
        narrow(group);
      } else if (isUniqueAlone(group)) {
        narrowToWidest(group);
      }
    }
  }

  /** CHECKs that the plan does not enforce are given up with a warning. */
  private void refuse(SolvedGroup group, String contradiction) {
    String message = draft.facts.id() + ": no row can meet " + contradiction;
    boolean isEnforced =
        draft.run.policies().mode(draft.facts.id(), ConstraintKind.CHECK) == PolicyMode.ENFORCE;
    Problem problem =
        isEnforced
            ? Problem.error("unsatisfiable_constraints", "", message)
            : Problem.warning("unsatisfiable_constraints", "", message);
    problems.add(
        problem.withHint("leave the table out, or ignore its CHECKs with a constraint_policy"));
    if (!isEnforced) {
      draft.conditions.stream()
          .filter(condition -> group.conditionNames().contains(condition.name()))
          .forEach(
              c ->
                  draft.outcomes.add(
                      new ConstraintOutcome(
                          c.name(), c.kind(), By.UNSUPPORTED, "no row can meet it")));
    }
  }

  /** Whether the group is one column of a unique key, whose values one domain must number. */
  private boolean isUniqueAlone(SolvedGroup group) {
    String column = group.columns().get(0);
    return group.columns().size() == 1
        && group.residual().isEmpty()
        && draft.decisions.containsKey(column)
        && UniqueSet.of(draft.facts.table()).stream().anyMatch(s -> s.columns().contains(column));
  }

  private void narrowToWidest(SolvedGroup group) {
    String column = group.columns().get(0);
    ColumnDecision decision = draft.decisions.get(column);
    group.shapes().stream()
        .map(shape -> shape.domains().get(column))
        .filter(domain -> domain.nullness() != Nullness.NULL)
        .map(domain -> narrowed(decision, domain, conditions(group)))
        .max(Comparator.comparingLong(this::size))
        .ifPresent(widest -> draft.decisions.put(column, widest));
  }

  private long size(ColumnDecision decision) {
    return draft.run.catalogue().valueSpace(decision.call(), decision.type(), false).orElse(0);
  }

  private void narrow(SolvedGroup group) {
    String column = group.columns().get(0);
    ColumnDecision decision = draft.decisions.get(column);
    ColumnDomain domain = group.shapes().get(0).domains().get(column);
    boolean isTooLong = !decision.isRuled() && narrowing.isTooLong(type(column), domain);
    if (isTooLong && domain.nullness() == Nullness.NOT_NULL) {
      refuse(group, tooLong(column, group));
    } else if (isTooLong || (domain.nullness() == Nullness.NULL && !decision.isRuled())) {
      draft.decisions.put(column, decision.withNullRate(1));
    } else {
      draft.decisions.put(column, made(narrowed(decision, domain, conditions(group)), group));
    }
  }

  /** The decision; a problem if there are such values, but no generator makes them. */
  private ColumnDecision made(ColumnDecision decision, SolvedGroup group) {
    List<String> obstacles =
        decision.decidedBy() == DecidedBy.CONSTRAINT
            ? draft.run.catalogue().check(decision.call(), decision.type())
            : List.of();
    if (obstacles.isEmpty()) {
      return decision;
    }
    problems.add(
        Problem.error(
                "unsupported_constraint",
                "",
                draft.facts.id()
                    + "."
                    + decision.column().name()
                    + ": no generator makes the values that "
                    + String.join(", ", group.conditionNames())
                    + " allows: "
                    + obstacles.get(0))
            .withHint("give the column a rule with primitive.enum and such values"));
    return draft.decisions.get(decision.column().name());
  }

  private String tooLong(String column, SolvedGroup group) {
    return String.join(", ", group.conditionNames())
        + " can hold of no row: the shortest text that matches is longer than the "
        + type(column).maxLength().orElseThrow()
        + " characters of "
        + column
        + " (NOT NULL: "
        + column
        + ")";
  }

  /** The decision with values from the domain only: as chosen where that already keeps to it. */
  ColumnDecision narrowed(
      ColumnDecision decision, ColumnDomain domain, List<Expression> conditions) {
    ColumnDecision notNull =
        domain.nullness() == Nullness.NOT_NULL ? decision.withNullRate(0) : decision;
    if (decision.isRuled() || compatibility.keepsTo(decision, conditions)) {
      return notNull;
    }
    var call = narrowing.narrow(decision.call(), decision.type(), domain);
    boolean isSame = call.equals(decision.call());
    return isSame
        ? notNull
        : notNull.withCall(call, DecidedBy.CONSTRAINT, "the values that its constraints allow");
  }

  /** Whether the column keeps a generator that was only tried against its own conditions. */
  boolean isTried(ColumnDecision decision, SolvedGroup group) {
    return group.shapes().stream()
        .map(shape -> shape.domains().get(decision.column().name()))
        .anyMatch(domain -> domain != null && !tried(decision, domain).isEmpty());
  }

  /**
   * The column's own conditions, if all that a shape says of its values follows from them and its
   * generator keeps to them; else none.
   */
  List<Expression> tried(ColumnDecision decision, ColumnDomain domain) {
    String column = decision.column().name();
    List<Condition> own =
        draft.conditions.stream()
            .filter(c -> c.expression().columns().equals(Set.of(column)))
            .map(c -> new Condition(c.name(), c.expression()))
            .toList();
    if (own.isEmpty() || decision.isRuled() || !saysNoMore(decision, domain, own)) {
      return List.of();
    }
    List<Expression> conditions = own.stream().map(Condition::expression).toList();
    return compatibility.keepsTo(decision, conditions) ? conditions : List.of();
  }

  private boolean saysNoMore(ColumnDecision decision, ColumnDomain domain, List<Condition> own) {
    String column = decision.column().name();
    List<SolverColumn> alone = List.of(new SolverColumn(column, type(column), isNotNull(column)));
    return ConstraintSolver.solve(new SolverRequest(alone, own, List.of(), draft.run.asOf()))
        .stream()
        .flatMap(group -> group.shapes().stream())
        .map(shape -> shape.domains().get(column))
        .anyMatch(
            d -> d.withNullness(Nullness.EITHER).equals(domain.withNullness(Nullness.EITHER)));
  }

  List<Expression> conditions(SolvedGroup group) {
    return draft.conditions.stream()
        .filter(condition -> group.conditionNames().contains(condition.name()))
        .map(TableCondition::expression)
        .toList();
  }

  /** The type of a column as the solver sees it. */
  ValueType type(String column) {
    return ValueTypes.of(draft.facts.column(column).columnType(), draft.run.schema());
  }

  private boolean isNotNull(String column) {
    boolean mustBePresent =
        !draft.facts.isNullable(column) || draft.keys.neverNull().contains(column);
    return mustBePresent && !mayBreakNotNull(column);
  }

  /** Whether a rule asks for NULLs in a NOT NULL column, and the plan does not enforce that. */
  private boolean mayBreakNotNull(String column) {
    ColumnDecision decision = draft.decisions.get(column);
    return decision != null
        && decision.nullRate() > 0
        && draft.run.policies().mode(draft.facts.id(), ConstraintKind.NOT_NULL)
            != PolicyMode.ENFORCE;
  }
}
