package io.datalchemy.resolution;

import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.schema.Constraint.ForeignKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the keys of one table need of its columns and foreign keys; filled by {@link KeyPlanner}.
 */
final class KeyPlan {
  /** The foreign key by whose parents the rows are grouped. */
  Optional<ForeignKey> group = Optional.empty();

  /** No parent of the group gets more children than this. */
  long maxChildren = Long.MAX_VALUE;

  final Map<String, Distinctness> distinct = new LinkedHashMap<>();
  final Map<String, ForeignKey> ordinals = new LinkedHashMap<>();
  final Set<ForeignKey> oneToOne = new LinkedHashSet<>();
  final Set<ForeignKey> distinctWithinGroup = new LinkedHashSet<>();
  final Set<String> neverNull = new LinkedHashSet<>();
  final List<Gate> gates = new ArrayList<>();
  final List<RowLimit> limits = new ArrayList<>();
  final List<ConstraintOutcome> outcomes = new ArrayList<>();

  /**
   * A condition that only some rows may meet, so that a partial unique index holds.
   *
   * @param onlyFirst the first child of each parent of the group may meet it; otherwise no row may
   */
  record Gate(UniqueSet set, String predicate, boolean onlyFirst) {}

  /** The narrowest limit, if the keys bound the number of rows. */
  Optional<RowLimit> limit() {
    return limits.stream().min(java.util.Comparator.comparingLong(RowLimit::maxRows));
  }
}
