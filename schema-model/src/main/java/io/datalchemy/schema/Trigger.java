package io.datalchemy.schema;

import java.util.List;
import java.util.Objects;

/** A trigger's name, timing and events: reported, never run here. */
public record Trigger(String name, String timing, List<String> events) {
  public Trigger {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(timing, "timing");
    events = Lists.copy(events);
  }
}
