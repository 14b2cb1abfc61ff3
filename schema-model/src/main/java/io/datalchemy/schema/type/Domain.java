package io.datalchemy.schema.type;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A domain: a base type with rules of its own; in its checks the value is {@code VALUE}. */
public record Domain(
    String schema,
    String name,
    ColumnType baseType,
    boolean isNullable,
    @com.fasterxml.jackson.annotation.JsonProperty("default") Optional<String> defaultExpression,
    List<Check> checks,
    Optional<String> comment) {

  /** One CHECK of a domain, as {@code pg_get_constraintdef} prints it. */
  public record Check(String name, String expression, boolean notValid) {
    public Check {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(expression, "expression");
    }
  }

  public Domain {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseType, "baseType");
    defaultExpression = Lists.orEmpty(defaultExpression);
    checks = Lists.copy(checks);
    comment = Lists.orEmpty(comment);
  }
}
