package io.datalchemy.schema.code;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A trigger's name, timing and events: reported, never run for generated rows.
 *
 * @param definition the text of {@code pg_get_triggerdef}
 */
public record Trigger(
    String name, String timing, List<String> events, Optional<String> definition) {
  public Trigger {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(timing, "timing");
    events = List.copyOf(events);
    Objects.requireNonNull(definition, "definition");
  }
}
