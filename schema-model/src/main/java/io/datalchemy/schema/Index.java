package io.datalchemy.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An index: its definition as the server prints it, and its key in structured form.
 *
 * <p>{@code keys} are the key parts in order, {@code include} the columns that only ride along.
 */
public record Index(
    String name,
    boolean isUnique,
    boolean isPrimary,
    boolean isValid,
    String method,
    String definition,
    List<Key> keys,
    List<String> include,
    Optional<String> predicate,
    boolean nullsNotDistinct) {

  /** One part of an index key: a column, or an expression over several. */
  public record Key(Optional<String> column, Optional<String> expression) {
    public Key {
      column = Lists.orEmpty(column);
      expression = Lists.orEmpty(expression);
    }
  }

  public Index {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(definition, "definition");
    keys = Lists.copy(keys);
    include = Lists.copy(include);
    predicate = Lists.orEmpty(predicate);
  }
}
