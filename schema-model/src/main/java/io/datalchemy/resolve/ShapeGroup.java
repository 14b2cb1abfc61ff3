package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Columns that constraints tie together: each row takes one shape, and the shape gives every column
 * of the group a source that satisfies them. What shapes cannot express is tested on the row and
 * drawn again.
 *
 * @param shapes the possible shapes; a row takes each in proportion to its weight
 * @param firstOf the foreign key whose first child in each parent takes one of {@code shapes}; all
 *     other rows take one of {@code otherShapes}. Empty if all rows are alike.
 * @param residual conditions in SQL that each row is tested against
 * @param redrawnKeys the foreign keys whose parents are picked again when the row is drawn again
 * @param maxDraws how often a row is drawn before it is given up
 */
public record ShapeGroup(
    List<String> columns,
    List<String> constraints,
    List<Shape> shapes,
    Optional<String> firstOf,
    List<Shape> otherShapes,
    List<String> residual,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> redrawnKeys,
    int maxDraws) {
  public ShapeGroup {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
    shapes = List.copyOf(shapes);
    Objects.requireNonNull(firstOf, "firstOf");
    otherShapes = List.copyOf(otherShapes);
    residual = List.copyOf(residual);
    redrawnKeys = redrawnKeys == null ? List.of() : List.copyOf(redrawnKeys);
    if (shapes.isEmpty()) {
      throw new IllegalArgumentException("shapes: must not be empty for columns " + columns);
    }
  }

  /**
   * One way in which a row can satisfy the group's constraints.
   *
   * @param columns for each column of the group, in order, the source in this shape
   */
  public record Shape(double weight, List<ColumnSource> columns) {
    public Shape {
      columns = List.copyOf(columns);
    }
  }
}
