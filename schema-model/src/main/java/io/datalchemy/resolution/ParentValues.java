package io.datalchemy.resolution;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.Rule;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.Optional;

/** Columns that a plan copies from the parent's row, by the rule {@code derive.parent_value}. */
final class ParentValues {
  private static final String RULE = "derive.parent_value";

  private final RunContext run;
  private final TableFacts facts;
  private final Problems problems;

  ParentValues(RunContext run, TableFacts facts, Problems problems) {
    this.run = run;
    this.facts = facts;
    this.problems = problems;
  }

  static boolean isAskedFor(Rule.ColumnGenerator rule) {
    return rule.generator().id().equals(RULE);
  }

  /** The column's source; a problem and nothing if the parent cannot give the value. */
  Optional<ColumnDecider.Fixed> source(Column column, Rule.ColumnGenerator rule) {
    Parameters params = rule.effectiveParams();
    String through = params.texts("input_columns").stream().findFirst().orElse("");
    String wanted = params.text("parent_column").orElse("");
    Optional<ForeignKey> key =
        facts.keys().stream().filter(k -> k.columns().contains(through)).findFirst();
    Optional<Column> parent =
        key.flatMap(k -> run.schema().table(k.referenced())).flatMap(t -> t.column(wanted));
    if (parent.isEmpty()) {
      return refuse(column, through + " leads to no parent with a column " + wanted);
    }
    if (parent.get().generated().isPresent()) {
      return refuse(column, "the database computes " + wanted + " of the parent");
    }
    ValueType own = type(column);
    ValueType parents = type(parent.get());
    if (own.family() != parents.family() || own.decimals() != parents.decimals()) {
      return refuse(column, "the parent's " + wanted + " is of another type");
    }
    boolean mayBeNull = parent.get().isNullable() || !facts.nullColumns(key.get()).isEmpty();
    if (mayBeNull && !column.isNullable()) {
      return refuse(column, "the parent's " + wanted + " may be NULL and the column may not");
    }
    return Optional.of(
        new ColumnDecider.Fixed(
            new ColumnSource.ForeignKeyColumn(key.get().name(), wanted),
            DecidedBy.RULE,
            rule.reason().orElse(wanted + " of the row of " + key.get().referenced())));
  }

  private Optional<ColumnDecider.Fixed> refuse(Column column, String why) {
    problems.add(
        Problem.error(
                "invalid_parent_value",
                "",
                facts.id() + "." + column.name() + ": " + RULE + " cannot fill it, " + why)
            .withHint("name a foreign key column and a column of its parent of the same type"));
    return Optional.empty();
  }

  private ValueType type(Column column) {
    return ValueTypes.of(column.columnType(), run.schema());
  }
}
