package io.datalchemy.propose.update;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.plan.GenerationPlan.UnsupportedRule;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.PolymorphicReference;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.VirtualForeignKey;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings a plan to a schema that has changed since it was written.
 *
 * <p>Seed, options, targets and rules are kept. What is about something that the schema has no more
 * moves to the plan's {@code rules_unsupported}; tables and columns that the plan says nothing of
 * get what a proposal for the schema says. A rule that the proposal made, known by its confidence,
 * gives way where it does not fit its column any more; one that somebody wrote stays, for {@code
 * validate} to tell of.
 */
public final class PlanUpdate {
  private final GenerationPlan old;
  private final GenerationPlan proposed;
  private final DatabaseSchema schema;
  private final RuleSubject subjects;
  private final Optional<DatabaseSchema> before;
  private final List<String> changes = new ArrayList<>();
  private final List<UnsupportedRule> dropped = new ArrayList<>();

  /**
   * An update.
   *
   * @param old the plan as it is
   * @param proposed what would be proposed for the schema
   * @param schema the schema as it is now
   * @param before the schema that the plan was written for, so that what the plan leaves out on
   *     purpose is told from what is new; without it, all that the plan says nothing of is new
   */
  public PlanUpdate(
      GenerationPlan old,
      GenerationPlan proposed,
      DatabaseSchema schema,
      Optional<DatabaseSchema> before) {
    this.old = Objects.requireNonNull(old, "old");
    this.proposed = Objects.requireNonNull(proposed, "proposed");
    this.schema = Objects.requireNonNull(schema, "schema");
    this.before = Objects.requireNonNull(before, "before");
    this.subjects = new RuleSubject(schema);
  }

  /** The plan for the schema as it is now. */
  public UpdatedPlan update(GeneratorCatalogue catalogue, ExistingKeys existing) {
    DeclaredInPlan declared = new DeclaredInPlan(keptKeys(), keptReferences());
    List<Target> targets = targets();
    GenerationPlan merged = plan(targets, rules(declared), declared);
    GenerationPlan fitting =
        new UnfitRules(proposed, changes).replacedIn(merged, schema, catalogue, existing);
    return new UpdatedPlan(fitting, changes);
  }

  private List<Target> targets() {
    Map<TableId, Target> targets = new LinkedHashMap<>();
    for (Target target : old.targets()) {
      subjects
          .missingTable(target.id())
          .ifPresentOrElse(
              gone -> changes.add(gone + ": target of " + target.rows() + " rows removed"),
              () -> targets.put(target.id(), target));
    }
    for (Target target : proposed.targets()) {
      if (!targets.containsKey(target.id()) && isNew(target.id())) {
        targets.put(target.id(), target);
        changes.add("table " + target.id() + ": target added, " + target.rows() + " rows");
      }
    }
    return List.copyOf(targets.values());
  }

  private boolean isNew(TableId table) {
    return before.isEmpty() || before.get().table(table).isEmpty();
  }

  private boolean isNew(Rule.ColumnGenerator rule) {
    return before.isEmpty()
        || before.get().table(rule.tableId()).flatMap(t -> t.column(rule.column())).isEmpty();
  }

  private List<Rule> rules(DeclaredInPlan declared) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : old.rules()) {
      subjects
          .missing(rule, declared)
          .ifPresentOrElse(gone -> drop("rule", rule, gone), () -> rules.add(rule));
    }
    addProposed(rules);
    return rules;
  }

  private void addProposed(List<Rule> rules) {
    Set<ColumnId> ruled = columns(rules);
    for (Rule rule : proposed.rules()) {
      if (rule instanceof Rule.ColumnGenerator of
          && !ruled.contains(new ColumnId(of.tableId(), of.column()))
          && isNew(of)) {
        rules.add(of);
        changes.add(
            "column " + of.tableId() + "." + of.column() + ": rule added, " + of.generator().id());
      } else if (rule instanceof Rule.ConstraintPolicy of && isNew(of.tableId())) {
        addIfNone(of, rules);
      }
    }
  }

  private void addIfNone(Rule.ConstraintPolicy policy, List<Rule> rules) {
    boolean isThere =
        rules.stream()
            .filter(Rule.ConstraintPolicy.class::isInstance)
            .map(Rule.ConstraintPolicy.class::cast)
            .anyMatch(
                rule ->
                    rule.tableId().equals(policy.tableId())
                        && rule.constraint() == policy.constraint());
    if (!isThere) {
      rules.add(policy);
      changes.add("table " + policy.tableId() + ": policy added, " + PlanDocument.line(policy));
    }
  }

  private static Set<ColumnId> columns(List<Rule> rules) {
    return rules.stream()
        .filter(Rule.ColumnGenerator.class::isInstance)
        .map(Rule.ColumnGenerator.class::cast)
        .map(rule -> new ColumnId(rule.tableId(), rule.column()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<VirtualForeignKey> keptKeys() {
    List<VirtualForeignKey> kept = new ArrayList<>();
    for (VirtualForeignKey key : old.virtualForeignKeys()) {
      subjects
          .missing(key)
          .ifPresentOrElse(gone -> drop("virtual foreign key", key, gone), () -> kept.add(key));
    }
    return kept;
  }

  private List<PolymorphicReference> keptReferences() {
    List<PolymorphicReference> kept = new ArrayList<>();
    for (PolymorphicReference reference : old.polymorphicReferences()) {
      subjects
          .missing(reference)
          .ifPresentOrElse(
              gone -> drop("polymorphic reference", reference, gone), () -> kept.add(reference));
    }
    return kept;
  }

  /** What is about something gone is kept where people read it and nothing follows it. */
  private void drop(String kind, Object part, String gone) {
    String text = PlanDocument.line(part);
    changes.add(gone + ": " + kind + " moved to rules_unsupported, " + text);
    dropped.add(new UnsupportedRule(kind + " " + text, gone, Optional.empty()));
  }

  private GenerationPlan plan(List<Target> targets, List<Rule> rules, DeclaredInPlan declared) {
    List<UnsupportedRule> unsupported = new ArrayList<>(old.rulesUnsupported());
    unsupported.addAll(dropped);
    return new GenerationPlan(
        GenerationPlan.CURRENT_VERSION,
        old.seed(),
        proposed.schemaRef(),
        old.global(),
        targets,
        rules,
        unsupported,
        old.options(),
        declared.keys(),
        declared.references());
  }
}
