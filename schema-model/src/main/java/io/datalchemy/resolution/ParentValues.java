package io.datalchemy.resolution;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.derivation.AuxiliaryColumns;
import io.datalchemy.plan.derivation.ParentRead;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.resolution.key.ActiveKeys;
import io.datalchemy.resolution.key.TableFacts;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.type.KeyConversion;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.List;
import java.util.Optional;

/** Columns whose rules read the row of a parent, or of an ancestor further up. */
final class ParentValues {
  private final RunContext run;
  private final TableFacts facts;
  private final Problems problems;

  ParentValues(RunContext run, TableFacts facts, Problems problems) {
    this.run = run;
    this.facts = facts;
    this.problems = problems;
  }

  /** Whether the rule copies an ancestor's value. */
  static boolean isAskedFor(Rule.ColumnGenerator rule) {
    return rule.generator().id().equals(ParentRead.PARENT_VALUE);
  }

  /** Whether the rule computes something out of an ancestor's columns. */
  static boolean isInput(Rule.ColumnGenerator rule) {
    return ParentRead.isInputOf(rule.generator().id());
  }

  /** The column's source; a problem and nothing if the ancestor cannot give the value. */
  Optional<ColumnDecider.Fixed> source(Column column, Rule.ColumnGenerator rule) {
    Optional<AuxiliaryColumns.Reading> reading = reading(column, rule);
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    boolean isChanged =
        rule.nullRate().filter(rate -> rate.signum() > 0).isPresent()
            || !rule.transforms().isEmpty();
    if (isChanged) {
      problems.add(
          refusal(column, rule, "null_rate and transforms have no effect on a value that is copied")
              .withHint("leave them out"));
      return Optional.empty();
    }
    AuxiliaryColumns.Auxiliary value = reading.get().columns().get(0);
    ColumnId origin = value.origin();
    if (KeyConversion.factor(type(column(origin)), type(column)).isEmpty()) {
      return refuse(column, rule, "the parent's " + origin.column() + " is of another type");
    }
    boolean mayBeNull = column(origin).isNullable() || mayBeMissing(reading.get());
    if (mayBeNull && !facts.isNullable(column.name())) {
      return refuse(
          column, rule, "the parent's " + origin.column() + " may be NULL and the column may not");
    }
    return Optional.of(
        new ColumnDecider.Fixed(
            new ColumnSource.ForeignKeyColumn(value.foreignKey(), value.parentColumn()),
            DecidedBy.RULE,
            rule.reason().orElse(origin.column() + " of the row of " + origin.table())));
  }

  /** The parameters of what is computed; a problem and nothing if it cannot be. */
  Optional<Parameters> inputs(Column column, Rule.ColumnGenerator rule) {
    Optional<AuxiliaryColumns.Reading> reading = reading(column, rule);
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    List<String> inputs =
        reading.get().columns().stream().map(AuxiliaryColumns.Auxiliary::name).toList();
    Parameters params = rule.effectiveParams().with("input_columns", inputs);
    boolean mustBePlain = !facts.isNullable(column.name()) && mayBeMissing(reading.get());
    boolean isMoment = rule.generator().id().equals(ParentRead.AFTER_PARENT);
    boolean isNull = params.text("without_parent").filter("null"::equals).isPresent();
    if (mustBePlain && (isNull || !isMoment)) {
      return refuse(column, rule, "rows may be without a parent and the column may not be NULL");
    }
    return Optional.of(mustBePlain ? params.with("without_parent", "plain") : params);
  }

  /** The table on the way whose rows are left out, so that the rule is not at fault. */
  private Optional<TableId> leftOut(Rule.ColumnGenerator rule) {
    return ParentRead.of(rule).stream()
        .flatMap(read -> read.path(this::keys).keys().stream())
        .map(ForeignKey::referenced)
        .filter(run.activeKeys()::isLeftOut)
        .findFirst();
  }

  private List<ForeignKey> keys(TableId table) {
    return run.schema().table(table).stream().flatMap(Table::foreignKeys).toList();
  }

  private Optional<AuxiliaryColumns.Reading> reading(Column column, Rule.ColumnGenerator rule) {
    Optional<AuxiliaryColumns.Reading> reading =
        run.auxiliary().reading(new ColumnId(facts.id(), column.name()));
    Optional<TableId> leftOut = leftOut(rule);
    if (leftOut.isPresent()) {
      problems.add(
          Problem.error(
              ActiveKeys.PARENT_LEFT_OUT,
              "",
              facts.id()
                  + "."
                  + column.name()
                  + ": reads "
                  + leftOut.get()
                  + ", which is left out"));
      return Optional.empty();
    }
    if (reading.isEmpty()) {
      return refuse(column, rule, "no key that the run honours leads to what it reads");
    }
    Optional<TableId> kept = keptOnTheWay(reading.get());
    if (kept.isPresent()) {
      return refuse(
          column, rule, "the rows of " + kept.get() + " stay, and nothing is read through them");
    }
    for (AuxiliaryColumns.Auxiliary read : reading.get().columns()) {
      if (column(read.origin()).generated().isPresent()) {
        return refuse(
            column, rule, "the database computes " + read.origin().column() + " of the parent");
      }
    }
    return reading;
  }

  /** A table between the row's and the ancestor's whose rows are not made. */
  private Optional<TableId> keptOnTheWay(AuxiliaryColumns.Reading reading) {
    List<ForeignKey> keys = reading.path().keys();
    return keys.subList(0, keys.size() - 1).stream()
        .map(ForeignKey::referenced)
        .filter(table -> run.existing().table(table).isPresent())
        .findFirst();
  }

  /** Whether some rows may be without the ancestor. */
  private boolean mayBeMissing(AuxiliaryColumns.Reading reading) {
    List<ForeignKey> keys = reading.path().keys();
    TableId at = keys.get(0).referenced();
    boolean mayBeMissing = !facts.nullColumns(keys.get(0)).isEmpty();
    for (ForeignKey key : keys.subList(1, keys.size())) {
      TableId table = at;
      mayBeMissing |=
          key.columns().stream().anyMatch(c -> column(new ColumnId(table, c)).isNullable());
      at = key.referenced();
    }
    return mayBeMissing;
  }

  private Column column(ColumnId id) {
    return run.schema().table(id.table()).orElseThrow().column(id.column()).orElseThrow();
  }

  private <T> Optional<T> refuse(Column column, Rule.ColumnGenerator rule, String why) {
    problems.add(
        refusal(column, rule, why)
            .withHint("name a foreign key column and a column of its parent of the same type"));
    return Optional.empty();
  }

  private Problem refusal(Column column, Rule.ColumnGenerator rule, String why) {
    return Problem.error(
        "invalid_parent_value",
        run.rulePath(new ColumnId(facts.id(), column.name())),
        facts.id()
            + "."
            + column.name()
            + ": "
            + rule.generator().id()
            + " cannot fill it, "
            + why);
  }

  private ValueType type(Column column) {
    return ValueTypes.of(column.columnType(), run.schema());
  }
}
