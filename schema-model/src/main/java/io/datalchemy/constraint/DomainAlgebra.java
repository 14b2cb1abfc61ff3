package io.datalchemy.constraint;

import io.datalchemy.expression.Comparison;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Domains of one column: made from comparisons, intersected, compared, joined. */
public final class DomainAlgebra {
  /** Beyond this a moment is {@code infinity}, which no value of ours reaches. */
  private static final int MAX_YEAR = 300_000;

  private DomainAlgebra() {}

  /** The values of which the comparison with a constant holds; empty if there are none. */
  public static Optional<ColumnDomain> compared(ValueType type, Comparison operator, Object value) {
    if (value instanceof LocalDateTime moment && Math.abs(moment.getYear()) > MAX_YEAR) {
      return Optional.of(ColumnDomain.ANY)
          .filter(any -> operator.holds(moment.getYear() > 0 ? -1 : 1));
    }
    return switch (operator) {
      case EQUAL ->
          PlainValue.isRepresentable(type, value)
              ? Optional.of(ColumnDomain.oneOf(List.of(PlainValue.text(type, value))))
              : Optional.empty();
      case NOT_EQUAL ->
          Optional.of(
              PlainValue.isRepresentable(type, value)
                  ? ColumnDomain.noneOf(List.of(PlainValue.text(type, value)))
                  : ColumnDomain.ANY);
      case LESS, LESS_EQUAL ->
          Optional.of(ColumnDomain.ANY.withBounds(Optional.empty(), end(type, operator, value)));
      case GREATER, GREATER_EQUAL ->
          Optional.of(ColumnDomain.ANY.withBounds(end(type, operator, value), Optional.empty()));
    };
  }

  /** The end of a range; closed where the type is discrete. */
  static Optional<Bound> end(ValueType type, Comparison operator, Object value) {
    boolean lower = operator == Comparison.GREATER || operator == Comparison.GREATER_EQUAL;
    if (!PlainValue.isDiscrete(type)) {
      return Optional.of(new Bound(PlainValue.text(type, value), !operator.isStrict()));
    }
    Object inside =
        PlainValue.round(type, value, lower ? RoundingMode.CEILING : RoundingMode.FLOOR);
    if (operator.isStrict() && PlainValue.compare(inside, value) == 0) {
      inside = PlainValue.step(type, inside, lower ? 1 : -1);
    }
    return Optional.of(new Bound(PlainValue.text(type, inside), true));
  }

  /** The values in both domains; empty if there are none and NULL is in neither. */
  public static Optional<ColumnDomain> intersection(
      ValueType type, ColumnDomain a, ColumnDomain b) {
    if (a.nullness() != Nullness.EITHER
        && b.nullness() != Nullness.EITHER
        && a.nullness() != b.nullness()) {
      return Optional.empty();
    }
    Nullness nullness = a.nullness() == Nullness.EITHER ? b.nullness() : a.nullness();
    if (nullness == Nullness.NULL) {
      return Optional.of(ColumnDomain.onlyNull());
    }
    ColumnDomain both =
        new ColumnDomain(
            nullness,
            common(a.allowed(), b.allowed()),
            union(a.excluded(), b.excluded()),
            tighter(type, a.min(), b.min(), 1),
            tighter(type, a.max(), b.max(), -1),
            greater(a.minLength(), b.minLength(), 1),
            greater(a.maxLength(), b.maxLength(), -1),
            union(a.patterns(), b.patterns()));
    return normalised(type, both);
  }

  /** The same values in the one form that says it; empty if there are none and NULL is not in. */
  public static Optional<ColumnDomain> normalised(ValueType type, ColumnDomain domain) {
    if (domain.nullness() == Nullness.NULL) {
      return Optional.of(ColumnDomain.onlyNull());
    }
    ColumnDomain trimmed = trimmed(type, withUniverse(type, domain));
    if (!isEmpty(type, trimmed)) {
      return Optional.of(trimmed);
    }
    return domain.nullness() == Nullness.NOT_NULL
        ? Optional.empty()
        : Optional.of(ColumnDomain.onlyNull());
  }

  /** Every value of a type that has few; empty for all others. */
  public static List<String> universe(ValueType type) {
    return switch (type.family()) {
      case BOOLEAN -> List.of("false", "true");
      case ENUM -> type.labels();
      default -> List.of();
    };
  }

