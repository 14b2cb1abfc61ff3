package io.datalchemy.resolution.key;

import io.datalchemy.resolve.RowRanges;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.TableId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which rows of their parents the foreign keys of one table may pick: all, or some ranges. */
public final class Candidates {
  private final Map<TableId, Long> rows;
  private final Map<ForeignKey, RowRanges> among = new LinkedHashMap<>();

  /** All rows of every parent. */
  public Candidates(Map<TableId, Long> rows) {
    this.rows = rows;
  }

  /** How many rows of its parent a key may pick. */
  public long count(ForeignKey key) {
    return among(key).map(RowRanges::count).orElseGet(() -> rows.get(key.referenced()));
  }

  /** The rows that a key may pick, if they are not all of its parent's. */
  public Optional<RowRanges> among(ForeignKey key) {
    return Optional.ofNullable(among.get(key));
  }

  /** Lets a key pick only rows that are among these too. */
  public void narrow(ForeignKey key, RowRanges ranges) {
    RowRanges both =
        among(key).orElseGet(() -> RowRanges.all(rows.get(key.referenced()))).and(ranges);
    if (both.count() < rows.get(key.referenced())) {
      among.put(key, both);
    }
  }

  /** Whether a key may pick some rows only, and there are none. */
  public boolean isEmpty(ForeignKey key) {
    return among(key).filter(ranges -> ranges.count() == 0).isPresent();
  }
}
