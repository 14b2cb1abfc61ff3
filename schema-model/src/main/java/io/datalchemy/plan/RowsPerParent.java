package io.datalchemy.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A target's rows as children of each row of a parent: how many follow from the parent's rows.
 *
 * <p>The parent is that of {@code foreignKey}, or of the key over {@code columns}, or {@code
 * referencedTable}; a table with one foreign key needs none of them.
 *
 * @param min the fewest rows of a parent that has any
 * @param max the most rows of a parent
 * @param distribution how the numbers spread between them; uniform if left out
 * @param mean their average; the distribution's own if left out
 * @param exponent of the distribution {@code zipf}; 1 if left out
 * @param childless the share of parents that have no row
 */
public record RowsPerParent(
    Optional<String> foreignKey,
    List<String> columns,
    Optional<String> referencedSchema,
    Optional<String> referencedTable,
    long min,
    long max,
    Optional<Pick.CountDistribution> distribution,
    Optional<BigDecimal> mean,
    Optional<BigDecimal> exponent,
    Optional<BigDecimal> childless) {
  public RowsPerParent {
    foreignKey = Absent.asEmpty(foreignKey);
    columns = Absent.asEmpty(columns);
    referencedSchema = Absent.asEmpty(referencedSchema);
    referencedTable = Absent.asEmpty(referencedTable);
    distribution = Absent.asEmpty(distribution);
    mean = Absent.asEmpty(mean);
    exponent = Absent.asEmpty(exponent);
    childless = Absent.asEmpty(childless);
  }

  /** The pick that gives such numbers of children. */
  public Pick pick() {
    return new Pick(
        Pick.Kind.PER_PARENT,
        exponent,
        List.of(),
        Optional.of(min),
        Optional.of(max),
        distribution,
        mean);
  }
}
