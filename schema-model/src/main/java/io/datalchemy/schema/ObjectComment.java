package io.datalchemy.schema;

import java.util.Objects;

/**
 * A COMMENT on something other than a table, a column or a domain, which carry their own.
 *
 * @param object what it is, as in {@code COMMENT ON}: {@code index}, {@code table constraint}
 * @param identity its name in SQL, as {@code pg_identify_object} prints it
 */
public record ObjectComment(String object, String identity, String comment) {
  public ObjectComment {
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(comment, "comment");
  }
}
