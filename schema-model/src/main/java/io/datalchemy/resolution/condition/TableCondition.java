package io.datalchemy.resolution.condition;

import io.datalchemy.expression.Expression;

/**
 * A condition that every row of a table must meet, and the constraint that it comes from.
 *
 * @param kind {@code check}, {@code domain} or {@code partition}
 */
public record TableCondition(String name, String kind, Expression expression) {}
