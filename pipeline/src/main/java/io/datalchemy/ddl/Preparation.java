package io.datalchemy.ddl;

import java.util.Objects;
import java.util.Optional;

/**
 * One statement to run before the data comes in.
 *
 * @param subject what it makes, for people
 * @param withoutCollations the same for a server that lacks a collation which it names
 */
public record Preparation(String subject, String sql, Optional<String> withoutCollations) {
  public Preparation {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(withoutCollations, "withoutCollations");
  }

  static Preparation of(String subject, String sql) {
    return new Preparation(subject, sql, Optional.empty());
  }

  /** Keeps the other text only if it is another. */
  static Preparation of(String subject, String sql, String withoutCollations) {
    return new Preparation(
        subject, sql, Optional.of(withoutCollations).filter(other -> !other.equals(sql)));
  }
}
