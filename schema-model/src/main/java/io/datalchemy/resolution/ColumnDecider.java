package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.catalogue.TransformCall;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.derivation.ChildNumbers;
import io.datalchemy.plan.derivation.RollUpRule;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.derived.RollUpColumns;
import io.datalchemy.resolution.key.OwnKeys;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolution.part.PartGenerators;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.IdentitySequence;
import io.datalchemy.schema.Sequence;
import io.datalchemy.select.GeneratorChoice;
import io.datalchemy.select.GeneratorSelector;
import io.datalchemy.select.RecordGroup;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides, before any constraint is read, what fills each column of one table: the plan's rule, the
 * database itself, a sequence, or what the column's name and type suggest.
 */
final class ColumnDecider {
  private static final long MOST_CHILDREN = 1_000_000_000;
  private static final Fixed UNFOLLOWED = omitted("its rule cannot be followed");

  private final RunContext run;
  private final TableFacts facts;
  private final GeneratorSelector selector;
  private final PartGenerators parts;
  private final Problems problems;
  private final ParentValues parents;
  private final Map<String, ColumnDecision> decisions = new LinkedHashMap<>();
  private final Map<String, Fixed> fixed = new LinkedHashMap<>();

  ColumnDecider(RunContext run, TableFacts facts, Problems problems) {
    this.run = run;
    this.facts = facts;
    this.selector = new GeneratorSelector(run.schema(), run.catalogue(), run.asOf());
    this.parts = new PartGenerators(run.schema(), run.catalogue(), run.asOf());
    this.problems = problems;
    this.parents = new ParentValues(run, facts, problems);
  }

  /** A column that no generator fills. */
  record Fixed(ColumnSource source, DecidedBy decidedBy, String reason) {}

  void decide() {
    for (Column column : facts.table().columns()) {
      if (!facts.isForeign(column.name()) && !fix(column)) {
        decide(column);
      }
    }
  }

  Map<String, ColumnDecision> decisions() {
    return decisions;
  }

  /** The columns that by their names are of one record each. */
  List<RecordGroup> records() {
    return selector.records(facts.table());
  }

  Map<String, Fixed> fixed() {
    return fixed;
  }

  private boolean fix(Column column) {
    Fixed found = new PolymorphicKeys(run, facts.id()).fixed(column.name()).orElse(null);
    if (found == null && column.generated().isPresent()) {
      found = omitted("the database computes it");
    } else if (found == null && run.activeKeys().nullColumns(facts.id()).contains(column.name())) {
      found =
          new Fixed(
              new ColumnSource.AlwaysNull(),
              DecidedBy.FOREIGN_KEY,
              "NULL, as the rows that it refers to are not generated");
    } else if (found == null && isNumberedByDatabase(column)) {
      found = omitted("the database numbers it, and nothing refers to it");
    }
    if (found != null) {
      fixed.put(column.name(), found);
    }
    return found != null;
  }

  private boolean isNumberedByDatabase(Column column) {
    return column.identity().filter(i -> i == Column.Identity.ALWAYS).isPresent()
        && !run.isReferenced(facts.id(), column.name());
  }

  private void decide(Column column) {
    ValueType type = ValueTypes.of(column.columnType(), run.schema());
    Optional<Rule.ColumnGenerator> rule = run.rule(facts.id(), column.name());
    if (rule.filter(ParentValues::isAskedFor).isPresent()) {
      fixed.put(column.name(), parents.source(column, rule.get()).orElse(UNFOLLOWED));
    } else if (rule.filter(ParentValues::isInput).isPresent()) {
      parents
          .inputs(column, rule.get())
          .ifPresentOrElse(
              params ->
                  decisions.put(column.name(), ruled(column, type, rule.get()).withParams(params)),
              () -> fixed.put(column.name(), UNFOLLOWED));
    } else if (rule.filter(r -> r.generator().id().equals(ChildNumbers.ID)).isPresent()) {
      number(column, type, rule.get());
    } else if (rule.filter(r -> RollUpRule.isOne(r.generator().id())).isPresent()) {
      fixed.put(column.name(), rolledUp(column, rule.get()));
    } else if (rule.isPresent()) {
      decisions.put(column.name(), ruled(column, type, rule.get()));
    } else if (OwnKeys.isSequence(column) && canCount(type)) {
      decisions.put(column.name(), counted(column, type));
    } else {
      choose(column, type);
    }
  }

  /** The place among the parent's rows is a whole number, which CHECKs may bound further. */
  private void number(Column column, ValueType type, Rule.ColumnGenerator rule) {
    Optional<ForeignKey> key = run.childNumbers().key(new ColumnId(facts.id(), column.name()));
    if (key.isEmpty()) {
      fixed.put(column.name(), UNFOLLOWED);
      problems.add(
          Problem.error(
                  "invalid_child_number",
                  run.rulePath(new ColumnId(facts.id(), column.name())),
                  facts.id()
                      + "."
                      + column.name()
                      + ": no key that the run honours leads to the parent whose rows it numbers")
              .withHint("name the column of a foreign key that is not disabled"));
      return;
    }
    long start = rule.effectiveParams().integer("start").orElse(1L);
    Parameters range =
        Parameters.none().with("min", start).with("max", Math.max(start, MOST_CHILDREN));
    String reason = rule.reason().orElse("numbers the rows of each parent");
    decisions.put(
        column.name(),
        ruled(column, type, rule)
            .withCall(GeneratorCall.of("primitive.int.range", range), DecidedBy.RULE, reason));
  }

