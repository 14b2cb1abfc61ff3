package io.datalchemy.schema.type;

import java.util.Objects;
import java.util.Optional;

/**
 * A column's type: {@code dataType} as {@code format_type} prints it, and the type's own name.
 *
 * <p>{@code element} is the element type of an array; an array has {@code udtName} with a leading
 * underscore, as in the catalogue.
 */
public record ColumnType(
    String dataType,
    String udtSchema,
    String udtName,
    Optional<Integer> characterMaxLength,
    Optional<Integer> numericPrecision,
    Optional<Integer> numericScale,
    Optional<Integer> datetimePrecision,
    Optional<String> collation,
    Optional<ElementType> element) {

  /** The type of an array's elements. */
  public record ElementType(String udtSchema, String udtName) {
    public ElementType {
      Objects.requireNonNull(udtSchema, "udtSchema");
      Objects.requireNonNull(udtName, "udtName");
    }
  }

  public ColumnType {
    Objects.requireNonNull(dataType, "dataType");
    Objects.requireNonNull(udtSchema, "udtSchema");
    Objects.requireNonNull(udtName, "udtName");
    characterMaxLength = Lists.orEmpty(characterMaxLength);
    numericPrecision = Lists.orEmpty(numericPrecision);
    numericScale = Lists.orEmpty(numericScale);
    datetimePrecision = Lists.orEmpty(datetimePrecision);
    collation = Lists.orEmpty(collation);
    element = Lists.orEmpty(element);
  }

  /** Whether the type is built in, so that its name alone says what it is. */
  public boolean isBuiltIn() {
    return udtSchema.equals("pg_catalog");
  }
}
