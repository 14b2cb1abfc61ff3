package io.datalchemy.constraint;

import io.datalchemy.expression.Expression;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Columns that conditions tie together, and every way found to satisfy those conditions.
 *
 * <p>A row whose values fit one of the shapes and make no residual condition false satisfies every
 * condition of the group but those that are unsupported.
 *
 * @param columns in the table's order
 * @param conditionNames the conditions that are in force here, each once
 * @param shapes in a stable order; empty exactly if there is a contradiction
 * @param residual what shapes cannot express: to be tested on the row, which is drawn again if one
 *     is false
 * @param unsupported conditions with a part that can be neither solved nor tested
 * @param contradiction why no row can satisfy the conditions, naming them
 */
public record SolvedGroup(
    List<String> columns,
    List<String> conditionNames,
    List<SolvedShape> shapes,
    List<Expression> residual,
    List<UnsupportedCondition> unsupported,
    Optional<String> contradiction) {

  /** A condition that rows may break, and the reason. */
  public record UnsupportedCondition(String name, String reason) {
    public UnsupportedCondition {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(reason, "reason");
    }
  }

  public SolvedGroup {
    columns = List.copyOf(columns);
    conditionNames = List.copyOf(conditionNames);
    shapes = List.copyOf(shapes);
    residual = List.copyOf(residual);
    unsupported = List.copyOf(unsupported);
    Objects.requireNonNull(contradiction, "contradiction");
    if (shapes.isEmpty() != contradiction.isPresent()) {
      throw new IllegalArgumentException("a group has shapes or a contradiction: " + columns);
    }
  }

  /** Whether the group is one column whose values are narrowed by one shape and nothing else. */
  public boolean isDomainOnly() {
    return columns.size() == 1 && shapes.size() == 1 && residual.isEmpty();
  }
}
