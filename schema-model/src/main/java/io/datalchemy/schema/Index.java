package io.datalchemy.schema;

import io.datalchemy.schema.type.Lists;
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

  /**
   * One part of an index key: a column, or an expression over several, and its order.
   *
   * @param operatorClass if not the type's default; with its schema unless built in
   * @param collation if not the column's or expression's own; with its schema unless built in
   */
  public record Key(
      Optional<String> column,
      Optional<String> expression,
      boolean isDescending,
      boolean nullsFirst,
      Optional<String> operatorClass,
      Optional<String> collation) {
    public Key {
      column = Lists.orEmpty(column);
      expression = Lists.orEmpty(expression);
      operatorClass = Lists.orEmpty(operatorClass);
      collation = Lists.orEmpty(collation);
    }

    /** A part in ascending order, NULLs last, compared as its type is by default. */
    public Key(Optional<String> column, Optional<String> expression) {
      this(column, expression, false, false, Optional.empty(), Optional.empty());
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
