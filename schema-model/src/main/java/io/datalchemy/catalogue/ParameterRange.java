package io.datalchemy.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** The numbers that a parameter may be, both ends included; an end may be open. */
public record ParameterRange(Optional<BigDecimal> min, Optional<BigDecimal> max) {
  public ParameterRange {
    Objects.requireNonNull(min, "min");
    Objects.requireNonNull(max, "max");
  }

  /** From one number to another. */
  public static ParameterRange of(long min, long max) {
    return new ParameterRange(
        Optional.of(BigDecimal.valueOf(min)), Optional.of(BigDecimal.valueOf(max)));
  }

  /** From a number on. */
  public static ParameterRange from(long min) {
    return new ParameterRange(Optional.of(BigDecimal.valueOf(min)), Optional.empty());
  }

  /** The rule that a value breaks, in words: {@code must be from 1 to 12}; empty if it holds. */
  public Optional<String> brokenBy(JsonNode value) {
    BigDecimal number = new BigDecimal(value.asText());
    boolean isBelow = min.filter(m -> number.compareTo(m) < 0).isPresent();
    boolean isAbove = max.filter(m -> number.compareTo(m) > 0).isPresent();
    return isBelow || isAbove ? Optional.of("must be " + words()) : Optional.empty();
  }

  /** The range in words: {@code from 1 to 12}, {@code at least 0}. */
  public String words() {
    if (min.isPresent() && max.isPresent()) {
      return "from " + min.get().toPlainString() + " to " + max.get().toPlainString();
    }
    return min.map(m -> "at least " + m.toPlainString())
        .or(() -> max.map(m -> "at most " + m.toPlainString()))
        .orElse("any number");
  }
}
