package io.datalchemy.generator.number;

import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.generator.scalar.Scalar;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far a line of numbers or time reaches, and how finely it can be cut into slots.
 *
 * @param low the first point, {@code high} the last, in the type's longs
 * @param wanted how long the line is where that leaves slots wide enough
 * @param units what slots may be cut in, coarsest first
 * @param widest the most units of a slot
 * @param today the point around which a line without bounds lies
 */
record LineLimits(
    ValueType type,
    long low,
    long high,
    long wanted,
    List<Long> units,
    long widest,
    OptionalLong today) {
  private static final long MAX_SLOTS = 1L << 40;
  private static final long FIRST_DAY = LocalDate.of(1, 1, 2).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 30).toEpochDay();
  private static final long MINUTE = 60 * Moments.MICROS_PER_SECOND;
  private static final List<Long> TIMES =
      List.of(
          60 * MINUTE,
          30 * MINUTE,
          15 * MINUTE,
          5 * MINUTE,
          MINUTE,
          Moments.MICROS_PER_SECOND,
          1000L,
          1L);
  private static final int MICROS_DIGITS = 6;

  static LineLimits of(GeneratorRequest request) {
    ValueType type = pointType(request.type());
    LineLimits limits = ofType(type, request.asOf().toEpochDay());
    OptionalLong min = bound(request, "min", type);
    OptionalLong max = bound(request, "max", type);
    long low = Math.max(limits.low, min.orElse(limits.low));
    long high = Math.min(limits.high, max.orElse(limits.high));
    OptionalLong anchor =
        min.isPresent() ? min : max.isPresent() ? OptionalLong.of(high) : limits.today;
    LineLimits bounded =
        new LineLimits(type, low, high, limits.wanted, limits.units, limits.widest, anchor);
    if (bounded.maxSlots() < 1) {
      throw new IllegalArgumentException("min: no slot fits between min and max");
    }
    return bounded;
  }

  private static ValueType pointType(ValueType type) {
    return switch (type.name()) {
      case "int4range" -> ValueType.of(TypeFamily.INTEGER, "int4");
      case "int8range" -> ValueType.of(TypeFamily.INTEGER, "int8");
      case "numrange" -> ValueType.numeric(18, 2);
      case "daterange" -> ValueType.of(TypeFamily.DATE, "date");
      case "tsrange" -> ValueType.of(TypeFamily.TIMESTAMP, "timestamp");
      case "tstzrange" -> ValueType.of(TypeFamily.TIMESTAMPTZ, "timestamptz");
      default -> type;
    };
  }

  private static LineLimits ofType(ValueType type, long today) {
    return switch (type.family()) {
      case INTEGER, DECIMAL -> {
        long high = Numbers.largest(type);
        long whole = PowersOfTen.of(type.family() == TypeFamily.DECIMAL ? type.decimals() : 0);
        List<Long> units = whole > 1 && high / whole > 2 ? List.of(whole, 1L) : List.of(1L);
        long wanted = Math.min(high, 1_000_000 * whole);
        yield new LineLimits(type, 0, high, wanted, units, 100, OptionalLong.empty());
      }
      case DATE ->
          new LineLimits(type, FIRST_DAY, LAST_DAY, 3650, List.of(1L), 10, OptionalLong.of(today));
      case TIMESTAMP, TIMESTAMPTZ ->
          new LineLimits(
              type,
              FIRST_DAY * Moments.MICROS_PER_DAY,
              LAST_DAY * Moments.MICROS_PER_DAY,
              3650 * Moments.MICROS_PER_DAY,
              times(type),
              24,
              OptionalLong.of(today * Moments.MICROS_PER_DAY));
      default ->
          throw new IllegalArgumentException(
              "type: must be a number, a date, a timestamp or a built-in range of these, was "
                  + type.name());
    };
  }

  /** The units that the column's precision can write. */
  private static List<Long> times(ValueType type) {
    long least = PowersOfTen.of(MICROS_DIGITS - type.scale().orElse(MICROS_DIGITS));
    return TIMES.stream().filter(unit -> unit % least == 0).toList();
  }

  private static OptionalLong bound(GeneratorRequest request, String name, ValueType type) {
    return request
        .params()
        .text(name)
        .map(text -> OptionalLong.of(((Scalar.OfLong) Scalar.parse(type, text)).value()))
        .orElse(OptionalLong.empty());
  }

  /** The most slots of two units of the finest kind. */
  long maxSlots() {
    long finest = units.get(units.size() - 1);
    return high < low ? 0 : Math.min(MAX_SLOTS, (high - low) / finest / 2);
  }

  /** So many slots: as long as wanted if that is enough for the units, else as short as it must. */
  Slots.Line line(long slots) {
    long room = Math.min(wanted, high - low) / slots;
    for (long unit : units) {
      if (room / unit >= 2) {
        return at(slots, unit, Math.min(widest, room / unit));
      }
    }
    return at(slots, units.get(units.size() - 1), 2);
  }

  private Slots.Line at(long slots, long unit, long count) {
    long length = slots * unit * count;
    long before = slots * 2 / 3 * unit * count;
    boolean isBounded = today.isPresent() && (today.getAsLong() <= low);
    long start = today.isEmpty() || isBounded ? low : today.getAsLong() - before;
    long latest = high - length;
    long first = Math.max(low, Math.min(start, latest));
    long aligned = -Math.floorDiv(-first, unit) * unit;
    return new Slots.Line(type, aligned + length <= high ? aligned : first, unit, count);
  }
}
