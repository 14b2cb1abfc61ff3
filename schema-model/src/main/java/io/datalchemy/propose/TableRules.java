package io.datalchemy.propose;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GeneratorRef;
import io.datalchemy.plan.Rule;
import io.datalchemy.propose.directive.Directive;
import io.datalchemy.propose.directive.Directives;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.select.GeneratorChoice;
import io.datalchemy.select.GeneratorSelector;
import io.datalchemy.select.KeyColumns;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The rules for one table: a generator for each free column that its name explains. */
record TableRules(
    GeneratorCatalogue catalogue, GeneratorSelector selector, DatabaseSchema schema, TableId id) {

  /** The reason of a rule that a comment asks for. */
  static final String COMMENT = "comment";

  List<Rule> of(Table table, long rows) {
    FreeColumns free = new FreeColumns(schema, table);
    return table.columns().stream()
        .flatMap(
            column ->
                Directives.of(column)
                    .flatMap(directive -> rule(table, column, directive))
                    .or(() -> free.isFree(column) ? rule(table, column, rows) : Optional.empty())
                    .stream())
        .toList();
  }

  /** The rule that a comment asks for, whatever else decides the column. */
  private Optional<Rule> rule(Table table, Column column, Directive directive) {
    Optional<GeneratorCall> chosen =
        selector
            .select(table, column, ValueTypes.of(column.columnType(), schema))
            .map(GeneratorChoice::call);
    Optional<Parameters> chosenParams =
        chosen.map(GeneratorCall::params).filter(params -> !params.values().isEmpty());
    boolean isChosen = directive.generator().isEmpty() && directive.params().isEmpty();
    return directive
        .generator()
        .or(() -> chosen.map(GeneratorCall::id))
        .map(
            generator ->
                new Rule.ColumnGenerator(
                    id.schema(),
                    id.table(),
                    column.name(),
                    new GeneratorRef(
                        generator,
                        directive.locale(),
                        isChosen ? chosenParams : directive.params()),
                    Optional.empty(),
                    directive.nullRate(),
                    List.of(),
                    Optional.of(COMMENT),
                    Optional.empty()));
  }

  private Optional<Rule> rule(Table table, Column column, long rows) {
    ValueType type = ValueTypes.of(column.columnType(), schema);
    boolean isNullable = new FreeColumns(schema, table).isNullable(column);
    return selector
        .select(table, column, type, rows)
        .filter(GeneratorChoice::isByName)
        .filter(choice -> suffices(choice.call(), type, rows) || !isKey(table, column))
        .map(choice -> rule(column, choice, isNullable));
  }

  private static boolean isKey(Table table, Column column) {
    return KeyColumns.contain(table, column.name());
  }

  /** Whether there is a value for each row, however a key compares them. */
  private boolean suffices(GeneratorCall call, ValueType type, long rows) {
    OptionalLong space = catalogue.valueSpace(call, type, true);
    return space.isPresent() && space.getAsLong() >= rows;
  }

  private Rule rule(Column column, GeneratorChoice choice, boolean isNullable) {
    GeneratorCall call = choice.call();
    boolean isPlain = call.params().values().isEmpty();
    return new Rule.ColumnGenerator(
        id.schema(),
        id.table(),
        column.name(),
        new GeneratorRef(
            call.id(), call.locale(), isPlain ? Optional.empty() : Optional.of(call.params())),
        Optional.empty(),
        isNullable ? Optional.of(GenerationPlan.DEFAULT_NULL_RATE) : Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(choice.reason()),
        Optional.empty(),
        Optional.of(BigDecimal.valueOf(choice.confidence())));
  }
}
