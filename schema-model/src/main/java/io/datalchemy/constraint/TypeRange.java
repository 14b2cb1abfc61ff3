package io.datalchemy.constraint;

import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.util.Optional;

/** The least and the greatest number that a type holds, both inclusive. */
record TypeRange(BigDecimal min, BigDecimal max) {
  private static final BigDecimal MAX_FLOAT4 = BigDecimal.valueOf(Float.MAX_VALUE);

  /** The range of a type of numbers that has one. */
  static Optional<TypeRange> of(ValueType type) {
    return switch (type.family()) {
      case INTEGER ->
          Optional.of(
              new TypeRange(
                  BigDecimal.valueOf(type.minInteger()), BigDecimal.valueOf(type.maxInteger())));
      case DECIMAL ->
          type.precision()
              .map(digits -> BigDecimal.TEN.pow(digits).subtract(BigDecimal.ONE))
              .map(unscaled -> unscaled.movePointLeft(type.scale().orElse(0)))
              .map(TypeRange::around);
      case FLOAT ->
          Optional.of(MAX_FLOAT4)
              .filter(max -> type.name().equals("float4"))
              .map(TypeRange::around);
      default -> Optional.empty();
    };
  }

  private static TypeRange around(BigDecimal max) {
    return new TypeRange(max.negate(), max);
  }

  /** Whether the type holds none of the values between the ends. */
  boolean isApartFrom(Optional<BigDecimal> least, Optional<BigDecimal> greatest) {
    return least.filter(value -> value.compareTo(max) > 0).isPresent()
        || greatest.filter(value -> value.compareTo(min) < 0).isPresent();
  }

  /** Whether a text has no more characters than the type holds; so have all where it is no text. */
  static boolean fits(ValueType type, String text) {
    if (type.family() != TypeFamily.TEXT || type.maxLength().isEmpty()) {
      return true;
    }
    String counted = type.name().equals("bpchar") ? text.stripTrailing() : text;
    return counted.codePointCount(0, counted.length()) <= type.maxLength().get();
  }

  /** The widest type of the same family. */
  static ValueType widest(ValueType type) {
    String name =
        switch (type.family()) {
          case INTEGER -> "int8";
          case FLOAT -> "float8";
          default -> type.name();
        };
    return new ValueType(
        type.family(),
        name,
        Optional.empty(),
        Optional.empty(),
        type.scale(),
        type.labels(),
        type.element(),
        type.fields());
  }

  /** What the type holds, in words for people; empty if it has no such limits. */
  static Optional<String> words(ValueType type) {
    if (type.family() == TypeFamily.TEXT) {
      return type.maxLength().map(length -> "at most " + length + " characters");
    }
    return of(type)
        .map(range -> range.min().toPlainString() + " to " + range.max().toPlainString());
  }
}
