package io.datalchemy.expression.evaluation;

/**
 * The values of one row, by column.
 *
 * <p>A value is null (SQL NULL), Boolean, BigDecimal for every number, String for texts, enums,
 * uuids, json and {@code \x…} bytea, LocalDate, LocalTime, LocalDateTime, OffsetDateTime, {@link
 * Interval}, or a List of these for an array.
 */
@FunctionalInterface
public interface RowValues {
  /** The value of the column of that name, null if it is NULL. */
  Object valueOf(String column);
}
