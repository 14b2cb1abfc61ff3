package io.datalchemy.plan.validation;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.plan.Rule.ColumnGenerator;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Table;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;

/** A generator rule beside the column that it is about. */
record RuleOnColumn(
    PlanInSchema context, ColumnGenerator rule, String path, Table table, Column column) {

  String generatorId() {
    return rule.generator().id();
  }

  GeneratorCall call() {
    return new GeneratorCall(generatorId(), rule.generator().locale(), rule.effectiveParams());
  }

  ValueType type() {
    return ValueTypes.of(column.columnType(), context.schema());
  }

  /** Where the parameters in force stand. */
  String paramsPath() {
    return path + (rule.generator().params().isPresent() ? "/generator/params" : "/params");
  }

  String paramPath(String name) {
    return ParametersCheck.below(paramsPath(), name);
  }

  ColumnId id() {
    return new ColumnId(rule.tableId(), rule.column());
  }
}
