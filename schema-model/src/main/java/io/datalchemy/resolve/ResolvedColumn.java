package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One column of a run: where its values come from, and why.
 *
 * @param decidedBy what the decision rests on
 * @param reason the decision in words, for people
 * @param piiTag the kind of personal datum that the values imitate
 * @param confidence how sure a choice by name or type is: from 0, a guess, to 1
 */
public record ResolvedColumn(
    String name,
    ValueType type,
    ColumnSource source,
    DecidedBy decidedBy,
    String reason,
    Optional<String> piiTag,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<BigDecimal> confidence) {

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

  @JsonCreator
  public ResolvedColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(decidedBy, "decidedBy");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(piiTag, "piiTag");
    confidence = confidence == null ? Optional.empty() : confidence;
  }

  /** A column whose decision is no guess. */
  public ResolvedColumn(
      String name,
      ValueType type,
      ColumnSource source,
      DecidedBy decidedBy,
      String reason,
      Optional<String> piiTag) {
    this(name, type, source, decidedBy, reason, piiTag, Optional.empty());
  }

  /** Whether the output file has this column; if not, the database fills it. */
  public boolean isWritten() {
    return !(source instanceof ColumnSource.Omitted);
  }
}
