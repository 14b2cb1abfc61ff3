package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How much more often some parents are picked than others, tagged by {@code kind}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Skew.Even.class, name = "even"),
  @JsonSubTypes.Type(value = Skew.Zipf.class, name = "zipf"),
  @JsonSubTypes.Type(value = Skew.Weighted.class, name = "weighted"),
})
public sealed interface Skew {

  /** Each as likely as the other. */
  record Even() implements Skew {}

  /** The k-th most likely, from 1, in proportion to {@code k^-exponent}. */
  record Zipf(double exponent) implements Skew {
    public Zipf {
      if (!(exponent > 0)) {
        throw new IllegalArgumentException("exponent: must be more than 0, was " + exponent);
      }
    }
  }

  /** Classes of parents, each with its share of all children; within one, all are alike. */
  record Weighted(List<ShareOfParents> classes) implements Skew {
    public Weighted {
      classes = List.copyOf(classes);
      if (classes.isEmpty()) {
        throw new IllegalArgumentException("classes: must not be empty");
      }
    }
  }

  /** A share of the parents and the share of the children that they have together. */
  record ShareOfParents(double parents, double children) {}
}
