package io.datalchemy.generator.entity;

import io.datalchemy.type.TypeFamily;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A fact of a record that a column may settle from outside, for the others to follow. */
enum Anchor {
  UF,
  STATE,
  DDD,
  CITY,
  IBGE_CODE,
  CEP,
  SEX,
  BIRTH_DATE;

  /** The part that a parameter names. */
  static Anchor named(String part) {
    return Arrays.stream(values())
        .filter(anchor -> anchor.part().equals(part))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "input_parts: must be among "
                        + Arrays.stream(values())
                            .map(Anchor::part)
                            .collect(Collectors.joining(", "))
                        + ", was '"
                        + part
                        + "'"));
  }

  String part() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean reads(TypeFamily family) {
    return switch (this) {
      case UF, STATE, CITY, SEX -> family == TypeFamily.TEXT || family == TypeFamily.ENUM;
      case DDD, IBGE_CODE, CEP -> family == TypeFamily.TEXT || family == TypeFamily.INTEGER;
      case BIRTH_DATE ->
          family == TypeFamily.DATE
              || family == TypeFamily.TIMESTAMP
              || family == TypeFamily.TIMESTAMPTZ;
    };
  }
}
