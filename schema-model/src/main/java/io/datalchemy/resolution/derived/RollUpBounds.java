package io.datalchemy.resolution.derived;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ColumnSource.RollUp;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Whether the sums and counts of children fit their columns, as far as bounds tell. */
final class RollUpBounds {
  private final ValueBounds values;

  RollUpBounds(GeneratorCatalogue catalogue) {
    values = new ValueBounds(catalogue);
  }

  /** The problem with a column that may get more than it holds. */
  Optional<Problem> problem(
      ResolvedTable table, ResolvedColumn column, RollUp source, ResolvedTable child) {
    long most = mostChildren(child, child.foreignKey(source.foreignKey()).orElseThrow().pick());
    Optional<BigDecimal> each = each(source, child);
    BigDecimal room = largest(column.type());
    if (each.isEmpty() || each.get().multiply(BigDecimal.valueOf(most)).compareTo(room) <= 0) {
      return Optional.empty();
    }
    String what =
        source.function() == RollUp.Function.COUNT
            ? most + " rows"
            : most + " values of up to " + each.get().stripTrailingZeros().toPlainString();
    String message =
        new ColumnId(table.id(), column.name())
            + ": holds "
            + room.toPlainString()
            + " at most, and a row may have "
            + what
            + " of "
            + child.id();
    return Optional.of(
        Problem.error("roll_up_too_large", "", message)
            .withHint(
                "make the column wider, ask for fewer rows of "
                    + child.id()
                    + ", or give its column a rule with a smaller max"));
  }

  private Optional<BigDecimal> each(RollUp source, ResolvedTable child) {
    return switch (source.function()) {
      case COUNT ->
          source.where().isEmpty() && source.childColumn().isEmpty()
              ? Optional.of(BigDecimal.ONE)
              : Optional.empty();
      case SUM ->
          source.childColumn().flatMap(child::column).flatMap(c -> values.magnitude(child, c));
      default -> Optional.empty();
    };
  }

  private static long mostChildren(ResolvedTable child, ParentPick pick) {
    if (pick instanceof ParentPick.Grouped grouped) {
      long parents = Math.max(1, Math.min(grouped.parentRows(), child.rows()));
      long average = child.rows() / parents;
      return Math.min(grouped.maxChildren(), average == 0 ? 1 : 2 * average);
    }
    return pick instanceof ParentPick.PerParent perParent ? perParent.counts().max() : 1;
  }

  private static BigDecimal largest(ValueType type) {
    return switch (type.family()) {
      case INTEGER -> BigDecimal.valueOf(type.maxInteger());
      default -> new BigDecimal(BigInteger.valueOf(type.maxUnscaled()), type.decimals());
    };
  }
}
