package io.datalchemy.resolution.derived;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.TableId;
import java.util.Map;
import java.util.Optional;

/** Whether the children that columns sum up can be found, once all tables are resolved. */
public final class RollUpChecks {
  private final Map<TableId, ResolvedTable> resolved;
  private final RollUpBounds bounds;

  /** Checks of the tables of one run. */
  public RollUpChecks(Map<TableId, ResolvedTable> resolved, GeneratorCatalogue catalogue) {
    this.resolved = resolved;
    this.bounds = new RollUpBounds(catalogue);
  }

  /** What is wrong with a column that sums up or numbers children; empty if nothing is. */
  public Optional<Problem> problem(ResolvedTable table, ResolvedColumn column) {
    if (column.source() instanceof ColumnSource.OrdinalInParent number) {
      return numbered(table, column, number);
    }
    if (!(column.source() instanceof ColumnSource.RollUp source)) {
      return Optional.empty();
    }
    ColumnId id = new ColumnId(table.id(), column.name());
    ResolvedTable child = resolved.get(source.child());
    ResolvedForeignKey key = child.foreignKey(source.foreignKey()).orElseThrow();
    if (!isOrdered(key.pick())) {
      return Optional.of(
          Problem.error(
                  "unsupported_roll_up",
                  "",
                  id
                      + ": the rows of "
                      + child.id()
                      + " cannot lie in the order of "
                      + key.name()
                      + ", so that those of one row are not found: its parents are picked by "
                      + words(key.pick()))
              .withHint("sum up the children of another key, or remove the rule"));
    }
    return computed(id, source, child).or(() -> bounds.problem(table, column, source, child));
  }

  private static Optional<Problem> numbered(
      ResolvedTable table, ResolvedColumn column, ColumnSource.OrdinalInParent number) {
    ParentPick pick = table.foreignKey(number.foreignKey()).orElseThrow().pick();
    return isOrdered(pick)
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                    "unsupported_child_number",
                    "",
                    new ColumnId(table.id(), column.name())
                        + ": the rows cannot lie in the order of "
                        + number.foreignKey()
                        + ", so that those of one parent are not counted: its parents are picked by "
                        + words(pick))
                .withHint("number the rows of another key, or leave its pick out"));
  }

  private static String words(ParentPick pick) {
    return pick.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static Optional<Problem> computed(
      ColumnId id, ColumnSource.RollUp source, ResolvedTable child) {
    return source
        .childColumn()
        .flatMap(child::column)
        .filter(c -> c.source() instanceof ColumnSource.Omitted)
        .map(
            c ->
                Problem.error(
                        RollUpColumns.INVALID,
                        "",
                        id + ": the database computes " + child.id() + "." + c.name())
                    .withHint("sum up a column that is generated"));
  }

  private static boolean isOrdered(ParentPick pick) {
    return pick instanceof ParentPick.Grouped
        || (pick instanceof ParentPick.PerParent perParent && !perParent.shuffled())
        || (pick instanceof ParentPick.OneToOne one && !one.shuffled());
  }
}
