package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.derivation.AuxiliaryColumns;
import io.datalchemy.plan.derivation.ChildNumbers;
import io.datalchemy.plan.derivation.RollUps;
import io.datalchemy.plan.key.DeclaredKeys;
import io.datalchemy.resolution.key.ActiveKeys;
import io.datalchemy.resolution.key.KeyPaths;
import io.datalchemy.resolution.key.PathRequirements;
import io.datalchemy.resolution.key.Policies;
import io.datalchemy.resolution.pick.AskedPicks;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What resolving any table of one run draws on.
 *
 * @param auxiliary what the rules read of ancestors
 * @param rollUps what the rules sum up of children
 * @param childNumbers which columns number the rows of a parent
 * @param rows the rows of every table of the run
 * @param existing the tables whose rows stay
 * @param resolved the tables resolved so far
 */
record RunContext(
    GenerationPlan plan,
    ColumnRules columnRules,
    DatabaseSchema schema,
    GeneratorCatalogue catalogue,
    Policies policies,
    ActiveKeys activeKeys,
    KeyPaths paths,
    PathRequirements requirements,
    AuxiliaryColumns auxiliary,
    RollUps rollUps,
    ChildNumbers childNumbers,
    AskedPicks picks,
    Map<TableId, Long> rows,
    ExistingKeys existing,
    Map<TableId, ResolvedTable> resolved) {

  /** Whether the table's rows are made. */
  boolean isGenerated(TableId table) {
    return rows.containsKey(table) && existing.table(table).isEmpty();
  }

  /** The tables whose rows are made, by name. */
  List<TableId> generated() {
    return rows.keySet().stream().filter(id -> existing.table(id).isEmpty()).toList();
  }

  /** The day that stands for today. */
  LocalDate asOf() {
    return plan.effectiveAsOf();
  }

  /** Whether what cannot be held is an error. */
  boolean isStrict() {
    return plan.options().flatMap(GenerationPlan.Options::strict).orElse(false);
  }

  /** The share of NULLs that the plan asks for in nullable columns. */
  Optional<Double> askedNullRate() {
    return plan.options().flatMap(GenerationPlan.Options::nullRate).map(BigDecimal::doubleValue);
  }

  /** The share of NULLs in nullable columns that no rule speaks of. */
  double nullRate() {
    return askedNullRate().orElse(GenerationPlan.DEFAULT_NULL_RATE.doubleValue());
  }

  /** The rule on a column, if the plan has one. */
  Optional<Rule.ColumnGenerator> rule(TableId table, String column) {
    return columnRules.of(new ColumnId(table, column));
  }

  /** The foreign keys of a table that decide where its rows lie: all but polymorphic ones. */
  List<ForeignKey> keys(TableId table) {
    return activeKeys.of(table).stream()
        .filter(key -> !DeclaredKeys.isPolymorphic(plan, table, key))
        .toList();
  }

  /** Where the rule on a column stands in the plan. */
  String rulePath(ColumnId column) {
    return columnRules.path(column);
  }

  /** Whether a foreign key refers to the column, of a table of the run or another, or a rule. */
  boolean isReferenced(TableId table, String column) {
    return auxiliary.isRead(new ColumnId(table, column))
        || activeKeys.referringTo(table).values().stream()
            .flatMap(List::stream)
            .anyMatch(key -> key.referencedColumns().contains(column));
  }
}
