package io.datalchemy.resolution;

import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.SolvedGroup;
import io.datalchemy.constraint.SolvedShape;
import io.datalchemy.resolution.parent.RowNumbers;
import io.datalchemy.resolve.RowRanges;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueTypes;
import java.util.Optional;

/**
 * The rows that foreign keys pick from in one shape or another: where a status says which keys a
 * row may have, and the parents' keys count their rows.
 */
final class ShapedParents {
  private final TableDraft draft;

  ShapedParents(TableDraft draft) {
    this.draft = draft;
  }

  /** Whether some shape of the group limits the column, a foreign key's, to rows that are known. */
  boolean isLimited(String column, SolvedGroup group) {
    return key(column).flatMap(key -> numbers(column, key)).isPresent()
        && group.shapes().stream().anyMatch(shape -> hasLimits(column, shape));
  }

  /** The rows that the column's key picks from in a shape, if they are not all that it may. */
  Optional<RowRanges> among(String column, SolvedShape shape) {
    return key(column).filter(key -> isLimited(key, shape)).map(key -> rows(key, shape));
  }

  /** Whether there are rows for each of the shape's foreign keys. */
  boolean canBe(SolvedShape shape) {
    return shape.domains().keySet().stream()
        .filter(draft.facts::isForeign)
        .flatMap(column -> among(column, shape).stream())
        .noneMatch(rows -> rows.count() == 0);
  }

  /** Whether the shape says of the column what picks do not see to. */
  boolean isLeftOpen(String column, SolvedShape shape) {
    return draft.facts.isForeign(column)
        && hasLimits(column, shape)
        && key(column).flatMap(key -> numbers(column, key)).isEmpty();
  }

  private boolean isLimited(ForeignKey key, SolvedShape shape) {
    return key.columns().stream()
        .anyMatch(column -> hasLimits(column, shape) && numbers(column, key).isPresent());
  }

  private static boolean hasLimits(String column, SolvedShape shape) {
    ColumnDomain domain = shape.domains().get(column);
    return domain != null && domain.hasLimits();
  }

  private RowRanges rows(ForeignKey key, SolvedShape shape) {
    RowRanges rows =
        draft
            .candidates
            .among(key)
            .orElseGet(() -> RowRanges.all(draft.run.rows().get(key.referenced())));
    for (String column : key.columns()) {
      if (hasLimits(column, shape)) {
        ColumnDomain domain = shape.domains().get(column);
        rows = numbers(column, key).map(n -> n.rowsIn(domain)).map(rows::and).orElse(rows);
      }
    }
    return rows;
  }

  private Optional<ForeignKey> key(String column) {
    return draft.facts.isForeign(column) ? draft.redrawableKey(column) : Optional.empty();
  }

  private Optional<RowNumbers> numbers(String column, ForeignKey key) {
    TypeFamily family =
        ValueTypes.of(draft.facts.column(column).columnType(), draft.run.schema()).family();
    boolean isNumber = family == TypeFamily.INTEGER || family == TypeFamily.DECIMAL;
    String referenced = key.referencedColumns().get(key.columns().indexOf(column));
    return isNumber
        ? RowNumbers.of(draft.run.resolved(), key.referenced(), referenced)
        : Optional.empty();
  }
}
