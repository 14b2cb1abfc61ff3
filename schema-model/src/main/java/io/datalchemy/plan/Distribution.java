package io.datalchemy.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * How often each value of a column is to occur, as a plan says it: a kind alone, or an object with
 * the kind and its settings. What the settings mean is the generator's to say.
 */
public record Distribution(@JsonValue JsonNode json) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Distribution {
    Objects.requireNonNull(json, "json");
  }
}
