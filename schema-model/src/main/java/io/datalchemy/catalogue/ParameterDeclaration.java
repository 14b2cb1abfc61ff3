package io.datalchemy.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

/**
 * One parameter that a generator or transform takes.
 *
 * @param defaultValue the default as a person would write it, empty where there is none
 * @param range the numbers that it may be, empty where any number will do or it is none
 */
public record ParameterDeclaration(
    String name,
    Type type,
    boolean required,
    Optional<String> defaultValue,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ParameterRange> range,
    String summary) {

  /** What a parameter's JSON value must be. */
  public enum Type {
    INTEGER,
    /** A number; one written as text is accepted too, to keep its digits. */
    DECIMAL,
    BOOLEAN,
    TEXT,
    /** A text, a number or a truth value. */
    SCALAR,
    /** ISO 8601 date, {@code yyyy-MM-dd}. */
    DATE,
    /** ISO 8601 time, {@code HH:mm:ss}. */
    TIME,
    /** ISO 8601 date and time; an offset is allowed. */
    TIMESTAMP,
    /** A list of scalars. */
    LIST,
    /** A list of column names of the same table. */
    COLUMNS,
    /** An SQL expression over columns of the same row. */
    EXPRESSION,
    /** A list of objects {@code {value, weight}}. */
    CHOICES,
    /** A list of objects {@code {from, to, weight}}; the weight may be left out. */
    TRANSITIONS,
    /** How often each value occurs: a kind, or an object {@code {kind, …}}. */
    DISTRIBUTION,
    /** A generator: its id, or an object {@code {id, locale, params}}. */
    GENERATOR,
    /** A list of generators. */
    GENERATORS
  }

  public ParameterDeclaration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(summary, "summary");
  }

  private ParameterDeclaration(
      String name, Type type, boolean required, Optional<String> defaultValue, String summary) {
    this(name, type, required, defaultValue, Optional.empty(), summary);
  }

  /** The same within a range; for numbers. */
  public ParameterDeclaration within(ParameterRange newRange) {
    if (type != Type.INTEGER && type != Type.DECIMAL) {
      throw new IllegalArgumentException(name + ": must be a number to have a range, was " + type);
    }
    return new ParameterDeclaration(
        name, type, required, defaultValue, Optional.of(newRange), summary);
  }

  /** The rule of its range that a value of its type breaks, in words; empty if it holds. */
  public Optional<String> brokenBy(JsonNode value) {
    return range.flatMap(r -> r.brokenBy(value));
  }

  /** A parameter that may be left out, without a default of its own. */
  public static ParameterDeclaration optional(String name, Type type, String summary) {
    return new ParameterDeclaration(name, type, false, Optional.empty(), summary);
  }

  /** A parameter with a default. */
  public static ParameterDeclaration withDefault(
      String name, Type type, String defaultValue, String summary) {
    return new ParameterDeclaration(name, type, false, Optional.of(defaultValue), summary);
  }

  /** A parameter that must be given. */
  public static ParameterDeclaration required(String name, Type type, String summary) {
    return new ParameterDeclaration(name, type, true, Optional.empty(), summary);
  }
}
