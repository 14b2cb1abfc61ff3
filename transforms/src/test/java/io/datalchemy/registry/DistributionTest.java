package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.json.Json;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values occur as often as the distribution says, within the bounds and not piled on them. */
class DistributionTest {
  private static final int ROWS = 100_000;
  private static final Generators GENERATORS =
      Generators.builtIn().forPlan("pt_BR", LocalDate.of(2026, 1, 1));
  private static final ValueType INT = ValueType.of(TypeFamily.INTEGER, "int4");
  private static final ValueType DATE = ValueType.of(TypeFamily.DATE, "date");
  private static final ValueType TIME = ValueType.of(TypeFamily.TIME, "time");
  private static final ValueType TIMESTAMP = ValueType.of(TypeFamily.TIMESTAMP, "timestamp");
  private static final ValueType TIMESTAMPTZ = ValueType.of(TypeFamily.TIMESTAMPTZ, "timestamptz");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", java.util.Locale.ROOT);

  @Test
  void normalHasItsMeanAndDeviation() {
    double[] values =
        numbers(
            "primitive.decimal.numeric",
            ValueType.numeric(12, 2),
            "{'min': 0, 'max': 1000, 'distribution': {'kind': 'normal', 'mean': 400, 'stddev': 50}}");
    assertEquals(400, mean(values), 1);
    assertEquals(50, deviation(values), 0.7);
    assertEquals(0.6827, share(values, v -> v >= 350 && v < 450), 0.006);
    assertEquals(0.0228, share(values, v -> v >= 500), 0.002);
  }

  @Test
  void normalCutToItsBoundsIsNotPiledOnThem() {
    double[] values =
        numbers(
            "primitive.int.range",
            INT,
            "{'min': 0, 'max': 100, 'distribution': {'kind': 'normal', 'mean': 0, 'stddev': 50}}");
    assertEquals(0, Arrays.stream(values).min().orElseThrow());
    assertEquals(100, Arrays.stream(values).max().orElseThrow());
    assertEquals(share(values, v -> v == 1), share(values, v -> v == 0), 0.003);
    assertEquals(share(values, v -> v == 99), share(values, v -> v == 100), 0.003);
  }

  @Test
  void lognormalHasItsMedianAndSpread() {
    double[] values =
        numbers(
            "primitive.float.range",
            ValueType.of(TypeFamily.FLOAT, "float8"),
            "{'min': 0, 'max': 1000000,"
                + " 'distribution': {'kind': 'lognormal', 'median': 200, 'sigma': 0.5}}");
    double[] logs = Arrays.stream(values).map(Math::log).toArray();
    assertEquals(Math.log(200), mean(logs), 0.01);
    assertEquals(0.5, deviation(logs), 0.01);
  }

  @Test
  void exponentialFallsOffFromTheSmallestValue() {
    double[] values =
        numbers(
            "primitive.int.range",
            ValueType.of(TypeFamily.INTEGER, "int8"),
            "{'min': 1000, 'max': 10000000, 'distribution': {'kind': 'exponential', 'mean': 500}}");
    assertEquals(1500, mean(values), 10);
    assertEquals(1 - Math.exp(-1), share(values, v -> v < 1500), 0.006);
  }

  @Test
  void zipfFavoursTheFirstValues() {
    double[] values =
        numbers(
            "primitive.int.range",
            INT,
            "{'min': 1, 'max': 1000, 'distribution': {'kind': 'zipf', 'exponent': 1.2}}");
    double total = 0;
    for (int k = 1; k <= 1000; k++) {
      total += Math.pow(k, -1.2);
    }
    for (int k : new int[] {1, 2, 5, 10}) {
      double expected = Math.pow(k, -1.2) / total;
      double rank = k;
      assertEquals(expected, share(values, v -> v == rank), 0.1 * expected, "value " + k);
    }
  }

  @Test
  void weightedHasOnlyItsChoices() {
    assertEquals(
        Map.of("5", 3, "90", 1),
        ratios(
            texts(
                "primitive.int.range",
                INT,
                "{'distribution': {'kind': 'weighted', 'choices':"
                    + " [{'value': 5, 'weight': 3}, {'value': 90, 'weight': 1}]}}"),
            4));
  }

  @Test
  void histogramIsEvenWithinItsBuckets() {
    double[] values =
        numbers(
            "primitive.int.range",
            INT,
            "{'min': 0, 'max': 100, 'distribution': {'kind': 'histogram', 'buckets': ["
                + "{'min': 0, 'max': 10, 'weight': 6}, {'min': 10, 'max': 90, 'weight': 3},"
                + "{'min': 90, 'max': 100, 'weight': 1}]}}");
    assertEquals(0.6, share(values, v -> v < 10), 0.006);
    assertEquals(0.06, share(values, v -> v == 9), 0.003);
    assertEquals(0.3, share(values, v -> v >= 10 && v < 90), 0.006);
    assertEquals(0.1 / 11, share(values, v -> v == 100), 0.002);
  }

  @Test
  void choicesOfAListOccurByRankOrWeight() {
    String values = "{'values': ['a', 'b', 'c'], 'distribution': ";
    assertEquals(
        Map.of("a", 6, "b", 3, "c", 2),
        ratios(texts("primitive.enum", ValueType.text(), values + "'zipf'}"), 11));
    assertEquals(
        Map.of("a", 1, "c", 4),
        ratios(
            texts(
                "primitive.enum",
                ValueType.text(),
                values
                    + "{'kind': 'weighted', 'choices':"
                    + " [{'value': 'c', 'weight': 0.8}, {'value': 'a', 'weight': 0.2}]}}"),
            5));
  }