  private Fixed rolledUp(Column column, Rule.ColumnGenerator rule) {
    ColumnId id = new ColumnId(facts.id(), column.name());
    RollUpColumns rollUps =
        new RollUpColumns(
            run.schema(), run.rollUps(), Set.copyOf(run.generated()), run.activeKeys());
    Optional<ColumnSource.RollUp> found =
        rollUps.source(id, facts.isNullable(column.name()), run.rulePath(id));
    rollUps.problems().forEach(problems::add);
    return found
        .map(
            source ->
                new Fixed(
                    source,
                    DecidedBy.RULE,
                    rule.reason().orElse("summed up over the rows of " + source.child())))
        .orElse(UNFOLLOWED);
  }

  private ColumnDecision ruled(Column column, ValueType type, Rule.ColumnGenerator rule) {
    double nullRate =
        rule.nullRate()
            .map(Number::doubleValue)
            .orElse(facts.isNullable(column.name()) ? run.askedNullRate().orElse(0.0) : 0.0);
    return new ColumnDecision(
            column,
            type,
            withParts(column, rule),
            transforms(rule),
            nullRate,
            DecidedBy.RULE,
            rule.reason().orElse("the plan says so"))
        .withConfidence(rule.confidence());
  }

  private List<TransformCall> transforms(Rule.ColumnGenerator rule) {
    Optional<GeneratorDeclaration> generator = run.catalogue().generator(rule.generator().id());
    return rule.transforms().stream()
        .map(t -> new TransformCall(t.transform(), t.params().orElse(Parameters.none())))
        .map(call -> generator.map(call::after).orElse(call))
        .toList();
  }

  private GeneratorCall withParts(Column column, Rule.ColumnGenerator rule) {
    GeneratorCall call =
        new GeneratorCall(rule.generator().id(), rule.generator().locale(), rule.effectiveParams());
    return parts.complete(call, column.columnType()).orElse(call);
  }

  private ColumnDecision counted(Column column, ValueType type) {
    IdentitySequence sequence = sequence(column);
    Parameters params =
        Parameters.none().with("start", sequence.start()).with("step", sequence.increment());
    String reason = column.identity().isPresent() ? "identity column" : "fed by a sequence";
    return new ColumnDecision(
        column,
        type,
        GeneratorCall.of("primitive.int.sequence_hint", params),
        List.of(),
        0,
        DecidedBy.DEFAULT,
        reason);
  }

  private IdentitySequence sequence(Column column) {
    ColumnId id = new ColumnId(facts.id(), column.name());
    return column
        .identitySequence()
        .or(
            () ->
                run.schema().sequences().stream()
                    .filter(s -> s.ownedBy().filter(id::equals).isPresent())
                    .map(Sequence::parameters)
                    .findFirst())
        .orElse(new IdentitySequence(1, 1, 1, Long.MAX_VALUE, 1, false));
  }

  private void choose(Column column, ValueType type) {
    Optional<GeneratorChoice> choice = selector.select(facts.table(), column, type, facts.rows());
    Optional<GeneratorCall> call =
        choice.flatMap(found -> parts.complete(found.call(), column.columnType()));
    if (call.isEmpty()) {
      leaveOut(column, type);
      return;
    }
    decisions.put(
        column.name(),
        new ColumnDecision(
                column,
                type,
                call.get(),
                List.of(),
                facts.isNullable(column.name()) ? run.nullRate() : 0,
                choice.get().decidedBy(),
                choice.get().reason())
            .withConfidence(Optional.of(BigDecimal.valueOf(choice.get().confidence()))));
  }

  /** A type without a generator costs its column only: NULL, the default, or an error. */
  private void leaveOut(Column column, ValueType type) {
    String part =
        type.unknownPart()
            .filter(unknown -> !unknown.equals(type))
            .map(unknown -> ", which holds " + unknown.name() + ",")
            .orElse("");
    String what =
        facts.id() + "." + column.name() + ": type " + column.columnType().dataType() + part;
    if (facts.isNullable(column.name())) {
      fixed.put(
          column.name(),
          new Fixed(
              new ColumnSource.AlwaysNull(),
              DecidedBy.TYPE,
              "NULL, as there is no generator for " + column.columnType().dataType()));
      problems.add(Problem.warning("unsupported_type", "", what + " has no generator: left NULL"));
    } else if (column.defaultExpression().isPresent()) {
      fixed.put(column.name(), omitted("no generator for its type; the default fills it"));
      problems.add(
          Problem.warning("unsupported_type", "", what + " has no generator: left to its default"));
    } else {
      fixed.put(column.name(), omitted("no generator for its type"));
      problems.add(
          Problem.error("unsupported_type", "", what + " has no generator and may not be NULL")
              .withHint(
                  "give it a rule with primitive.constant or primitive.enum and a literal of the"
                      + " type, or a default in the database"));
    }
  }

  private static boolean canCount(ValueType type) {
    return type.family() == TypeFamily.INTEGER || type.family() == TypeFamily.DECIMAL;
  }

  private static Fixed omitted(String reason) {
    return new Fixed(new ColumnSource.Omitted(), DecidedBy.DATABASE, reason);
  }
}
