package io.datalchemy.resolution.key.index;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an expression of a unique index tells apart: it gives back the values of its columns, as far
 * as they are said to matter.
 *
 * @param folded whether the case of letters does not count
 * @param trimmed whether blanks at the ends do not count
 * @param valued whether NULL counts as a value
 * @param unit the period that a moment is cut to: {@code day}, {@code month}, …
 */
public record KeyPart(
    List<String> columns, boolean folded, boolean trimmed, boolean valued, Optional<Period> unit) {

  /**
   * The period that a moment is cut to, in a time zone.
   *
   * @param isLocal whether the zone is not UTC, but within half a day of it
   */
  public record Period(String unit, boolean isLocal) {
    /** The periods that moments can differ by. */
    static final Set<String> UNITS =
        Set.of("minute", "hour", "day", "week", "month", "quarter", "year");
  }

  static KeyPart of(List<String> columns) {
    return new KeyPart(columns, false, false, false, Optional.empty());
  }

  KeyPart ignoringCase() {
    return new KeyPart(columns, true, trimmed, valued, unit);
  }

  KeyPart ignoringBlanks() {
    return new KeyPart(columns, folded, true, valued, unit);
  }

  KeyPart withValues() {
    return new KeyPart(columns, folded, trimmed, true, unit);
  }

  KeyPart by(Period period) {
    return new KeyPart(columns, folded, trimmed, valued, Optional.of(period));
  }
}
