package io.datalchemy.generator.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.calendar.BankHolidays;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.generator.scalar.Moments;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.CivilDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Moments by month, day of the week and hour of the day: a weight for each day or hour of the
 * range, and evenly within it.
 */
final class Calendar implements Distribution {
  private static final int MAX_SLOTS = 2_000_000;
  private static final int HOURS = 24;
  private static final int WEEKDAYS = 7;
  private static final int MONTHS = 12;
  private static final int MONDAY_OF_EPOCH = 3;
  private static final double[] BUSINESS_DAYS = {1, 1, 1, 1, 1, 0, 0};
  private static final double[] BUSINESS_HOURS = {
    0, 0, 0, 0, 0, 0, 0, 0, 2, 5, 6, 5, 2, 4, 6, 6, 5, 3, 0, 0, 0, 0, 0, 0
  };

  private final LongRange range;
  private final long firstSlotAt;
  private final long slotLength;
  private final double[] upTo;

  private Calendar(LongRange range, long firstSlotAt, long slotLength, double[] upTo) {
    this.range = range;
    this.firstSlotAt = firstSlotAt;
    this.slotLength = slotLength;
    this.upTo = upTo;
  }

  /** The weights of a calendar; a list that is left out weighs all alike. */
  private static final class Seasons {
    private final double[] months;
    private final double[] weekdays;
    private final double[] hours;
    private final boolean isClosedOnHolidays;
    private long day = Long.MIN_VALUE;
    private double weightOfDay;

    Seasons(double[] months, double[] weekdays, double[] hours, boolean isClosedOnHolidays) {
      this.months = months;
      this.weekdays = weekdays;
      this.hours = hours;
      this.isClosedOnHolidays = isClosedOnHolidays;
    }

    double ofHour(int hour) {
      return hours[hour];
    }

    double ofDay(long asked) {
      if (asked != day) {
        day = asked;
        boolean isClosed =
            isClosedOnHolidays && BankHolidays.isHoliday(LocalDate.ofEpochDay(asked));
        weightOfDay = isClosed ? 0 : season(asked);
      }
      return weightOfDay;
    }

    private double season(long asked) {
      long date = CivilDate.ofEpochDay(asked);
      return months[(int) CivilDate.month(date) - 1]
          * weekdays[Math.floorMod(asked + MONDAY_OF_EPOCH, WEEKDAYS)];
    }
  }

  static Calendar over(LongRange range, Scale scale, Settings settings) {
    Seasons seasons = seasons(scale, settings);
    boolean byHour = settings.find("hours").isPresent();
    long day = scale.kind() == Scale.Kind.DAYS ? 1 : Moments.MICROS_PER_DAY;
    long slotLength = byHour ? day / HOURS : day;
    long offset = settings.find("offset").map(Calendar::offset).orElse(0L);
    long firstSlotAt = Math.floorDiv(range.first() + offset, slotLength) * slotLength - offset;
    long slots = (range.at(range.count() - 1) - firstSlotAt) / slotLength + 1;
    if (slots > MAX_SLOTS) {
      throw new IllegalArgumentException(
          "distribution: a calendar takes "
              + MAX_SLOTS
              + (byHour ? " hours" : " days")
              + " at most, were "
              + slots
              + "; move min and max closer");
    }
    Calendar calendar = new Calendar(range, firstSlotAt, slotLength, new double[(int) slots]);
    calendar.weigh(seasons, offset, day);
    return calendar;
  }

  private void weigh(Seasons seasons, long offset, long day) {
    double sum = 0;
    for (int k = 0; k < upTo.length; k++) {
      long local = firstSlotAt + k * slotLength + offset;
      double hour = seasons.ofHour((int) (Math.floorMod(local, day) * HOURS / day));
      long values = first(k + 1) - first(k);
      double share = (double) values * range.step() / slotLength;
      sum += share * hour * seasons.ofDay(Math.floorDiv(local, day));
      upTo[k] = sum;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "distribution: no moment between min and max has a weight in the calendar");
    }
  }

  /** The place of the first value that does not lie before a slot. */
  private long first(int slot) {
    long from = firstSlotAt + slot * slotLength - range.first();
    long place = -Math.floorDiv(-from, range.step());
    return Math.max(0, Math.min(range.count(), place));
  }

  @Override
  public long index(long bits) {
    double total = upTo[upTo.length - 1];
    double at = Math.min(CellRandom.unit(bits) * total, Math.nextDown(total));
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return first(low) + CellRandom.below(CellRandom.more(bits, 1), first(low + 1) - first(low));
  }

  private static Seasons seasons(Scale scale, Settings settings) {
    switch (scale.kind()) {
      case NUMBER ->
          throw new IllegalArgumentException(
              "distribution.kind: calendar is for dates and times, the column holds numbers");
      case DAYS -> settings.only("months", "weekdays", "holidays");
      case MICROS_OF_DAY -> settings.only("hours");
      case MICROS -> settings.only("months", "weekdays", "hours", "holidays", "offset");
    }
    return new Seasons(
        weights(settings, "months", MONTHS, new double[0]),
        weights(settings, "weekdays", WEEKDAYS, BUSINESS_DAYS),
        weights(settings, "hours", HOURS, BUSINESS_HOURS),
        isClosedOnHolidays(settings));
  }

  private static boolean isClosedOnHolidays(Settings settings) {
    Optional<JsonNode> country = settings.find("holidays");
    if (country.isPresent() && !country.get().asText().equals("BR")) {
      throw Settings.wrong("holidays", "must be BR", country.get());
    }
    return country.isPresent();
  }

  private static double[] weights(Settings settings, String name, int count, double[] business) {
    JsonNode given = settings.find(name).orElse(null);
    if (given == null) {
      double[] even = new double[count];
      java.util.Arrays.fill(even, 1);
      return even;
    }
    if (business.length > 0 && given.asText().equals("business")) {
      return business;
    }
    List<JsonNode> listed = settings.list(name);
    if (listed.size() != count || !listed.stream().allMatch(Calendar::isWeight)) {
      throw Settings.wrong(name, "must be " + count + " weights, 0 or more", given);
    }
    return listed.stream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  private static boolean isWeight(JsonNode node) {
    return node.isNumber() && node.doubleValue() >= 0 && !Double.isInfinite(node.doubleValue());
  }

  private static long offset(JsonNode text) {
    try {
      return ZoneOffset.of(text.asText()).getTotalSeconds() * Moments.MICROS_PER_SECOND;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "distribution.offset: must be like -03:00, was " + text, e);
    }
  }
}