  private static ColumnDomain withUniverse(ValueType type, ColumnDomain domain) {
    List<String> universe = universe(type);
    boolean narrowed = domain.allowed().isPresent() || !domain.excluded().isEmpty();
    if (universe.isEmpty() || !narrowed) {
      return domain;
    }
    List<String> allowed =
        universe.stream()
            .filter(v -> domain.allowed().map(list -> list.contains(v)).orElse(true))
            .filter(v -> !domain.excluded().contains(v))
            .toList();
    Optional<List<String>> narrower =
        Optional.of(allowed).filter(list -> list.size() < universe.size());
    return domain.withAllowed(narrower).withExcluded(List.of());
  }

  private static ColumnDomain trimmed(ValueType type, ColumnDomain domain) {
    if (domain.allowed().isPresent()) {
      List<String> kept =
          domain.allowed().get().stream()
              .filter(value -> admits(type, domain, value) && isOfType(type, value))
              .toList();
      return ColumnDomain.oneOf(kept).withNullness(domain.nullness());
    }
    ColumnDomain result = domain;
    boolean changed = true;
    while (changed && PlainValue.isDiscrete(type)) {
      ColumnDomain before = result;
      result = result.withBounds(pastExcluded(type, result, 1), pastExcluded(type, result, -1));
      changed = !result.equals(before);
    }
    ColumnDomain bounded = result;
    return result.withExcluded(
        result.excluded().stream().filter(value -> inRange(type, bounded, value)).toList());
  }

  private static Optional<Bound> pastExcluded(ValueType type, ColumnDomain domain, int direction) {
    Optional<Bound> end = direction > 0 ? domain.min() : domain.max();
    if (end.isEmpty() || !domain.excluded().contains(end.get().value())) {
      return end;
    }
    Object value = PlainValue.parse(type, end.get().value());
    Object next = PlainValue.step(type, value, direction);
    return Optional.of(new Bound(PlainValue.text(type, next), true));
  }

  /** Whether a value that is not NULL is in the domain. */
  public static boolean admits(ValueType type, ColumnDomain domain, String value) {
    boolean text = type.family() == TypeFamily.TEXT;
    int length = value.codePointCount(0, value.length());
    return domain.allowed().map(list -> list.contains(value)).orElse(true)
        && !domain.excluded().contains(value)
        && inRange(type, domain, value)
        && (!text || domain.minLength().map(min -> length >= min).orElse(true))
        && (!text || domain.maxLength().map(max -> length <= max).orElse(true))
        && (!text || domain.patterns().stream().allMatch(p -> p.admits(value)));
  }

  private static boolean isOfType(ValueType type, String value) {
    Optional<BigDecimal> number = number(type, Optional.of(new Bound(value, true)));
    return TypeRange.fits(type, value)
        && TypeRange.of(type).filter(range -> range.isApartFrom(number, number)).isEmpty();
  }

  private static Optional<BigDecimal> number(ValueType type, Optional<Bound> bound) {
    return PlainValue.isNumber(type)
        ? bound.map(end -> (BigDecimal) PlainValue.parse(type, end.value()))
        : Optional.empty();
  }

  /** Whether all values are more than the type holds, or less. */
  private static boolean isBeyondType(ValueType type, ColumnDomain domain) {
    return TypeRange.of(type)
        .filter(range -> range.isApartFrom(number(type, domain.min()), number(type, domain.max())))
        .isPresent();
  }

  private static boolean inRange(ValueType type, ColumnDomain domain, String text) {
    if (domain.min().isEmpty() && domain.max().isEmpty()) {
      return true;
    }
    Object value = PlainValue.parse(type, text);
    return domain.min().map(min -> isWithin(type, value, min, 1)).orElse(true)
        && domain.max().map(max -> isWithin(type, value, max, -1)).orElse(true);
  }

  private static boolean isWithin(ValueType type, Object value, Bound end, int direction) {
    int order = PlainValue.compare(value, PlainValue.parse(type, end.value())) * direction;
    return end.inclusive() ? order >= 0 : order > 0;
  }

  private static boolean isEmpty(ValueType type, ColumnDomain domain) {
    if (domain.allowed().isPresent()) {
      return domain.allowed().get().isEmpty();
    }
    boolean tooLong =
        type.family() == TypeFamily.TEXT
            && domain.minLength().isPresent()
            && type.maxLength().isPresent()
            && domain.minLength().get() > type.maxLength().get();
    boolean crossedLengths =
        domain.minLength().isPresent()
            && domain.maxLength().isPresent()
            && domain.minLength().get() > domain.maxLength().get();
    boolean negativeLength = domain.maxLength().isPresent() && domain.maxLength().get() < 0;
    return tooLong
        || crossedLengths
        || negativeLength
        || isBeyondType(type, domain)
        || isRangeEmpty(type, domain);
  }

