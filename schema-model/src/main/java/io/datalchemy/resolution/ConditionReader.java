package io.datalchemy.resolution;

import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.reading.Terms;
import io.datalchemy.expression.Expression;
import io.datalchemy.expression.parsing.ExpressionParser;
import io.datalchemy.expression.parsing.ParsedCondition;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.condition.OwnParent;
import io.datalchemy.resolution.condition.PartitionBounds;
import io.datalchemy.resolution.condition.PartitionRules;
import io.datalchemy.resolution.condition.TableCondition;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.type.ValueTypes;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of one table: its CHECKs, its columns' domains, its partitions' bounds. */
final class ConditionReader {
  private final RunContext run;
  private final TableFacts facts;
  private final Problems problems;
  private final Terms terms;
  private final List<TableCondition> conditions = new ArrayList<>();
  private final List<ConstraintOutcome> outcomes = new ArrayList<>();

  ConditionReader(RunContext run, TableFacts facts, Problems problems) {
    this.run = run;
    this.facts = facts;
    this.problems = problems;
    List<SolverColumn> columns =
        facts.table().columns().stream()
            .map(
                c -> new SolverColumn(c.name(), ValueTypes.of(c.columnType(), run.schema()), false))
            .toList();
    this.terms = new Terms(columns, run.asOf(), Period.ZERO);
  }

  List<TableCondition> read() {
    facts.table().constraints(Constraint.Check.class).forEach(this::readCheck);
    facts.table().columns().forEach(this::readDomain);
    readPartitions();
    new KeyTypes(run, facts).limits().forEach((name, sql) -> read(name, "check", sql));
    conditions.removeIf(this::refuseOwnParent);
    return conditions;
  }

  private boolean refuseOwnParent(TableCondition condition) {
    OwnParent own = new OwnParent(facts);
    Optional<String> obstacle = own.obstacle(condition.expression());
    boolean isEnforced =
        run.policies().mode(facts.id(), ConstraintKind.CHECK) == PolicyMode.ENFORCE;
    if (obstacle.isEmpty() || !isEnforced) {
      boolean isLeft = obstacle.isPresent() || own.forbids(condition.expression());
      if (isLeft) {
        unsupported(condition.name(), condition.kind(), "the first row is its own parent");
      }
      return isLeft;
    }
    obstacle.ifPresent(
        why ->
            problems.add(
                Problem.error(
                        "unsatisfiable_constraints",
                        "",
                        facts.id()
                            + ": no rows can meet "
                            + condition.name()
                            + ": "
                            + condition.expression().toSql()
                            + ": "
                            + why)
                    .withHint(
                        "let the key be NULL in the database, or ignore CHECKs with a"
                            + " constraint_policy")));
    return true;
  }

  /** What became of constraints that gave no condition. */
  List<ConstraintOutcome> outcomes() {
    return outcomes;
  }

  private void readCheck(Constraint.Check check) {
    if (run.policies().ignores(facts.id(), ConstraintKind.CHECK)) {
      outcomes.add(
          new ConstraintOutcome(check.name(), "check", By.IGNORED, "the plan ignores CHECKs"));
    } else if (check.notValid()) {
      read(check.name(), "check", check.expression().replace(" NOT VALID", ""));
    } else {
      read(check.name(), "check", check.expression());
    }
  }

  private void readPartitions() {
    PartitionBounds bounds = new PartitionBounds(run.schema());
    String name = "partitions of " + facts.id();
    bounds.condition(facts.id()).ifPresent(sql -> read(name, "partition", sql));
    bounds
        .unreadableKey(facts.id())
        .ifPresent(key -> unsupported(name, "partition", "the key " + key + " is an expression"));
    if (bounds.takesNoRow(facts.id())) {
      problems.add(
          Problem.error(
                  "no_partition",
                  "",
                  facts.id()
                      + ": is partitioned and has 0 partitions that hold rows, asked were "
                      + facts.rows()
                      + " rows")
              .withHint("create 1 partition, such as a DEFAULT one, or leave the table out"));
    } else if (bounds.lacksHashes(facts.id())) {
      unsupported(name, "partition", "some hashes have no partition");
    }
    if (!run.policies().ignores(facts.id(), ConstraintKind.CHECK)) {
      new PartitionRules(run.schema()).of(facts.id()).forEach(this::readRule);
    }
  }

