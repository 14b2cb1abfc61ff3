package io.datalchemy.resolve;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a row finds its parent's row number, tagged by {@code kind}.
 *
 * <p>{@code parentRows} bounds the pick: the first so many rows of the parent's table.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ParentPick.Uniform.class, name = "uniform"),
  @JsonSubTypes.Type(value = ParentPick.OneToOne.class, name = "one_to_one"),
  @JsonSubTypes.Type(value = ParentPick.Grouped.class, name = "grouped"),
  @JsonSubTypes.Type(value = ParentPick.Distinct.class, name = "distinct"),
  @JsonSubTypes.Type(value = ParentPick.Different.class, name = "different"),
  @JsonSubTypes.Type(value = ParentPick.Within.class, name = "within"),
  @JsonSubTypes.Type(value = ParentPick.Earlier.class, name = "earlier"),
  @JsonSubTypes.Type(value = ParentPick.Itself.class, name = "itself"),
  @JsonSubTypes.Type(value = ParentPick.Skewed.class, name = "skewed"),
  @JsonSubTypes.Type(value = ParentPick.RoundRobin.class, name = "round_robin"),
  @JsonSubTypes.Type(value = ParentPick.PerParent.class, name = "per_parent"),
  @JsonSubTypes.Type(value = ParentPick.Coordinate.class, name = "coordinate"),
  @JsonSubTypes.Type(value = ParentPick.OrderedPair.class, name = "ordered_pair"),
})
public sealed interface ParentPick {

  /** Any parent, each as likely as the other. */
  record Uniform(long parentRows) implements ParentPick {}

  /** Each parent once at most: row n has parent n, or a shuffled one; rows beyond have none. */
  record OneToOne(long parentRows, boolean shuffled) implements ParentPick {}

  /**
   * Parents in order, each with a run of neighbouring children: the number of children varies
   * around the average, at least one where there are enough rows, and never above {@code
   * maxChildren}. Rows and parents can be computed from each other without memory.
   */
  record Grouped(long parentRows, long maxChildren) implements ParentPick {}

  /**
   * A parent that no other row with the same parent by the grouped key {@code anchor} has.
   *
   * @param isAnother whether it is another than the anchor's, which is of the same table
   */
  record Distinct(String anchor, long parentRows, boolean isAnother) implements ParentPick {
    public Distinct {
      Objects.requireNonNull(anchor, "anchor");
    }
  }

  /** Any parent but the one that the row has by the foreign key {@code other}. */
  record Different(String other, long parentRows) implements ParentPick {
    public Different {
      Objects.requireNonNull(other, "other");
      if (parentRows < 2) {
        throw new IllegalArgumentException("parent_rows: must be at least 2, was " + parentRows);
      }
    }
  }

  /**
   * A parent that has the same ancestor as the anchor's parent, so that columns shared by both keys
   * agree.
   *
   * @param anchor the foreign key of this table that is picked first
   * @param up foreign keys that lead from the anchor's parent to the ancestor, in order; empty if
   *     the anchor's parent is the ancestor
   * @param down foreign keys that lead from this key's parent to the ancestor; all grouped
   * @param distinct whether the children of one anchor parent get different parents
   * @param skew how the candidates' shares differ, if they do
   */
  record Within(
      String anchor,
      List<String> up,
      List<String> down,
      boolean distinct,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Skew> skew)
      implements ParentPick {
    public Within {
      Objects.requireNonNull(anchor, "anchor");
      up = List.copyOf(up);
      down = List.copyOf(down);
      Objects.requireNonNull(skew, "skew");
    }

    /** A pick in which each candidate is as likely as the other. */
    public Within(String anchor, List<String> up, List<String> down, boolean distinct) {
      this(anchor, up, down, distinct, Optional.empty());
    }
  }

  /**
   * A row of the same table that comes before; rows without one are roots.
   *
   * @param rootShare share of rows that are roots though they need not be
   * @param rootIsItself whether a root refers to itself, where it may not be NULL
   * @param within foreign keys of this table that lead to the ancestor that parent and child must
   *     share; empty if there is none
   * @param maxDepth how many steps a row is away from its root at most, if that is bounded; without
   *     a bound it grows with the logarithm of the rows
   */
  record Earlier(
      double rootShare,
      boolean rootIsItself,
      List<String> within,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Long> maxDepth)
      implements ParentPick {
    public Earlier {
      within = List.copyOf(within);
      Objects.requireNonNull(maxDepth, "maxDepth");
    }

    /** A pick without a bound on the depth. */
    public Earlier(double rootShare, boolean rootIsItself, List<String> within) {
      this(rootShare, rootIsItself, within, Optional.empty());
    }
  }

  /** Each row refers to itself. */
  record Itself() implements ParentPick {}

  /**
   * Any of some of the parents, some more likely than others.
   *
   * @param eligible so many of the parents, spread over all of them, can be picked
   */
  record Skewed(long parentRows, long eligible, Skew skew) implements ParentPick {
    public Skewed {
      requireEligible(parentRows, eligible);
      Objects.requireNonNull(skew, "skew");
    }
  }

  /** Parents in turn, each as often as the others, give or take one. */
  record RoundRobin(long parentRows, long eligible) implements ParentPick {
    public RoundRobin {
      requireEligible(parentRows, eligible);
    }
  }

  /**
   * Each parent has a number of children that a distribution gives.
   *
   * @param children so many rows have a parent
   * @param shuffled whether the children of a parent lie anywhere, the rows without a parent
   *     between them; otherwise they are neighbours, in order of their parents
   */
  record PerParent(long parentRows, long children, ChildCounts counts, boolean shuffled)
      implements ParentPick {
    public PerParent {
      Objects.requireNonNull(counts, "counts");
    }
  }

  /** The parent that part of a number says, which the row has by several keys. */
  record Coordinate(long parentRows, RowDigits digits) implements ParentPick {
    public Coordinate {
      Objects.requireNonNull(digits, "digits");
    }
  }

  /**
   * One of two parents in order of their rows: each row of the table has another pair.
   *
   * @param constraint the CHECK that puts the two in order; both keys name it
   * @param isSecond whether it is the one with the greater row number
   * @param mayBeEqual whether the two may be the same
   */
  record OrderedPair(String constraint, long parentRows, boolean isSecond, boolean mayBeEqual)
      implements ParentPick {
    private static final long MOST_PARENTS = 1L << 31;

    public OrderedPair {
      Objects.requireNonNull(constraint, "constraint");
      if (parentRows < 0 || parentRows > MOST_PARENTS) {
        throw new IllegalArgumentException(
            "parent_rows: must be within 0 and " + MOST_PARENTS + ", was " + parentRows);
      }
    }

    /** How many pairs there are. */
    public long pairs() {
      return parentRows * (mayBeEqual ? parentRows + 1 : parentRows - 1) / 2;
    }
  }

  private static void requireEligible(long parentRows, long eligible) {
    if (eligible < 1 || eligible > parentRows) {
      throw new IllegalArgumentException(
          "eligible: must be within 1 and " + parentRows + ", was " + eligible);
    }
  }
}
