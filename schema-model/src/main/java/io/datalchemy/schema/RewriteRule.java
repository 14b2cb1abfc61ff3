package io.datalchemy.schema;

import java.util.Objects;

/** A rewrite rule's name and event: reported, never run here. */
public record RewriteRule(String name, String event) {
  public RewriteRule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(event, "event");
  }
}
