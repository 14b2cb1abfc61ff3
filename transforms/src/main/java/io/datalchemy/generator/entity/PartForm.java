package io.datalchemy.generator.entity;

import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.type.TypeFamily;
import java.util.Set;
import java.util.function.Function;

/**
 * How a part of a record is made for a column.
 *
 * @param families the families of column types that it fills
 * @param leastChars the characters that a text column must have room for
 * @param piiTag the kind of personal datum that it imitates
 */
record PartForm(
    Set<TypeFamily> families,
    int leastChars,
    String piiTag,
    Function<GeneratorRequest, Part> maker) {

  static PartForm text(int leastChars, String piiTag, Function<GeneratorRequest, Part> maker) {
    return new PartForm(Set.of(TypeFamily.TEXT), leastChars, piiTag, maker);
  }

  /** The same for other families too. */
  PartForm and(TypeFamily... others) {
    java.util.TreeSet<TypeFamily> all = new java.util.TreeSet<>(families);
    all.addAll(Set.of(others));
    return new PartForm(Set.copyOf(all), leastChars, piiTag, maker);
  }

  /**
   * The part for a column.
   *
   * @throws IllegalArgumentException if the column cannot hold it
   */
  Part make(String name, GeneratorRequest request) {
    TypeFamily family = request.type().family();
    if (!families.contains(family)) {
      throw new IllegalArgumentException(
          "part: '"
              + name
              + "' fills "
              + new java.util.TreeSet<>(families)
              + ", the column is "
              + request.type().name());
    }
    if (family == TypeFamily.TEXT && request.maxChars() < leastChars) {
      throw new IllegalArgumentException(
          "part: '"
              + name
              + "' needs "
              + leastChars
              + " characters, the column takes "
              + request.maxChars());
    }
    return maker.apply(request);
  }
}
