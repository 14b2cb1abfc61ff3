package io.datalchemy.constraint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The values that a column takes in a shape; all limits hold at once, and only of values that are
 * not NULL. All values are plain text in the column's type, as in {@link Bound}.
 *
 * @param allowed the only values; always present for a boolean or an enum that is narrowed
 * @param excluded values that are left out; none of them is among {@code allowed}
 * @param min the least value; inclusive where the type is discrete
 * @param max the greatest value; inclusive where the type is discrete
 * @param minLength characters of a text, bytes of a bytea, elements of an array
 * @param maxLength likewise, at most
 * @param patterns what a text (or the text of a json) matches, each of them
 */
public record ColumnDomain(
    Nullness nullness,
    Optional<List<String>> allowed,
    List<String> excluded,
    Optional<Bound> min,
    Optional<Bound> max,
    Optional<Integer> minLength,
    Optional<Integer> maxLength,
    List<TextPattern> patterns) {

  /** No limits at all. */
  public static final ColumnDomain ANY =
      new ColumnDomain(
          Nullness.EITHER,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public ColumnDomain {
    Objects.requireNonNull(nullness, "nullness");
    allowed = allowed.map(List::copyOf);
    excluded = List.copyOf(excluded);
    Objects.requireNonNull(min, "min");
    Objects.requireNonNull(max, "max");
    Objects.requireNonNull(minLength, "minLength");
    Objects.requireNonNull(maxLength, "maxLength");
    patterns = List.copyOf(patterns);
  }

  /** Always NULL. */
  public static ColumnDomain onlyNull() {
    return ANY.withNullness(Nullness.NULL);
  }

  /** One of these. */
  public static ColumnDomain oneOf(List<String> values) {
    return ANY.withAllowed(Optional.of(values));
  }

  /** None of these. */
  public static ColumnDomain noneOf(List<String> values) {
    return ANY.withExcluded(values);
  }

  /** Matching the pattern. */
  public static ColumnDomain matching(TextPattern pattern) {
    return new ColumnDomain(
        Nullness.EITHER,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(pattern));
  }

  /** Whether anything but NULL-ness is said. */
  public boolean hasLimits() {
    return !withNullness(Nullness.EITHER).equals(ANY);
  }

  /** The same with another NULL-ness; a NULL has no other limits. */
  public ColumnDomain withNullness(Nullness other) {
    ColumnDomain limits = other == Nullness.NULL && ANY != null ? ANY : this;
    return new ColumnDomain(
        other,
        limits.allowed,
        limits.excluded,
        limits.min,
        limits.max,
        limits.minLength,
        limits.maxLength,
        limits.patterns);
  }

  /** The same with other bounds. */
  public ColumnDomain withBounds(Optional<Bound> least, Optional<Bound> greatest) {
    return new ColumnDomain(
        nullness, allowed, excluded, least, greatest, minLength, maxLength, patterns);
  }

  /** The same with other limits of length. */
  public ColumnDomain withLengths(Optional<Integer> least, Optional<Integer> greatest) {
    return new ColumnDomain(nullness, allowed, excluded, min, max, least, greatest, patterns);
  }

  /** The same with another list of allowed values. */
  public ColumnDomain withAllowed(Optional<List<String>> values) {
    return new ColumnDomain(nullness, values, excluded, min, max, minLength, maxLength, patterns);
  }

  /** The same with another list of excluded values. */
  public ColumnDomain withExcluded(List<String> values) {
    return new ColumnDomain(nullness, allowed, values, min, max, minLength, maxLength, patterns);
  }
}
