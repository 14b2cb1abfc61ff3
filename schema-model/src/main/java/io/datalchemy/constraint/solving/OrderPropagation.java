package io.datalchemy.constraint.solving;

import io.datalchemy.constraint.Bound;
import io.datalchemy.constraint.ColumnDomain;
import io.datalchemy.constraint.DomainAlgebra;
import io.datalchemy.constraint.Nullness;
import io.datalchemy.constraint.Ordering;
import io.datalchemy.constraint.Ordering.Offset;
import io.datalchemy.constraint.PlainValue;
import io.datalchemy.constraint.reading.Terms;
import io.datalchemy.expression.Comparison;
import io.datalchemy.expression.Interval;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a draft's orderings consistent, and carries bounds along them, so that a column drawn
 * within its domain leaves room for the columns that are ordered against it.
 */
final class OrderPropagation {
  private final Terms terms;
  private final List<String> columns;

  OrderPropagation(Terms terms, List<String> columns) {
    this.terms = terms;
    this.columns = columns;
  }

  /** The draft with its orderings thought through; empty if they contradict each other. */
  Optional<Draft> apply(Draft draft) {
    Set<Ordering> binding = new LinkedHashSet<>();
    for (Ordering ordering : draft.orderings()) {
      if (isNotNull(draft, ordering.left()) && isNotNull(draft, ordering.right())) {
        binding.add(ordering);
      }
    }
    OrderClosure closure = new OrderClosure(columns, binding);
    if (closure.isContradictory()) {
      return Optional.empty();
    }
    Set<Ordering> orderings = closure.orderings();
    return carry(draft.withOrderings(orderings));
  }

  /** Whether the binding orderings can hold, for a draft whose other orderings are kept. */
  boolean isConsistent(Draft draft) {
    return apply(draft).isPresent();
  }

  private static boolean isNotNull(Draft draft, String column) {
    return draft.domain(column).nullness() == Nullness.NOT_NULL;
  }

  private Optional<Draft> carry(Draft draft) {
    Optional<Draft> current = Optional.of(draft);
    for (int pass = 0; pass <= columns.size() && current.isPresent(); pass++) {
      Draft before = current.get();
      for (Ordering ordering : before.orderings()) {
        current = current.flatMap(d -> carry(d, ordering));
      }
      if (current.filter(before::equals).isPresent()) {
        return current;
      }
    }
    return current;
  }

  private Optional<Draft> carry(Draft draft, Ordering ordering) {
    return switch (ordering.operator()) {
      case LESS, LESS_EQUAL -> below(draft, ordering).flatMap(d -> above(d, ordering));
      case GREATER, GREATER_EQUAL ->
          leftAbove(draft, ordering).flatMap(d -> rightBelow(d, ordering));
      case EQUAL -> ordering.isPlain() ? equal(draft, ordering) : Optional.of(draft);
      case NOT_EQUAL -> unequal(draft, ordering);
    };
  }

  /** The left side's greatest value from the right side's. */
  private Optional<Draft> below(Draft draft, Ordering o) {
    return end(draft, o.right(), -1)
        .map(end -> narrowed(draft, o.left(), shift(end, o.offset(), 1), o.operator()))
        .orElse(Optional.of(draft));
  }

  /** The right side's least value from the left side's. */
  private Optional<Draft> above(Draft draft, Ordering o) {
    return end(draft, o.left(), 1)
        .map(end -> narrowed(draft, o.right(), shift(end, o.offset(), -1), o.operator().mirrored()))
        .orElse(Optional.of(draft));
  }

  private Optional<Draft> leftAbove(Draft draft, Ordering o) {
    return end(draft, o.right(), 1)
        .map(end -> narrowed(draft, o.left(), shift(end, o.offset(), 1), o.operator()))
        .orElse(Optional.of(draft));
  }

  private Optional<Draft> rightBelow(Draft draft, Ordering o) {
    return end(draft, o.left(), -1)
        .map(end -> narrowed(draft, o.right(), shift(end, o.offset(), -1), o.operator().mirrored()))
        .orElse(Optional.of(draft));
  }

