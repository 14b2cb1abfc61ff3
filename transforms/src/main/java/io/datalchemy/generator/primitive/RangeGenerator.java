package io.datalchemy.generator.primitive;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.generator.GeneratorFactory.PartMaker;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.number.MomentRange;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.PlainText;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.util.Locale;
import java.util.Optional;

/**
 * Ranges with their lower bound and without their upper, as PostgreSQL prints them; of subtypes
 * that cannot be counted, ranges of one value.
 */
final class RangeGenerator implements Piece {
  private static final long NUMBERS = 1_000_000;
  private static final long MAX_WIDTH = 1000;
  private static final long MAX_DAYS = 90;
  private static final long MINUTES_PER_DAY = 24 * 60;
  private static final long MAX_SPAN = 4 * 60;
  private static final long MAX_MINUTES = 60L * 24 * 30;
  private static final long MICROS_PER_MINUTE = 60 * Moments.MICROS_PER_SECOND;

  private final ValueType bound;
  private final long first;
  private final long firstCount;
  private final long unit;
  private final long widths;
  private final boolean isMultirange;

  private RangeGenerator(Bounds bounds, boolean isMultirange) {
    this.bound = bounds.type;
    this.first = bounds.first;
    this.firstCount = bounds.count;
    this.unit = bounds.unit;
    this.widths = bounds.widths;
    this.isMultirange = isMultirange;
  }

  static ValueGenerator generator(GeneratorRequest request, PartMaker parts) {
    return request.type().element().isPresent()
        ? created(request, request.type().element().get(), parts)
        : builtIn(request);
  }

  private static ValueGenerator builtIn(GeneratorRequest request) {
    String name = request.type().name().toLowerCase(Locale.ROOT);
    boolean isMultirange = name.endsWith("multirange");
    String range = isMultirange ? name.replace("multirange", "range") : name;
    return TextGenerator.fitting(
        new RangeGenerator(bounds(range, firstDay(request)), isMultirange), request);
  }

  /** A range type that somebody created, or its multirange. */
  private static ValueGenerator created(
      GeneratorRequest request, ValueType element, PartMaker parts) {
    boolean isMultirange = element.family() == TypeFamily.RANGE && element.element().isPresent();
    ValueType subtype = isMultirange ? element.element().get() : element;
    Optional<Bounds> bounds =
        request.params().has("element")
            ? Optional.empty()
            : subtypeBounds(subtype, firstDay(request));
    if (bounds.isPresent()) {
      return TextGenerator.fitting(new RangeGenerator(bounds.get(), isMultirange), request);
    }
    GeneratorCall call =
        request
            .params()
            .find("element")
            .map(PartCalls::read)
            .orElseGet(() -> PartCalls.of(subtype));
    return new SingleValueRange(parts.make(call, subtype), subtype, isMultirange);
  }

  private static long firstDay(GeneratorRequest request) {
    return request.asOf().toEpochDay() - MomentRange.WINDOW_DAYS;
  }

  private static Optional<Bounds> subtypeBounds(ValueType subtype, long firstDay) {
    return switch (subtype.family()) {
      case INTEGER ->
          Optional.of(
              new Bounds(
                  subtype, 0, Math.min(NUMBERS, subtype.maxInteger() - MAX_WIDTH), 1, MAX_WIDTH));
      case DECIMAL, FLOAT -> Optional.of(bounds("numrange", firstDay));
      case DATE -> Optional.of(bounds("daterange", firstDay));
      case TIMESTAMP -> Optional.of(bounds("tsrange", firstDay));
      case TIMESTAMPTZ -> Optional.of(bounds("tstzrange", firstDay));
      case TIME ->
          Optional.of(
              new Bounds(subtype, 0, MINUTES_PER_DAY - MAX_SPAN, MICROS_PER_MINUTE, MAX_SPAN - 1));
      default -> Optional.empty();
    };
  }

  private static Bounds bounds(String range, long firstDay) {
    long firstMicros = firstDay * Moments.MICROS_PER_DAY;
    long minutes = MomentRange.WINDOW_DAYS * 24 * 60;
    return switch (range) {
      case "int4range", "int8range" ->
          new Bounds(type(TypeFamily.INTEGER, "int4"), 0, NUMBERS, 1, MAX_WIDTH);
      case "numrange" -> new Bounds(ValueType.numeric(18, 2), 0, NUMBERS, 1, MAX_WIDTH);
      case "daterange" ->
          new Bounds(type(TypeFamily.DATE, "date"), firstDay, MomentRange.WINDOW_DAYS, 1, MAX_DAYS);
      case "tsrange" ->
          new Bounds(
              type(TypeFamily.TIMESTAMP, "timestamp"),
              firstMicros,
              minutes,
              MICROS_PER_MINUTE,
              MAX_MINUTES);
      case "tstzrange" ->
          new Bounds(
              type(TypeFamily.TIMESTAMPTZ, "timestamptz"),
              firstMicros,
              minutes,
              MICROS_PER_MINUTE,
              MAX_MINUTES);
      default ->
          throw new IllegalArgumentException(
              "type: must be a built-in range type, was "
                  + range
                  + "; use primitive.constant or primitive.enum with values");
    };
  }

  private static ValueType type(TypeFamily family, String name) {
    return ValueType.of(family, name);
  }

  @Override
  public long size() {
    return firstCount * widths;
  }

  @Override
  public int minChars() {
    return 0;
  }

  @Override
  public int maxChars() {
    return 64;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long lower = first + index / widths * unit;
    long upper = lower + (index % widths + 1) * unit;
    brace('{', out);
    out.put('[');
    putBound(lower, out);
    out.put(',');
    putBound(upper, out);
    out.put(')');
    brace('}', out);
  }

  private void putBound(long value, ColumnVector out) {
    boolean hasSpace = bound.family() != TypeFamily.TIME && unit == MICROS_PER_MINUTE;
    if (hasSpace) {
      out.put('"');
    }
    PlainText.putLong(bound, value, out);
    if (hasSpace) {
      out.put('"');
    }
  }

  private void brace(int c, ColumnVector out) {
    if (isMultirange) {
      out.put(c);
    }
  }

  /** The first lower bound, how many lower bounds, their unit, and the widths in units. */
  private record Bounds(ValueType type, long first, long count, long unit, long widths) {}
}
