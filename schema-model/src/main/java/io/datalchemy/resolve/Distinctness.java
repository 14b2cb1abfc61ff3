package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** How a column's values are kept from repeating, tagged by {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Distinctness.None.class, name = "none"),
  @JsonSubTypes.Type(value = Distinctness.Bijection.class, name = "bijection"),
  @JsonSubTypes.Type(value = Distinctness.WithinParent.class, name = "within_parent"),
  @JsonSubTypes.Type(value = Distinctness.Digit.class, name = "digit"),
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
}
