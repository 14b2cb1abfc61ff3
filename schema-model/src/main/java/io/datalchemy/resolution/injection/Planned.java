package io.datalchemy.resolution.injection;

import io.datalchemy.resolve.ResolvedInjection.Break;
import java.util.Objects;
import java.util.Optional;

/**
 * How a constraint can be broken, or why it cannot.
 *
 * @param kind the constraint's kind, {@code unique_index}
 * @param rule the name of the condition that is broken, if it is one of the table's
 */
record Planned(String kind, String rule, Optional<Break> breaks, String why) {
  Planned {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(breaks, "breaks");
    Objects.requireNonNull(why, "why");
  }

  static Planned by(String kind, String rule, Break breaks) {
    return new Planned(kind, rule, Optional.of(breaks), "");
  }

  static Planned impossible(String kind, String why) {
    return new Planned(kind, "", Optional.empty(), why);
  }
}
