package io.datalchemy.ddl;

import java.util.Objects;

/**
 * One statement to run before the data comes in.
 *
 * @param subject what it makes, for people
 * @param optional whether rows can be loaded without it: a default that calls a function of the
 *     user's, for instance, which a schema file does not hold
 */
public record Preparation(String subject, String sql, boolean optional) {
  public Preparation {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(sql, "sql");
  }

  static Preparation required(String subject, String sql) {
    return new Preparation(subject, sql, false);
  }

  static Preparation optional(String subject, String sql) {
    return new Preparation(subject, sql, true);
  }
}
