package io.datalchemy.type;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The type of a column's values as the kernel sees it: domains unwrapped, enums spelled out.
 *
 * <p>How a long holds each family: BOOLEAN 0 or 1; INTEGER itself; DECIMAL the unscaled value at
 * {@code scale}; FLOAT the bits of a double; DATE days since 1970-01-01; TIME microseconds of the
 * day; TIMESTAMP and TIMESTAMPTZ microseconds since 1970-01-01T00:00:00 (of UTC, for the latter).
 *
 * @param name the type's name in the catalogue ({@code int4}, {@code varchar}, {@code jsonb})
 * @param maxLength characters at most, for TEXT; bits for BIT
 * @param precision digits at most, for DECIMAL
 * @param scale digits after the point for DECIMAL; fractional digits of a second for times
 * @param labels the labels of an ENUM in order, else empty
 * @param element the element type of an ARRAY
 */
public record ValueType(
    TypeFamily family,
    String name,
    Optional<Integer> maxLength,
    Optional<Integer> precision,
    Optional<Integer> scale,
    List<String> labels,
    Optional<ValueType> element) {

  public ValueType {
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(maxLength, "maxLength");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(scale, "scale");
    labels = labels == null ? List.of() : List.copyOf(labels);
    Objects.requireNonNull(element, "element");
  }

  /** A type with no limits of its own. */
  public static ValueType of(TypeFamily family, String name) {
    return new ValueType(
        family,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** Unlimited text. */
  public static ValueType text() {
    return of(TypeFamily.TEXT, "text");
  }

  /** Text of so many characters at most. */
  public static ValueType varchar(int maxLength) {
    return new ValueType(
        TypeFamily.TEXT,
        "varchar",
        Optional.of(maxLength),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** {@code numeric(precision, scale)}. */
  public static ValueType numeric(int precision, int scale) {
    return new ValueType(
        TypeFamily.DECIMAL,
        "numeric",
        Optional.empty(),
        Optional.of(precision),
        Optional.of(scale),
        List.of(),
        Optional.empty());
  }

  /** The decimals that values of this type carry: the declared scale, or 2 where it is open. */
  public int decimals() {
    return scale.orElse(2);
  }

  /** The largest value that an INTEGER of this name holds. */
  public long maxInteger() {
    return switch (name) {
      case "int2" -> Short.MAX_VALUE;
      case "int4" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  /** The smallest value that an INTEGER of this name holds. */
  public long minInteger() {
    return -maxInteger() - 1;
  }

  /** The largest unscaled value that a DECIMAL of this precision holds, 18 digits at most. */
  public long maxUnscaled() {
    return PowersOfTen.of(Math.min(18, precision.orElse(18))) - 1;
  }
}
