package io.datalchemy.row;

import io.datalchemy.foreign.ForeignKeyRows;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.type.ScalarText;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a column that sums up children into its step. */
record RollUpCompiler(ResolvedPlan plan, ForeignKeyRows foreignKeyRows) {

  RollUpStep compile(ResolvedTable table, ResolvedColumn column, ColumnSource.RollUp source) {
    ResolvedTable child = plan.table(source.child()).orElseThrow();
    Map<String, ValueType> types = new LinkedHashMap<>();
    child.computedColumns().forEach(c -> types.put(c.name(), c.type()));
    Optional<ResidualCondition> where =
        source.where().map(sql -> ResidualCondition.of(sql, plan.asOf(), types));
    Set<String> columns = new LinkedHashSet<>();
    source.childColumn().ifPresent(columns::add);
    where.ifPresent(condition -> columns.addAll(condition.columns()));
    List<String> read = List.copyOf(columns);
    RollUpFold fold =
        new RollUpFold(
            table.id() + "." + column.name(),
            source.function(),
            read.stream().map(types::get).toList(),
            source.childColumn().map(read::indexOf),
            column.type(),
            source.empty().map(text -> units(text, column.type())));
    return new RollUpStep(
        column.name(),
        child.id(),
        foreignKeyRows
            .children(child.id(), source.foreignKey())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        table.id()
                            + "."
                            + column.name()
                            + ": the rows of "
                            + child.id()
                            + " do not lie in the order of "
                            + source.foreignKey())),
        read,
        where,
        fold);
  }

  /** A constant as the column's long. */
  private static long units(String text, ValueType type) {
    return switch (type.family()) {
      case INTEGER, DECIMAL ->
          new BigDecimal(text).movePointRight(Numbers.decimals(type)).longValueExact();
      case FLOAT -> Double.doubleToRawLongBits(new BigDecimal(text).doubleValue());
      default -> ScalarText.toNumber(type.family(), text).longValueExact();
    };
  }
}
