package io.datalchemy.resolution.injection;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.key.UniqueSet;
import io.datalchemy.resolve.ResolvedInjection;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides how the {@code inject} rules of a plan break their constraints, and those alone. */
public final class InjectionPlanner {
  private final DatabaseSchema schema;
  private final ResolvedPlan resolved;
  private final Problems problems;
  private final Set<Object> seen = new HashSet<>();

  private InjectionPlanner(DatabaseSchema schema, ResolvedPlan resolved, Problems problems) {
    this.schema = schema;
    this.resolved = resolved;
    this.problems = problems;
  }

  /**
   * The injections into the tables of a resolved plan, in the plan's order.
   *
   * @param problems gets an error for each rule that cannot be followed
   */
  public static List<ResolvedInjection> plan(
      GenerationPlan plan, DatabaseSchema schema, ResolvedPlan resolved, Problems problems) {
    InjectionPlanner planner = new InjectionPlanner(schema, resolved, problems);
    List<ResolvedInjection> injections = new ArrayList<>();
    for (int i = 0; i < plan.rules().size(); i++) {
      if (plan.rules().get(i) instanceof Rule.Inject rule) {
        planner.planIfGenerated(rule, i).ifPresent(injections::add);
      }
    }
    return injections;
  }

  private Optional<ResolvedInjection> planIfGenerated(Rule.Inject rule, int index) {
    String path = "/rules/" + index;
    if (resolved.existing().stream().anyMatch(table -> table.id().equals(rule.tableId()))) {
      problems.add(impossible(rule, path, "the rows of the table stay as they are"));
      return Optional.empty();
    }
    return resolved.table(rule.tableId()).isPresent() ? plan(rule, index, path) : Optional.empty();
  }

  private Optional<ResolvedInjection> plan(Rule.Inject rule, int index, String path) {
    if (!seen.add(List.of(rule.tableId(), rule.constraint(), rule.column()))) {
      problems.add(
          Problem.error(
                  "duplicate_inject_rule",
                  path,
                  subject(rule) + ": must have one inject rule, has another before")
              .withHint("keep one"));
      return Optional.empty();
    }
    BreakableTable table = new BreakableTable(schema, resolved, rule.tableId());
    return find(rule, table, path)
        .flatMap(
            planned -> {
              if (planned.breaks().isEmpty()) {
                problems.add(impossible(rule, path, planned.why()));
              }
              return planned.breaks().map(by -> injection(rule, index, planned, table));
            });
  }

  private static ResolvedInjection injection(
      Rule.Inject rule, int index, Planned planned, BreakableTable table) {
    return new ResolvedInjection(
        rule.schema(),
        rule.table(),
        rule.constraint().or(rule::column).orElseThrow(),
        planned.kind(),
        rule.rate().doubleValue(),
        index,
        planned.breaks().orElseThrow(),
        table.rules().without(planned.rule()));
  }

  /** A rule that cannot be followed, with the reason. */
  private static Problem impossible(Rule.Inject rule, String path, String why) {
    return Problem.error(
            "injection_impossible", path, subject(rule) + ": cannot be broken alone: " + why)
        .withHint("remove the rule, or break another constraint");
  }

  private static String subject(Rule.Inject rule) {
    return rule.tableId()
        + rule.column().map(column -> "." + column).orElse("")
        + rule.constraint().map(name -> ": " + name).orElse("");
  }

  private Optional<Planned> find(Rule.Inject rule, BreakableTable table, String path) {
    Optional<Column> column = rule.column().flatMap(table.table()::column);
    if (rule.column().isPresent() && column.isEmpty()) {
      List<String> names = table.table().columns().stream().map(Column::name).toList();
      unknown("unknown_column", path + "/column", rule.column().get(), rule, names);
      return Optional.empty();
    }
    if (rule.constraint().isEmpty() && column.isEmpty()) {
      problems.add(
          Problem.error(
                  "inject_without_constraint",
                  path,
                  subject(rule) + ": inject must name a constraint or a column, has neither")
              .withHint("name the constraint, or the column whose NOT NULL is to be broken"));
      return Optional.empty();
    }
    if (rule.constraint().isEmpty()) {
      return Optional.of(new ConditionBreaks(table).toNull(column.get()));
    }
    Optional<Planned> found =
        column
            .map(c -> ofDomain(rule.constraint().get(), c, table))
            .orElseGet(() -> ofTable(rule.constraint().get(), table));
    if (found.isEmpty()) {
      List<String> names = column.map(this::checksOf).orElseGet(() -> namesOf(table));
      unknown("unknown_constraint", path + "/constraint", rule.constraint().get(), rule, names);
    }
    return found;
  }

  private Optional<Planned> ofDomain(String name, Column column, BreakableTable table) {
    return checksOf(column).contains(name)
        ? Optional.of(
            new ConditionBreaks(table).falsify("domain", RowRules.domainRule(column.name(), name)))
        : Optional.empty();
  }

  private static Optional<Planned> ofTable(String name, BreakableTable table) {
    KeyBreaks keys = new KeyBreaks(table);
    Optional<UniqueSet> unique =
        table.uniqueSets().stream().filter(set -> set.name().equals(name)).findFirst();
    if (unique.isPresent()) {
      return unique.map(keys::repeat);
    }
    for (Constraint constraint : table.table().constraints()) {
      if (constraint.name().equals(name)) {
        if (constraint instanceof Constraint.ForeignKey key) {
          return Optional.of(keys.orphan(key));
        } else if (constraint instanceof Constraint.Exclusion exclusion) {
          return Optional.of(keys.repeat(exclusion));
        }
        return Optional.of(new ConditionBreaks(table).falsify("check", name));
      }
    }
    return Optional.empty();
  }

  private List<String> checksOf(Column column) {
    return schema
        .domains(column.columnType())
        .flatMap(domain -> domain.checks().stream())
        .map(check -> check.name())
        .toList();
  }

  private static List<String> namesOf(BreakableTable table) {
    return Stream.concat(
            table.table().constraints().stream().map(Constraint::name),
            table.uniqueSets().stream().map(UniqueSet::name))
        .distinct()
        .toList();
  }

  private void unknown(
      String code, String path, String name, Rule.Inject rule, List<String> known) {
    String what = code.endsWith("column") ? "column" : "constraint";
    problems.add(
        Problem.error(
                code,
                path,
                what + " '" + name + "' of " + rule.tableId() + ": not found in schema.json")
            .withHint(NearMatch.hint(name, known)));
  }
}
