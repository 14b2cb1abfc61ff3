package io.datalchemy.schema.type;

import java.util.Objects;
import java.util.Optional;

/**
 * A collation that somebody created.
 *
 * @param locale the locale of ICU and the built-in provider; libc has {@code lcCollate} and {@code
 *     lcCtype}
 * @param rules tailoring rules, of ICU alone
 */
public record Collation(
    String schema,
    String name,
    Provider provider,
    boolean isDeterministic,
    Optional<String> locale,
    Optional<String> lcCollate,
    Optional<String> lcCtype,
    Optional<String> rules) {

  /** Whose rules it follows. */
  public enum Provider {
    LIBC,
    ICU,
    BUILTIN
  }

  public Collation {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(locale, "locale");
    Objects.requireNonNull(lcCollate, "lcCollate");
    Objects.requireNonNull(lcCtype, "lcCtype");
    Objects.requireNonNull(rules, "rules");
  }
}