  /** Takes what one partition demands, of the rows that go to it. */
  private void readRule(PartitionRules.Rule rule) {
    List<Expression> understood = new ArrayList<>();
    parse(rule.name(), rule.kind(), rule.definition()).stream()
        .flatMap(condition -> condition.conjuncts().stream())
        .forEach(
            part ->
                terms
                    .unsupportedPart(part)
                    .ifPresentOrElse(
                        reason -> unsupported(rule.name(), rule.kind(), reason),
                        () -> understood.add(rule.on(part))));
    if (!understood.isEmpty()) {
      conditions.add(new TableCondition(rule.name(), rule.kind(), new Expression.And(understood)));
    }
  }

  private void readDomain(Column column) {
    List<Domain> domains = run.schema().domains(column.columnType()).toList();
    for (Domain domain : domains) {
      for (Domain.Check check : domain.checks()) {
        String name = domain.name() + "." + check.name() + " on " + column.name();
        if (keepsParents(column)) {
          outcomes.add(
              new ConstraintOutcome(
                  name, "domain", By.CONSTRUCTION, "the parent's values keep it"));
        } else {
          parse(name, "domain", check.expression())
              .map(e -> onColumn(e, column.name()))
              .ifPresent(e -> take(name, "domain", e));
        }
      }
    }
  }

  /** Whether the column's values come from a parent's column of the same type. */
  private boolean keepsParents(Column column) {
    List<ForeignKey> keys =
        facts.keys().stream().filter(k -> k.columns().contains(column.name())).toList();
    return !keys.isEmpty() && keys.stream().allMatch(key -> isSameType(column, key));
  }

  private boolean isSameType(Column column, ForeignKey key) {
    String referenced = key.referencedColumns().get(key.columns().indexOf(column.name()));
    return run.schema()
        .table(key.referenced())
        .flatMap(parent -> parent.column(referenced))
        .filter(c -> c.columnType().udtName().equals(column.columnType().udtName()))
        .filter(c -> c.columnType().udtSchema().equals(column.columnType().udtSchema()))
        .isPresent();
  }

  /** A domain's condition with the column in the place of {@code VALUE}. */
  private static Expression onColumn(Expression condition, String column) {
    Expression named = condition;
    for (String value : condition.columns()) {
      named = named.replacing(new Expression.Column(value), new Expression.Column(column));
    }
    return named;
  }

  private void read(String name, String kind, String definition) {
    parse(name, kind, definition).ifPresent(e -> take(name, kind, e));
  }

  /** Takes the parts of a condition that can be tested; the others are told and left out. */
  private void take(String name, String kind, Expression condition) {
    List<Expression> understood = new ArrayList<>();
    Optional<String> reason = Optional.empty();
    for (Expression part : condition.conjuncts()) {
      Optional<String> unsupported = terms.unsupportedPart(part);
      if (unsupported.isEmpty()) {
        understood.add(part);
      }
      reason = reason.or(() -> unsupported);
    }
    reason.ifPresent(r -> unsupported(name, kind, r));
    if (reason.isEmpty()) {
      conditions.add(new TableCondition(name, kind, condition));
    } else if (!understood.isEmpty()) {
      conditions.add(new TableCondition(name, kind, new Expression.And(understood)));
    }
  }

  /** Whether a part of the constraint is not held, whatever becomes of the rest. */
  boolean isUnsupported(String name) {
    return outcomes.stream().anyMatch(o -> o.name().equals(name) && o.by() == By.UNSUPPORTED);
  }

  private Optional<Expression> parse(String name, String kind, String definition) {
    ParsedCondition parsed = ExpressionParser.parseCheck(definition);
    if (parsed instanceof ParsedCondition.Parsed condition) {
      return Optional.of(condition.expression());
    }
    String reason = ((ParsedCondition.Unsupported) parsed).reason();
    unsupported(name, kind, reason);
    return Optional.empty();
  }

  /** Records that a condition cannot be held: an error in strict mode, else a warning. */
  void unsupported(String name, String kind, String reason) {
    outcomes.add(new ConstraintOutcome(name, kind, By.UNSUPPORTED, reason));
    String message = facts.id() + ": " + kind + " " + name + " cannot be held: " + reason;
    boolean isError =
        run.isStrict()
            && run.policies().mode(facts.id(), ConstraintKind.CHECK) == PolicyMode.ENFORCE;
    Problem problem =
        isError
            ? Problem.error("unsupported_constraint", "", message)
            : Problem.warning("unsupported_constraint", "", message);
    problems.add(
        problem.withHint(
            "give the columns rules whose values meet it, or a constraint_policy of ignore"));
  }
}
