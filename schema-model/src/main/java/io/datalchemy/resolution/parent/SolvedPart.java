package io.datalchemy.resolution.parent;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.Condition;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolverColumn;
import io.datalchemy.constraint.SolverRequest;
import io.datalchemy.constraint.solving.ConstraintSolver;
import io.datalchemy.expression.Expression;
import io.datalchemy.resolve.RowRanges;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A condition on one column of numbers, as the values that it allows: any of some domains.
 *
 * @param domains at least one
 */
public record SolvedPart(List<ColumnDomain> domains) {
  public SolvedPart {
    domains = List.copyOf(domains);
  }

  /** The condition solved for its only column, where domains say all of it. */
  public static Optional<SolvedPart> of(Expression part, ValueType type, LocalDate asOf) {
    if (!isNumber(type) || part.columns().size() != 1) {
      return Optional.empty();
    }
    String column = part.columns().iterator().next();
    List<SolvedGroup> groups =
        ConstraintSolver.solve(
            new SolverRequest(
                List.of(new SolverColumn(column, type, false)),
                List.of(new Condition("part", part)),
                asOf));
    return Optional.of(groups)
        .filter(found -> found.size() == 1 && isSolved(found.get(0)))
        .map(found -> of(found.get(0), column));
  }

  /** What each way of meeting a condition on several columns says of one of them. */
  public static List<ColumnDomain> domains(
      Expression part, String column, Map<String, ValueType> types, LocalDate asOf) {
    boolean isNumber = isNumber(types.get(column));
    List<SolverColumn> columns =
        types.entrySet().stream()
            .filter(entry -> part.columns().contains(entry.getKey()))
            .map(entry -> new SolverColumn(entry.getKey(), entry.getValue(), false))
            .toList();
    SolverRequest request = new SolverRequest(columns, List.of(new Condition("part", part)), asOf);
    return !isNumber
        ? List.of()
        : ConstraintSolver.solve(request).stream()
            .flatMap(group -> group.shapes().stream())
            .flatMap(shape -> Stream.ofNullable(shape.domains().get(column)))
            .filter(domain -> domain.nullness() != Nullness.NULL)
            .toList();
  }

  private static boolean isNumber(ValueType type) {
    return type.family() == TypeFamily.INTEGER || type.family() == TypeFamily.DECIMAL;
  }

  private static boolean isSolved(SolvedGroup group) {
    return group.contradiction().isEmpty()
        && group.residual().isEmpty()
        && group.unsupported().isEmpty();
  }

  private static SolvedPart of(SolvedGroup group, String column) {
    return new SolvedPart(
        group.shapes().stream().map(shape -> shape.domains().get(column)).toList());
  }

  /** Whether NULL meets the condition. */
  public boolean takesNull() {
    return domains.stream().anyMatch(domain -> domain.nullness() != Nullness.NOT_NULL);
  }

  /** The rows whose numbers meet the condition. */
  public RowRanges rowsOf(RowNumbers numbers) {
    RowRanges all = RowRanges.all(0);
    for (ColumnDomain domain : domains) {
      all = domain.nullness() == Nullness.NULL ? all : all.or(numbers.rowsIn(domain));
    }
    return all;
  }
}
