package io.datalchemy.schema.type;

import java.util.List;
import java.util.Optional;

/** What a field that an older document lacks becomes: nothing, never null. */
public final class Lists {
  private Lists() {}

  public static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  @SuppressWarnings("OptionalAssignedToNull") // Jackson passes null for a record's absent field
  public static <T> Optional<T> orEmpty(Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }
}