  private static boolean isRangeEmpty(ValueType type, ColumnDomain domain) {
    if (domain.min().isEmpty() || domain.max().isEmpty()) {
      return false;
    }
    Object max = PlainValue.parse(type, domain.max().get().value());
    return !isWithin(type, max, domain.min().get(), 1) || !bothEndsMeet(type, domain);
  }

  private static boolean bothEndsMeet(ValueType type, ColumnDomain domain) {
    Object min = PlainValue.parse(type, domain.min().orElseThrow().value());
    return isWithin(type, min, domain.max().orElseThrow(), -1);
  }

  /** Whether everything in {@code inner} is in {@code outer} as well. */
  public static boolean contains(ValueType type, ColumnDomain outer, ColumnDomain inner) {
    if (inner.nullness() == Nullness.NULL) {
      return outer.nullness() != Nullness.NOT_NULL;
    }
    boolean nulls = outer.nullness() == Nullness.EITHER || outer.nullness() == inner.nullness();
    if (!nulls || !outer.hasLimits()) {
      return nulls;
    }
    if (inner.allowed().isPresent()) {
      return inner.allowed().get().stream().allMatch(value -> admits(type, outer, value));
    }
    Optional<ColumnDomain> both =
        intersection(type, outer.withNullness(Nullness.NOT_NULL), notNull(inner));
    return both.isPresent() && both.get().equals(notNull(inner));
  }

  private static ColumnDomain notNull(ColumnDomain domain) {
    return domain.withNullness(Nullness.NOT_NULL);
  }

  /** One domain that holds exactly what the two do, where there is one. */
  public static Optional<ColumnDomain> union(ColumnDomain a, ColumnDomain b) {
    if (a.nullness() == Nullness.NULL && b.nullness() != Nullness.NULL) {
      return Optional.of(b.withNullness(Nullness.EITHER));
    }
    if (b.nullness() == Nullness.NULL && a.nullness() != Nullness.NULL) {
      return Optional.of(a.withNullness(Nullness.EITHER));
    }
    if (a.nullness() != b.nullness()) {
      return Optional.empty();
    }
    if (a.allowed().isEmpty() || b.allowed().isEmpty()) {
      return lengthUnion(a, b).or(() -> lengthUnion(b, a));
    }
    return Optional.of(a.withAllowed(Optional.of(union(a.allowed().get(), b.allowed().get()))));
  }

  /** Two that differ in length only, where the longer go on where the shorter end. */
  private static Optional<ColumnDomain> lengthUnion(ColumnDomain shorter, ColumnDomain longer) {
    ColumnDomain rest = shorter.withLengths(Optional.empty(), Optional.empty());
    boolean same = rest.equals(longer.withLengths(Optional.empty(), Optional.empty()));
    boolean joined =
        shorter.maxLength().isPresent()
            && longer.minLength().isPresent()
            && longer.minLength().get() <= shorter.maxLength().get() + 1
            && longer.maxLength().isEmpty();
    return same && joined
        ? Optional.of(shorter.withLengths(shorter.minLength(), Optional.empty()))
        : Optional.empty();
  }

  private static Optional<List<String>> common(Optional<List<String>> a, Optional<List<String>> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return Optional.of(a.get().stream().filter(b.get()::contains).toList());
  }

  private static <T> List<T> union(List<T> a, List<T> b) {
    Set<T> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return new ArrayList<>(all);
  }

  /** The end that leaves less: the greater of two minima (1), the lesser of two maxima (-1). */
  private static Optional<Bound> tighter(
      ValueType type, Optional<Bound> a, Optional<Bound> b, int direction) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    Object left = PlainValue.parse(type, a.get().value());
    Object right = PlainValue.parse(type, b.get().value());
    int order = PlainValue.compare(left, right) * direction;
    if (order == 0) {
      return a.get().inclusive() ? b : a;
    }
    return order > 0 ? a : b;
  }

  private static Optional<Integer> greater(
      Optional<Integer> a, Optional<Integer> b, int direction) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return a.get() * direction >= b.get() * direction ? a : b;
  }
}
