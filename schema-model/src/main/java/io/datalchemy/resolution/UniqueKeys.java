package io.datalchemy.resolution;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.exclusion.ExclusionPlanner;
import io.datalchemy.resolution.key.KeyPlan;
import io.datalchemy.resolution.key.KeyPlanner;
import io.datalchemy.resolution.key.ParentCounts;
import io.datalchemy.resolution.key.UniqueSet;
import io.datalchemy.resolution.key.index.KeyPart.Period;
import io.datalchemy.resolution.record.RecordMail;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.schema.Constraint.Exclusion;
import io.datalchemy.select.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the unique keys and exclusions of one table as the plan's policies say, and gives their
 * columns generators that can tell rows apart.
 *
 * <p>What is to be ignored is not tried. What is only to be warned about is tried, and given up
 * with a warning where it cannot be held.
 */
final class UniqueKeys {
  private static final String EMAIL = "derive.email_from_name";
  private static final int LEAST_DIGITS = 3;
  private static final int RADIX = 36;

  private final TableDraft draft;
  private final ParentCounts parents;
  private final OrderedPairs pairs;
  private final Problems problems;

  UniqueKeys(TableDraft draft, ParentCounts parents, OrderedPairs pairs, Problems problems) {
    this.pairs = pairs;
    this.draft = draft;
    this.parents = parents;
    this.problems = problems;
  }

  KeyPlan plan() {
    List<UniqueSet> sets = new ArrayList<>();
    for (UniqueSet set : UniqueSet.ofTree(draft.run.schema(), draft.facts.id())) {
      if (mode(set) == PolicyMode.IGNORE) {
        String why = "the plan ignores " + (set.isPrimary() ? "the primary key" : "unique keys");
        draft.outcomes.add(new ConstraintOutcome(set.name(), set.kind(), By.IGNORED, why));
      } else {
        sets.add(prepared(set));
      }
    }
    KeyPlan plan = plan(sets);
    List<UniqueSet> givenUp =
        sets.stream()
            .filter(set -> mode(set) == PolicyMode.WARN)
            .filter(set -> !plan.holds(set.name(), draft.facts.rows()))
            .toList();
    if (givenUp.isEmpty()) {
      return plan;
    }
    givenUp.forEach(set -> warn(set, plan));
    return plan(sets.stream().filter(set -> !givenUp.contains(set)).toList());
  }

  private KeyPlan plan(List<UniqueSet> sets) {
    DraftSpaces spaces = new DraftSpaces(draft);
    ExclusionPlanner exclusions =
        new ExclusionPlanner(draft.facts, spaces, parents, new DraftLine(draft));
    KeyPlan plan =
        new KeyPlanner(draft.facts, spaces, parents, fresh -> settle(fresh, spaces, exclusions))
            .plan(sets);
    exclusions.unheld().stream()
        .filter(exclusion -> plan.outcomes().stream().noneMatch(o -> isOf(exclusion, o)))
        .forEach(this::reportExclusion);
    return plan;
  }

  private void settle(KeyPlan plan, DraftSpaces spaces, ExclusionPlanner exclusions) {
    draft
        .run
        .childNumbers()
        .of(draft.facts.id())
        .forEach((column, key) -> plan.number(column, key, spaces.size(column, false).orElse(1)));
    exclusions.plan(plan);
    pairs.settle(plan);
  }

  private static boolean isOf(Exclusion exclusion, ConstraintOutcome outcome) {
    return outcome.kind().equals("exclusion") && outcome.name().equals(exclusion.name());
  }

  private PolicyMode mode(UniqueSet set) {
    return draft
        .run
        .policies()
        .mode(
            draft.facts.id(), set.isPrimary() ? ConstraintKind.PRIMARY_KEY : ConstraintKind.UNIQUE);
  }

  private void warn(UniqueSet set, KeyPlan plan) {
    String why = plan.obstacle(set.name()).orElse("there are too few values");
    draft.outcomes.add(
        new ConstraintOutcome(
            set.name(),
            set.kind(),
            By.UNSUPPORTED,
            "values may repeat, as the plan allows: " + why));
    problems.add(
        Problem.warning(
                "unique_not_held",
                "",
                draft.facts.id()
                    + ": "
                    + set.kind()
                    + " "
                    + set.name()
                    + " is not held, values may repeat: "
                    + why)
            .withHint("lower the rows, or widen the column's generator"));
  }

