package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.Optional;

/** How a column's values are kept from repeating, tagged by {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Distinctness.None.class, name = "none"),
  @JsonSubTypes.Type(value = Distinctness.Bijection.class, name = "bijection"),
  @JsonSubTypes.Type(value = Distinctness.WithinParent.class, name = "within_parent"),
  @JsonSubTypes.Type(value = Distinctness.Digit.class, name = "digit"),
  @JsonSubTypes.Type(value = Distinctness.Coordinate.class, name = "coordinate"),
  @JsonSubTypes.Type(value = Distinctness.Slot.class, name = "slot"),
})
public sealed interface Distinctness {

  /** Values may repeat. */
  record None() implements Distinctness {}

  /**
   * Row number to value, one to one, over the whole table.
   *
   * @param ascending values ascend with the row instead of being shuffled
   */
  record Bijection(String constraint, boolean caseInsensitive, boolean ascending)
      implements Distinctness {
    public Bijection {
      Objects.requireNonNull(constraint, "constraint");
    }
  }

  /** Place among the parent's children to value, one to one for each parent. */
  record WithinParent(String constraint, String foreignKey, boolean caseInsensitive)
      implements Distinctness {
    public WithinParent {
      Objects.requireNonNull(constraint, "constraint");
      Objects.requireNonNull(foreignKey, "foreignKey");
    }
  }

  /**
   * One digit of a mixed-radix number that the row number maps to, one to one: the value's index is
   * {@code (number / divisor) % modulus}, with the number below {@code total}.
   */
  record Digit(String constraint, long divisor, long modulus, long total, boolean caseInsensitive)
      implements Distinctness {
    public Digit {
      Objects.requireNonNull(constraint, "constraint");
    }
  }

  /** Part of a number that the row has by several keys, whose other parts may be parents. */
  record Coordinate(RowDigits digits, boolean caseInsensitive) implements Distinctness {
    public Coordinate {
      Objects.requireNonNull(digits, "digits");
    }
  }

  /**
   * A place on a line that no two rows of the same equal columns share, as an exclusion constraint
   * demands: one of {@code slots}, by the place among the parent's children, by digits, or else by
   * the row itself.
   */
  record Slot(
      String constraint, long slots, Optional<String> foreignKey, Optional<RowDigits> digits)
      implements Distinctness {
    public Slot {
      Objects.requireNonNull(constraint, "constraint");
      Objects.requireNonNull(foreignKey, "foreignKey");
      Objects.requireNonNull(digits, "digits");
      if (slots < 1) {
        throw new IllegalArgumentException("slots: must be at least 1, was " + slots);
      }
    }
  }
}
