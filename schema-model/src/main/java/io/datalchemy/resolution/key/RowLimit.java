package io.datalchemy.resolution.key;

/**
 * How many rows a table can have at most, and which rule says so.
 *
 * @param constraint the key or CHECK that bounds the rows
 * @param reason why, in words that fit after "because"
 */
public record RowLimit(long maxRows, String constraint, String reason) {}