  /** The set, its columns given generators that can tell rows apart by what it compares. */
  private UniqueSet prepared(UniqueSet set) {
    for (String column : set.columns()) {
      ColumnDecision decision = draft.decisions.get(column);
      if (decision == null) {
        continue;
      }
      Optional<String> obstacle = obstacle(set, decision);
      if (obstacle.isPresent()) {
        return set.unsupported(column + ": " + obstacle.get());
      }
      if (decision.call().id().equals(EMAIL)) {
        draft.decisions.put(column, withDigits(decision, RADIX));
      } else if (RecordMail.isMadeBy(decision.call())) {
        draft.decisions.put(column, withDigits(decision, RecordMail.RADIX));
      }
      Period period = set.periods().get(column);
      if (period != null) {
        draft.decisions.put(column, oneInEach(period, decision));
      }
    }
    return set;
  }

  private Optional<String> obstacle(UniqueSet set, ColumnDecision decision) {
    String column = decision.column().name();
    boolean needsValues = !set.exemptsNulls() || set.valued().contains(column);
    boolean makesNulls =
        decision.transforms().stream().anyMatch(t -> t.id().equals("transform.null_rate"));
    if (needsValues && makesNulls) {
      return Optional.of("transform.null_rate makes NULLs, which the key counts as one value");
    }
    if (set.trimmed().contains(column) && mayHaveBlanks(decision)) {
      return Optional.of("its values may begin or end with blanks, which the index removes");
    }
    boolean isMoment = decision.call().id().matches("primitive\\.(date|timestamp)(\\.range)?");
    return set.periods().containsKey(column) && !isMoment
        ? Optional.of(
            decision.call().id()
                + " cannot give one value in each "
                + set.periods().get(column).unit())
        : Optional.empty();
  }

  private boolean mayHaveBlanks(ColumnDecision decision) {
    Parameters params = decision.call().params();
    boolean isFree = params.has("charset") || params.has("pattern") || params.has("allow_empty");
    return isFree
        || !decision.transforms().isEmpty()
        || draft.run.catalogue().sample(decision.call(), decision.type(), 200).stream()
            .anyMatch(value -> !value.equals(value.strip()));
  }

  /** Digits to the radix enough for every row to have its own. */
  private ColumnDecision withDigits(ColumnDecision decision, int radix) {
    if (decision.call().params().has("digits")) {
      return decision;
    }
    long digits = LEAST_DIGITS;
    for (long size = (long) radix * radix * radix; size < draft.facts.rows(); size *= radix) {
      digits++;
    }
    return decision.withParams(decision.call().params().with("digits", digits));
  }

  private ColumnDecision oneInEach(Period period, ColumnDecision decision) {
    Parameters params = decision.call().params();
    String unit = period.unit() + (period.isLocal() ? " local" : "");
    if (params.has("distinct_by")) {
      return decision;
    }
    Parameters with = params.with("distinct_by", unit);
    if (!decision.isRuled() && !params.has("min") && !params.has("max")) {
      long days =
          Math.min(MAX_DAYS, Math.max(LEAST_DAYS, daysFor(period) * (draft.facts.rows() + 2)));
      with = with.with("min", draft.run.asOf().minusDays(days).toString());
    }
    return decision.withParams(with);
  }

  private static final long LEAST_DAYS = 1826;

  /** Two centuries: older moments are not believed. */
  private static final long MAX_DAYS = 73_000;

  private static long daysFor(Period period) {
    return switch (period.unit()) {
      case "year" -> 366;
      case "quarter" -> 92;
      case "month" -> 31;
      case "week" -> 7;
      default -> 1;
    };
  }

  private void reportExclusion(Exclusion exclusion) {
    String why =
        "only equal columns WITH = and one range WITH && are understood, over columns that a"
            + " generator fills";
    draft.outcomes.add(new ConstraintOutcome(exclusion.name(), "exclusion", By.UNSUPPORTED, why));
    String message =
        draft.facts.id() + ": exclusion " + exclusion.name() + " cannot be held: " + why;
    boolean isRuled =
        draft.decisions.values().stream()
            .filter(ColumnDecision::isRuled)
            .anyMatch(d -> SqlText.mentions(exclusion.definition(), d.column().name()));
    Problem problem =
        draft.run.isStrict() || isRuled
            ? Problem.error("unsupported_constraint", "", message)
            : Problem.warning("unsupported_constraint", "", message);
    problems.add(
        problem.withHint(
            isRuled
                ? "leave out the rules on its columns, or leave the table out"
                : "drop it where the rows are loaded, or leave the table out"));
  }
}
