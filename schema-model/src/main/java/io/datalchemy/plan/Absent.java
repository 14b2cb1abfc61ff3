package io.datalchemy.plan;

import java.util.List;
import java.util.Optional;

/** What a field that a plan leaves out becomes: nothing, never null. */
final class Absent {
  private Absent() {}

  static <T> List<T> asEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  @SuppressWarnings("OptionalAssignedToNull") // Jackson passes null for a record's absent field
  static <T> Optional<T> asEmpty(Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }
}
