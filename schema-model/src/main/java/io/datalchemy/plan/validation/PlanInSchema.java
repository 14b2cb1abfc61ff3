package io.datalchemy.plan.validation;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule.ConstraintKind;
import io.datalchemy.plan.Rule.ConstraintPolicy;
import io.datalchemy.plan.Rule.ForeignKeyStrategy;
import io.datalchemy.plan.Rule.PolicyMode;
import io.datalchemy.plan.Rule.StrategyMode;
import io.datalchemy.plan.key.KeyChoice;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan beside its schema and the catalogue, and the problems found so far. */
record PlanInSchema(
    GenerationPlan plan, DatabaseSchema schema, GeneratorCatalogue catalogue, Problems problems) {
  void error(String code, String path, String message) {
    problems.add(Problem.error(code, path, message));
  }

  void error(String code, String path, String message, String hint) {
    problems.add(Problem.error(code, path, message).withHint(hint));
  }

  void warn(String code, String path, String message, String hint) {
    problems.add(Problem.warning(code, path, message).withHint(hint));
  }

  boolean hasSchema(String name) {
    return schema.schemas().stream().anyMatch(s -> s.name().equals(name));
  }

  String schemaHint(String name) {
    return NearMatch.hint(name, schema.schemas().stream().map(Schema::name).toList());
  }

  /** A hint on the table meant: one of the same schema, or of the same name in another. */
  String tableHint(TableId id) {
    Optional<TableId> elsewhere =
        schema.tableIds().filter(t -> t.table().equals(id.table())).findFirst();
    if (elsewhere.isPresent()) {
      return "did you mean '" + elsewhere.get() + "'?";
    }
    if (!hasSchema(id.schema())) {
      return schemaHint(id.schema());
    }
    Stream<TableId> tables = schema.tableIds().filter(t -> t.schema().equals(id.schema()));
    return NearMatch.hint(id.table(), tables.map(TableId::table).toList());
  }

  static String columnHint(String name, Table table) {
    return NearMatch.hint(name, table.columns().stream().map(Column::name).toList());
  }

  /** Whether rules say that all foreign keys over the column are to be treated as none. */
  boolean disablesForeignKeys(TableId table, String column) {
    List<KeyChoice> disabled =
        plan.rules().stream()
            .filter(rule -> rule.tableId().equals(table))
            .filter(ForeignKeyStrategy.class::isInstance)
            .map(ForeignKeyStrategy.class::cast)
            .filter(strategy -> strategy.mode() == StrategyMode.DISABLE)
            .map(KeyChoice::of)
            .toList();
    return schema.table(table).stream()
        .flatMap(Table::foreignKeys)
        .filter(key -> key.columns().contains(column))
        .allMatch(key -> disabled.stream().anyMatch(d -> !d.among(List.of(key)).isEmpty()));
  }

  /** What the plan says to do about one kind of the table's constraints. */
  PolicyMode policy(TableId table, ConstraintKind kind) {
    return plan.rules().stream()
        .filter(ConstraintPolicy.class::isInstance)
        .map(ConstraintPolicy.class::cast)
        .filter(policy -> policy.tableId().equals(table) && policy.constraint() == kind)
        .map(ConstraintPolicy::mode)
        .findFirst()
        .orElse(PolicyMode.ENFORCE);
  }

  /** The columns that the table's foreign keys are made of. */
  static List<String> foreignKeyColumns(Table table) {
    return table.foreignKeys().flatMap(key -> key.columns().stream()).distinct().toList();
  }

  /** Whether the database computes the column, so that no file may hold it. */
  static boolean isComputed(Column column) {
    return column.generated().isPresent()
        || column.identity().filter(i -> i == Column.Identity.ALWAYS).isPresent();
  }
}