  @Test
  void datesOccurByMonthAndWeekday() {
    List<LocalDate> dates =
        texts(
                "primitive.date",
                DATE,
                "{'distribution': {'kind': 'calendar', 'weekdays': 'business',"
                    + " 'months': [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 4]}}")
            .stream()
            .map(LocalDate::parse)
            .toList();
    assertTrue(dates.stream().noneMatch(d -> d.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0));
    double december = dates.stream().filter(d -> d.getMonthValue() == 12).count();
    double june = dates.stream().filter(d -> d.getMonthValue() == 6).count();
    assertEquals(4, december / june, 0.5);
  }

  @Test
  void noDateIsABankHolidayOfBrazil() {
    String range =
        "{'min': '2026-04-01', 'max': '2026-04-30', 'distribution': {'kind': 'calendar',";
    List<String> april =
        texts("primitive.date", DATE, range + " 'weekdays': 'business', 'holidays': 'BR'}}");
    assertEquals(20, april.stream().distinct().count());
    assertFalse(april.contains("2026-04-03"), "Good Friday");
    assertFalse(april.contains("2026-04-21"), "Tiradentes");
    assertTrue(
        texts("primitive.date", DATE, range + " 'weekdays': 'business'}}").contains("2026-04-21"));
    assertEquals(
        List.of("primitive.date: distribution.holidays: must be BR, was \"US\""),
        GENERATORS.check(call("primitive.date", range + " 'holidays': 'US'}}"), DATE));
  }

  @Test
  void momentsOccurInBusinessHoursOfTheOffset() {
    String settings =
        "'distribution': {'kind': 'calendar', 'hours': 'business', 'weekdays': 'business'";
    List<LocalDateTime> plain =
        moments(texts("primitive.timestamp", TIMESTAMP, "{" + settings + "}}"));
    assertEquals(8, plain.stream().mapToInt(LocalDateTime::getHour).min().orElseThrow());
    assertEquals(17, plain.stream().mapToInt(LocalDateTime::getHour).max().orElseThrow());
    List<LocalDateTime> zoned =
        moments(
            texts("primitive.timestamp", TIMESTAMPTZ, "{" + settings + ", 'offset': '-03:00'}}"));
    assertEquals(11, zoned.stream().mapToInt(LocalDateTime::getHour).min().orElseThrow());
    assertEquals(20, zoned.stream().mapToInt(LocalDateTime::getHour).max().orElseThrow());
  }

  @Test
  void timesOccurByHour() {
    List<String> times =
        texts(
            "primitive.time",
            TIME,
            "{'min': '08:30:00', 'max': '09:29:59', 'distribution': {'kind': 'calendar', 'hours':"
                + " [0,0,0,0,0,0,0,0,1,3,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}}");
    assertEquals(
        Map.of("08", 1, "09", 3), ratios(times.stream().map(t -> t.substring(0, 2)).toList(), 4));
    assertEquals("08:30:00", times.stream().min(String::compareTo).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'norml' | distribution.kind: unknown kind 'norml'; did you mean 'normal'?",
        "{'kind': 'normal', 'sigma': 2} | distribution.sigma: unknown setting of normal; there are:"
            + " mean, stddev",
        "{'kind': 'normal', 'stddev': 0} | distribution.stddev: must be above 0, was 0.0",
        "{'kind': 'normal', 'mean': 'x'} | distribution.mean: must be a number, was \"x\"",
        "{'kind': 'normal', 'mean': 1e9} | distribution: next to nothing of it lies between min and"
            + " max; move the one or the other",
        "{'kind': 'weighted'} | distribution.choices: must be a list with an element at least, was"
            + " missing",
        "{'kind': 'weighted', 'choices': [{'value': -3, 'weight': 1}]} | distribution.choices: none"
            + " of them lies between min and max and has a weight",
        "{'kind': 'histogram', 'buckets': [{'min': 9, 'max': 9, 'weight': 1}]} |"
            + " distribution.buckets[0].max: must be above min, was 9",
        "{'kind': 'calendar'} | distribution.kind: calendar is for dates and times, the column holds"
            + " numbers",
        "7 | distribution: must be a kind or an object {kind, …}, was 7",
      })
  void refusesWhatMakesNoSense(String distribution, String message) {
    assertEquals(
        List.of(message),
        GENERATORS
            .check(call("primitive.int.range", "{'distribution': " + distribution + "}"), INT)
            .stream()
            .map(words -> words.replace("primitive.int.range: ", ""))
            .toList());
  }

  @Test
  void aUniqueColumnTakesNoDistribution() {
    assertEquals(
        java.util.OptionalLong.empty(),
        GENERATORS.valueSpace(call("primitive.int.range", "{'distribution': 'zipf'}"), INT, false));
  }

  private static List<LocalDateTime> moments(List<String> texts) {
    return texts.stream().map(t -> LocalDateTime.parse(t.substring(0, 19), MOMENT)).toList();
  }

  /** How often each occurs, in parts of the whole. */
  private static Map<String, Integer> ratios(List<String> texts, int parts) {
    return texts.stream()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> (int) Math.round((double) e.getValue() * parts / texts.size())));
  }

  private static double[] numbers(String id, ValueType type, String params) {
    return texts(id, type, params).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String> texts(String id, ValueType type, String params) {
    ValueGenerator generator = GENERATORS.create(call(id, params), type, List.of(), false);
    return Filled.texts(Filled.column(generator, type, ROWS, List.of()), ROWS);
  }

  private static GeneratorCall call(String id, String params) {
    try {
      return GeneratorCall.of(
          id, Json.mapper().readValue(params.replace('\'', '"'), Parameters.class));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
  }

  private static double share(double[] values, java.util.function.DoublePredicate counts) {
    return (double) Arrays.stream(values).filter(counts).count() / values.length;
  }
}
