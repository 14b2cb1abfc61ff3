package io.datalchemy.catalogue;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many different values a column can have, one for each number.
 *
 * @param size empty if they cannot be numbered
 * @param obstacle why not, in words; empty if they can
 */
public record UniqueSpace(OptionalLong size, Optional<String> obstacle) {
  public UniqueSpace {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(obstacle, "obstacle");
  }

  /** So many values. */
  public static UniqueSpace of(long size) {
    return new UniqueSpace(OptionalLong.of(size), Optional.empty());
  }

  /** None, for that reason. */
  public static UniqueSpace none(String obstacle) {
    return new UniqueSpace(OptionalLong.empty(), Optional.of(obstacle));
  }
}
