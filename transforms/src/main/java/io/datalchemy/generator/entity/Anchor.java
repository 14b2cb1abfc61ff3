package io.datalchemy.generator.entity;

import io.datalchemy.type.TypeFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A fact of a record that a column may settle from outside, for the others to follow. */
enum Anchor {
  UF(TypeFamily.TEXT, TypeFamily.ENUM),
  STATE(TypeFamily.TEXT, TypeFamily.ENUM),
  DDD(TypeFamily.TEXT, TypeFamily.ENUM, TypeFamily.INTEGER),
  CITY(TypeFamily.TEXT, TypeFamily.ENUM),
  IBGE_CODE(TypeFamily.TEXT, TypeFamily.INTEGER),
  CEP(TypeFamily.TEXT, TypeFamily.INTEGER),
  SEX(TypeFamily.TEXT, TypeFamily.ENUM),
  BIRTH_DATE(TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ);

  private final Set<TypeFamily> families;

  Anchor(TypeFamily... families) {
    this.families = Set.copyOf(List.of(families));
  }

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
    return families.contains(family);
  }
}
