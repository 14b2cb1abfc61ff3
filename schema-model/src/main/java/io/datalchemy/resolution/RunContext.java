package io.datalchemy.resolution;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What resolving any table of one run draws on.
 *
 * @param rows the rows of every table of the run
 * @param resolved the tables resolved so far
 */
record RunContext(
    GenerationPlan plan,
    DatabaseSchema schema,
    GeneratorCatalogue catalogue,
    Policies policies,
    ActiveKeys activeKeys,
    KeyPaths paths,
    PathRequirements requirements,
    Map<TableId, Long> rows,
    Map<TableId, ResolvedTable> resolved) {

  private static final double DEFAULT_NULL_RATE = 0.1;

  /** The day that stands for today in plans that do not say which. */
  private static final LocalDate DEFAULT_AS_OF = LocalDate.of(2026, 1, 1);

  private static final String DEFAULT_LOCALE = "pt_BR";

  /** The day that stands for today. */
  LocalDate asOf() {
    return plan.options().flatMap(GenerationPlan.Options::asOf).orElse(DEFAULT_AS_OF);
  }

  /** The locale of generators that name none. */
  String locale() {
    return plan.global().flatMap(GenerationPlan.Global::locale).orElse(DEFAULT_LOCALE);
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
    return askedNullRate().orElse(DEFAULT_NULL_RATE);
  }

  /** The rule on a column, if the plan has one. */
  Optional<Rule.ColumnGenerator> rule(TableId table, String column) {
    return plan.rules().stream()
        .filter(Rule.ColumnGenerator.class::isInstance)
        .map(Rule.ColumnGenerator.class::cast)
        .filter(rule -> rule.tableId().equals(table) && rule.column().equals(column))
        .findFirst();
  }

  /** Whether a foreign key of the run refers to the column. */
  boolean isReferenced(TableId table, String column) {
    return rows.keySet().stream()
        .flatMap(child -> activeKeys.of(child).stream())
        .anyMatch(
            key -> key.referenced().equals(table) && key.referencedColumns().contains(column));
  }
}
