package io.datalchemy.resolve;

import io.datalchemy.type.ValueType;
import java.util.Objects;
import java.util.Optional;

/**
 * One column of a run: where its values come from, and why.
 *
 * @param decidedBy what the decision rests on
 * @param reason the decision in words, for people
 * @param piiTag the kind of personal datum that the values imitate
 */
public record ResolvedColumn(
    String name,
    ValueType type,
    ColumnSource source,
    DecidedBy decidedBy,
    String reason,
    Optional<String> piiTag) {

  /** What a column's generator was chosen by. */
  public enum DecidedBy {
    RULE,
    FOREIGN_KEY,
    CONSTRAINT,
    NAME,
    TYPE,
    DEFAULT,
    DATABASE
  }

  public ResolvedColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(decidedBy, "decidedBy");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(piiTag, "piiTag");
  }

  /** Whether the output file has this column; if not, the database fills it. */
  public boolean isWritten() {
    return !(source instanceof ColumnSource.Omitted);
  }
}
