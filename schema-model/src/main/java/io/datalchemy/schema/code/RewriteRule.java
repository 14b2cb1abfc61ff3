package io.datalchemy.schema.code;

import java.util.Objects;
import java.util.Optional;

/**
 * A rewrite rule's name and event: reported, never run for generated rows.
 *
 * @param definition the text of {@code pg_get_ruledef}
 */
public record RewriteRule(String name, String event, Optional<String> definition) {
  public RewriteRule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(definition, "definition");
  }
}
