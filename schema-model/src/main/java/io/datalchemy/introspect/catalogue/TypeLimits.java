package io.datalchemy.introspect.catalogue;

import java.util.Optional;

/**
 * The limits that a built-in type and its modifier set.
 *
 * <p>Modifiers are packed as in PostgreSQL's {@code numeric.c}, {@code varchar.c}, {@code varbit.c}
 * and {@code timestamp.c}. As in the information schema, integers have a precision in bits and the
 * scale 0, floats a precision in bits.
 */
record TypeLimits(
    Optional<Integer> characterMaxLength,
    Optional<Integer> numericPrecision,
    Optional<Integer> numericScale,
    Optional<Integer> datetimePrecision) {

  private static final int HEADER_BYTES = 4;
  private static final int FULL_INTERVAL_PRECISION = 0xFFFF;

  static TypeLimits none() {
    return new TypeLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static TypeLimits of(String typeName, int modifier) {
    return switch (typeName) {
      case "int2" -> numeric(16, Optional.of(0));
      case "int4" -> numeric(32, Optional.of(0));
      case "int8" -> numeric(64, Optional.of(0));
      case "float4" -> numeric(24, Optional.empty());
      case "float8" -> numeric(53, Optional.empty());
      default -> modifier < 0 ? none() : modified(typeName, modifier);
    };
  }

  private static TypeLimits modified(String typeName, int modifier) {
    return switch (typeName) {
      case "varchar", "bpchar" -> characters(modifier - HEADER_BYTES);
      case "bit", "varbit" -> characters(modifier);
      case "numeric" ->
          numeric(
              (modifier - HEADER_BYTES) >> 16 & 0xFFFF,
              Optional.of(scale(modifier - HEADER_BYTES)));
      case "time", "timetz", "timestamp", "timestamptz" -> datetime(modifier);
      case "interval" -> interval(modifier & 0xFFFF);
      default -> none();
    };
  }

  /** The scale in the low 11 bits, signed since PostgreSQL 15: {@code numeric(3,-2)}. */
  private static int scale(int packed) {
    return ((packed & 0x7FF) ^ 0x400) - 0x400;
  }

  private static TypeLimits characters(int length) {
    return new TypeLimits(
        Optional.of(length), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static TypeLimits numeric(int precision, Optional<Integer> scale) {
    return new TypeLimits(Optional.empty(), Optional.of(precision), scale, Optional.empty());
  }

  private static TypeLimits datetime(int precision) {
    return new TypeLimits(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(precision));
  }

  private static TypeLimits interval(int precision) {
    return precision == FULL_INTERVAL_PRECISION ? none() : datetime(precision);
  }
}
