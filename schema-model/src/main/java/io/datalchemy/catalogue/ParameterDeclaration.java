package io.datalchemy.catalogue;

import java.util.Objects;
import java.util.Optional;

/**
 * One parameter that a generator or transform takes.
 *
 * @param defaultValue the default as a person would write it, empty where there is none
 */
public record ParameterDeclaration(
    String name, Type type, boolean required, Optional<String> defaultValue, String summary) {

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
    Objects.requireNonNull(summary, "summary");
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