  /** The end of a column's range: its least value (1) or its greatest (-1). */
  private record End(Object value, boolean inclusive) {}

  private Optional<End> end(Draft draft, String column, int direction) {
    ValueType type = terms.type(column);
    if (!PlainValue.isOrdered(type)) {
      return Optional.empty();
    }
    ColumnDomain domain = draft.domain(column);
    if (domain.allowed().isPresent()) {
      return domain.allowed().get().stream()
          .map(text -> PlainValue.parse(type, text))
          .min((a, b) -> PlainValue.compare(a, b) * direction)
          .map(value -> new End(value, true));
    }
    Optional<Bound> bound = direction > 0 ? domain.min() : domain.max();
    return bound.map(b -> new End(PlainValue.parse(type, b.value()), b.inclusive()));
  }

  /** The end moved by the offset; empty where that is not exact. */
  private static Optional<End> shift(End end, Offset offset, int direction) {
    if (offset instanceof Offset.None) {
      return Optional.of(end);
    }
    if (offset instanceof Offset.Amount amount) {
      BigDecimal by = amount.value().multiply(BigDecimal.valueOf(direction));
      if (end.value() instanceof BigDecimal number) {
        return Optional.of(new End(number.add(by), end.inclusive()));
      }
      LocalDateTime moment = (LocalDateTime) end.value();
      return Optional.of(new End(moment.plusDays(by.longValue()), end.inclusive()));
    }
    Interval span = ((Offset.Span) offset).value();
    boolean exact = span.months() == 0 && !(end.value() instanceof LocalTime);
    if (!exact) {
      return Optional.empty();
    }
    LocalDateTime moment =
        ((LocalDateTime) end.value())
            .plusDays(span.days() * direction)
            .plus(span.micros() * direction, ChronoUnit.MICROS);
    return Optional.of(new End(moment, end.inclusive()));
  }

  private Optional<Draft> narrowed(
      Draft draft, String column, Optional<End> end, Comparison operator) {
    if (end.isEmpty()) {
      return Optional.of(draft);
    }
    boolean upper = operator == Comparison.LESS || operator == Comparison.LESS_EQUAL;
    boolean strict = operator.isStrict() || !end.get().inclusive();
    Comparison exact =
        upper
            ? strict ? Comparison.LESS : Comparison.LESS_EQUAL
            : strict ? Comparison.GREATER : Comparison.GREATER_EQUAL;
    return intersect(draft, column, exact, end.get().value());
  }

  private Optional<Draft> intersect(Draft draft, String column, Comparison operator, Object value) {
    ValueType type = terms.type(column);
    return DomainAlgebra.compared(type, operator, value)
        .flatMap(domain -> DomainAlgebra.intersection(type, draft.domain(column), domain))
        .map(domain -> draft.with(column, domain));
  }

  private Optional<Draft> equal(Draft draft, Ordering o) {
    if (!terms.type(o.left()).equals(terms.type(o.right()))) {
      return below(draft, sameAs(o, Comparison.LESS_EQUAL))
          .flatMap(d -> above(d, sameAs(o, Comparison.LESS_EQUAL)))
          .flatMap(d -> leftAbove(d, sameAs(o, Comparison.GREATER_EQUAL)))
          .flatMap(d -> rightBelow(d, sameAs(o, Comparison.GREATER_EQUAL)));
    }
    ValueType type = terms.type(o.left());
    return DomainAlgebra.intersection(type, draft.domain(o.left()), draft.domain(o.right()))
        .map(common -> draft.with(o.left(), common).with(o.right(), common));
  }

  private static Ordering sameAs(Ordering o, Comparison operator) {
    return Ordering.of(o.left(), operator, o.right());
  }

  /** Two columns with one value each, the same. */
  private Optional<Draft> unequal(Draft draft, Ordering o) {
    Optional<List<String>> left = draft.domain(o.left()).allowed();
    boolean same =
        o.isPlain()
            && left.isPresent()
            && left.get().size() == 1
            && left.equals(draft.domain(o.right()).allowed());
    return same ? Optional.empty() : Optional.of(draft);
  }
}
