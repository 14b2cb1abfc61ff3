package io.datalchemy.schema.type;

import java.util.Objects;
import java.util.Optional;

/**
 * A range type that somebody created, and the type that it ranges over.
 *
 * @param operatorClass how bounds are compared, if not as by default; qualified unless built in
 * @param canonical the function that brings values into one form, qualified
 * @param subtypeDiff the function that measures the distance of two bounds, qualified
 */
public record RangeType(
    String schema,
    String name,
    ColumnType subtype,
    Optional<String> multirangeName,
    Optional<String> operatorClass,
    Optional<String> canonical,
    Optional<String> subtypeDiff) {
  public RangeType {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(subtype, "subtype");
    multirangeName = Lists.orEmpty(multirangeName);
    operatorClass = Lists.orEmpty(operatorClass);
    canonical = Lists.orEmpty(canonical);
    subtypeDiff = Lists.orEmpty(subtypeDiff);
  }
}
