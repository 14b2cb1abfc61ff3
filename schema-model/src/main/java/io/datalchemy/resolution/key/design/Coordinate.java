package io.datalchemy.resolution.key.design;

import java.util.Objects;

/**
 * A column or a parent that a unique key can tell rows apart by.
 *
 * @param name the column, or the foreign key to the parent
 * @param size how many different values or parents there are
 */
public record Coordinate(String name, boolean isParent, long size) {
  public Coordinate {
    Objects.requireNonNull(name, "name");
    if (size < 1) {
      throw new IllegalArgumentException("size: must be at least 1, was " + size);
    }
  }
}
