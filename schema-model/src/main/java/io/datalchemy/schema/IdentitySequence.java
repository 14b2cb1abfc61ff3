package io.datalchemy.schema;

/** The parameters of an identity column's or sequence's counter. */
public record IdentitySequence(
    long start, long increment, long minValue, long maxValue, long cache, boolean cycle) {}
