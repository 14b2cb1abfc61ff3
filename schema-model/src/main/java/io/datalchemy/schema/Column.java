package io.datalchemy.schema;

import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.Lists;
import java.util.Objects;
import java.util.Optional;

/** One column: {@code defaultExpression} is the raw SQL of its default. */
public record Column(
    int ordinalPosition,
    String name,
    ColumnType columnType,
    boolean isNullable,
    @com.fasterxml.jackson.annotation.JsonProperty("default") Optional<String> defaultExpression,
    Optional<Identity> identity,
    Optional<GeneratedColumn> generated,
    Optional<IdentitySequence> identitySequence,
    Optional<String> comment) {

  /** Who may supply the value of an identity column. */
  public enum Identity {
    ALWAYS,
    BY_DEFAULT
  }

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(columnType, "columnType");
    defaultExpression = Lists.orEmpty(defaultExpression);
    identity = Lists.orEmpty(identity);
    generated = Lists.orEmpty(generated);
    identitySequence = Lists.orEmpty(identitySequence);
    comment = Lists.orEmpty(comment);
  }
}
