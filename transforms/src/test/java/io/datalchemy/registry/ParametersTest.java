package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.json.Json;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each parameter takes effect, in the column's own type. */
class ParametersTest {
  private static final int ROWS = 10_000;
  private static final Generators GENERATORS =
      Generators.builtIn().forPlan("pt_BR", LocalDate.of(2026, 1, 1));

  private static final Map<String, ValueType> TYPES =
      Map.ofEntries(
          Map.entry("int2", ValueType.of(TypeFamily.INTEGER, "int2")),
          Map.entry("int4", ValueType.of(TypeFamily.INTEGER, "int4")),
          Map.entry("int8", ValueType.of(TypeFamily.INTEGER, "int8")),
          Map.entry("numeric(6,2)", ValueType.numeric(6, 2)),
          Map.entry("numeric(12,4)", ValueType.numeric(12, 4)),
          Map.entry("float4", ValueType.of(TypeFamily.FLOAT, "float4")),
          Map.entry("float8", ValueType.of(TypeFamily.FLOAT, "float8")),
          Map.entry("bool", ValueType.of(TypeFamily.BOOLEAN, "bool")),
          Map.entry("date", ValueType.of(TypeFamily.DATE, "date")),
          Map.entry("time", ValueType.of(TypeFamily.TIME, "time")),
          Map.entry("timestamp", ValueType.of(TypeFamily.TIMESTAMP, "timestamp")),
          Map.entry("timestamp(3)", SampleTypes.scaled(TypeFamily.TIMESTAMP, "timestamp", 3)),
          Map.entry("timestamptz", ValueType.of(TypeFamily.TIMESTAMPTZ, "timestamptz")),
          Map.entry("text", ValueType.text()),
          Map.entry("varchar(3)", ValueType.varchar(3)),
          Map.entry("varchar(11)", ValueType.varchar(11)),
          Map.entry("varchar(14)", ValueType.varchar(14)),
          Map.entry("bytea", ValueType.of(TypeFamily.BYTEA, "bytea")),
          Map.entry("inet", ValueType.of(TypeFamily.INET, "inet")),
          Map.entry("interval", ValueType.of(TypeFamily.INTERVAL, "interval")),
          Map.entry("jsonb", ValueType.of(TypeFamily.JSON, "jsonb")),
          Map.entry("mood", SampleTypes.labelled("sad", "ok", "happy")),
          Map.entry("text[]", SampleTypes.arrayOf(ValueType.text())));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "primitive.int.range | int4 | {\"min\": 5, \"max\": 7} | 5 | 7 | 3",
        "primitive.int.range | int2 | {\"min\": 32766, \"max\": 100000} | 32766 | 32767 | 2",
        "primitive.int.range | int4 | {\"max\": -9999} | -19999 | -9999 | 10001",
        "primitive.int.range | int4 | {\"min\": 20000} | 20000 | 30000 | 10001",
        "primitive.int.range | int4 | {\"min\": 0.5, \"max\": \"2.5\"} | 1 | 2 | 2",
        "primitive.int.range | numeric(6,2) | {\"min\": 5, \"max\": 7} | 5.00 | 7.00 | 3",
        "primitive.int.range | float8 | {\"min\": 5, \"max\": 7} | 5.0 | 7.0 | 3",
        "primitive.int.range | varchar(3) | {\"min\": -500, \"max\": 5000} | -99 | 999 | 1099",
        "primitive.int | int8 | {\"min\": -9223372036854775808, \"max\": -9223372036854775806} |"
            + " -9223372036854775808 | -9223372036854775806 | 3",
        "primitive.decimal.numeric | numeric(6,2) | {\"min\": 9999.5, \"max\": 1e9} | 9999.50 |"
            + " 9999.99 | 50",
        "primitive.decimal.numeric | numeric(12,4) | {\"scale\": 2, \"max\": 1} | 0.0000 | 1.0000 |"
            + " 101",
        "primitive.decimal.numeric | int4 | {\"min\": 0.1, \"max\": 2.9} | 1 | 2 | 2",
        "primitive.float.range | float8 | {\"min\": 0.25, \"max\": 0.3} | 0.25 | 0.3 | 5001",
        "primitive.float.range | float4 | {\"min\": -1, \"max\": 1} | -1.0 | 1.0 | 20001",
        "domain.finance.installments | int2 | {} | 1 | 12 | 12",
        "domain.crm.deal_value | int4 | {} | 1000 | 75000 | 74001",
        "semantic.br.money.brl | numeric(6,2) | {\"max\": 10.5} | 10.00 | 10.50 | 51",
      })
  void boundsNumbers(String id, String type, String params, String least, String most, long space) {
    List<String> texts = texts(id, type, params);
    Comparator<String> byNumber = Comparator.comparing(BigDecimal::new);
    assertTrue(texts.stream().allMatch(t -> byNumber.compare(t, least) >= 0), texts::toString);
    assertTrue(texts.stream().allMatch(t -> byNumber.compare(t, most) <= 0), texts::toString);
    List<String> numbered =
        Filled.numbered(generator(id, type, params).space().orElseThrow(), TYPES.get(type), ROWS);
    assertEquals(least, numbered.stream().min(byNumber).orElseThrow());
    assertEquals(most, numbered.stream().max(byNumber).orElseThrow());
    assertEquals(space, generator(id, type, params).space().orElseThrow().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "primitive.date | date | {\"min\": \"2024-02-28\", \"max\": \"2024-03-01\"} | 2024-02-28 |"
            + " 2024-03-01 | 3",
        "primitive.date | date | {} | 2021-01-01 | 2026-01-01 | 1827",
        "primitive.date | date | {\"min\": \"2030-01-01\"} | 2030-01-01 | 2035-01-01 | 1827",
        "primitive.date | date | {\"max\": \"2001-01-01\"} | 1996-01-02 | 2001-01-01 | 1827",
        "primitive.date | timestamp | {\"min\": \"2024-01-01\", \"max\": \"2024-01-02\"} |"
            + " 2024-01-01 00:00:00 | 2024-01-02 00:00:00 | 2",
        "primitive.date | text | {\"min\": \"2024-01-01\", \"max\": \"2024-01-02\"} | 2024-01-01 |"
            + " 2024-01-02 | 2",
        "primitive.timestamp | timestamp | {\"min\": \"2024-01-01T10:00:00\", \"max\":"
            + " \"2024-01-01 10:00:02\"} | 2024-01-01 10:00:00 | 2024-01-01 10:00:02 | 3",
        "primitive.timestamp | timestamptz | {\"min\": \"2024-01-01T10:00:00-03:00\", \"max\":"
            + " \"2024-01-01T13:00:01Z\"} | 2024-01-01 13:00:00+00 | 2024-01-01 13:00:01+00 | 2",
        "primitive.timestamp | timestamp(3) | {\"min\": \"2024-01-01T10:00:00.0005\", \"max\":"
            + " \"2024-01-01T10:00:00.003\"} | 2024-01-01 10:00:00.001 | 2024-01-01 10:00:00.003 |"
            + " 3",
        "primitive.timestamp | timestamp(3) | {\"min\": \"2024-01-01T10:00:00\", \"max\":"
            + " \"2024-01-01T10:00:01\", \"precision\": 6} | 2024-01-01 10:00:00 | 2024-01-01"
            + " 10:00:01 | 1001",
        "primitive.timestamp | date | {\"min\": \"2024-01-01T10:00:00\", \"max\":"
            + " \"2024-01-02T10:00:00\"} | 2024-01-01 | 2024-01-02 | 2",
        "primitive.time | time | {\"min\": \"08:00\", \"max\": \"08:00:02\"} | 08:00:00 | 08:00:02 |"
            + " 3",
        "primitive.time | time | {\"max\": \"00:00:01\"} | 00:00:00 | 00:00:01 | 2",
        "semantic.time.date | date | {} | 2021-01-01 | 2026-01-01 | 1827",
      })
  void boundsMoments(String id, String type, String params, String least, String most, long space) {
    List<String> texts = texts(id, type, params);
    assertTrue(texts.stream().allMatch(t -> t.compareTo(least) >= 0), texts::toString);
    assertTrue(texts.stream().allMatch(t -> t.compareTo(most) <= 0), texts::toString);
    List<String> numbered =
        Filled.numbered(generator(id, type, params).space().orElseThrow(), TYPES.get(type), ROWS);
    assertEquals(least, numbered.get(0));
    assertEquals(most, numbered.get(numbered.size() - 1));
    assertEquals(space, generator(id, type, params).space().orElseThrow().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "primitive.int.sequence_hint | int4 | {} | 1 | 2 | 3",
        "primitive.int.sequence_hint | int4 | {\"start\": 10, \"step\": 5} | 10 | 15 | 20",
        "primitive.int.sequence_hint | int4 | {\"start\": 3, \"step\": -2} | 3 | 1 | -1",
        "primitive.int.sequence_hint | int4 | {\"start\": 1, \"max\": 2} | 1 | 2 | 1",
        "primitive.int.sequence_hint | numeric(6,2) | {} | 1.00 | 2.00 | 3.00",
        "primitive.int.sequence_hint | text | {\"start\": 100} | 100 | 101 | 102",
      })
  void countsRows(String id, String type, String params, String a, String b, String c) {
    assertEquals(List.of(a, b, c), texts(id, type, params).subList(0, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "primitive.text ; text ; {\"min_len\": 3, \"max_len\": 4, \"charset\": \"áb\"} ; [áb]{3,4}",
        "primitive.text ; varchar(3) ; {} ; [A-Za-z0-9]{1,3}",
        "primitive.text ; text ; {\"pattern\": \"x+\", \"max_repeat\": 2} ; x{1,2}",
        "primitive.text.pattern ; text ; {\"pattern\": \"a*b\", \"min_len\": 3, \"max_len\": 4} ;"
            + " a{2,3}b",
        "primitive.text.lorem ; text ; {\"words\": 2} ; [a-z]+ [a-z]+",
        "primitive.text.lorem ; text ; {\"min_words\": 1, \"max_words\": 2} ; [a-z]+( [a-z]+)?",
        "primitive.bytes ; bytea ; {\"min_len\": 2, \"max_len\": 3} ; \\\\x[0-9a-f]{4}([0-9a-f]{2})?",
        "primitive.inet ; inet ; {\"version\": 6} ; 2001:db8:[0-9a-f:]+",
        "primitive.interval ; interval ; {\"max_days\": 2} ; [01] days \\d\\d:\\d\\d:\\d\\d",
        "primitive.json ; jsonb ; {\"template\": \"[{index}, \\\"{word}\\\", {bool}]\"} ;"
            + " \\[\\d+, \"[a-z]+\", (true|false)\\]",
        "primitive.array ; text[] ; {\"min_items\": 2, \"max_items\": 2} ;"
            + " \\{\"[a-z]+\",\"[a-z]+\"\\}",
        "semantic.br.cpf ; text ; {} ; \\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d",
        "semantic.br.cpf ; varchar(11) ; {} ; \\d{11}",
        "semantic.br.cpf ; text ; {\"formatted\": false} ; \\d{11}",
        "semantic.br.cnpj ; varchar(14) ; {} ; \\d{8}0001\\d\\d",
        "semantic.br.cnpj ; text ; {\"branches\": 2, \"formatted\": false} ; \\d{8}000[12]\\d\\d",
        "semantic.br.cnpj ; text ; {\"alphanumeric\": true} ;"
            + " [0-9A-Z]{2}\\.[0-9A-Z]{3}\\.[0-9A-Z]{3}/0001-\\d\\d",
        "semantic.br.phone ; text ; {} ; \\(\\d\\d\\) 90\\d{3}-\\d{4}",
        "semantic.br.phone ; varchar(11) ; {} ; \\d\\d90\\d{7}",
        "semantic.br.phone ; text ; {\"format\": \"e164\"} ; \\+55\\d\\d90\\d{7}",
        "semantic.br.cep ; varchar(11) ; {\"formatted\": false} ; \\d{8}",
        "semantic.br.rg ; varchar(11) ; {} ; \\d{8}[0-9X]",
        "semantic.br.money.brl ; text ; {\"min\": 1000, \"max\": 9999.99} ; R\\$ \\d\\.\\d{3},\\d\\d",
        "semantic.br.email.safe ; text ; {} ; [a-z]+\\.[a-z]+\\d+@example\\.(com|org|net)",
        "semantic.br.url ; text ; {} ; https://[a-z]+\\.example\\.com/[a-z-]+/\\d+",
        "domain.logistics.tracking_code ; text ; {} ; BR\\d{10}",
        "primitive.enum ; mood ; {} ; sad|ok|happy",
        "primitive.enum ; mood ; {\"values\": [\"ok\"]} ; ok",
        "primitive.enum ; int4 ; {\"values\": [1, 5]} ; 1|5",
        "primitive.enum ; numeric(6,2) ; {\"values\": [\"1.5\", 2]} ; 1\\.50|2\\.00",
        "primitive.enum ; date ; {\"values\": [\"2024-01-31\"]} ; 2024-01-31",
        "primitive.constant ; int4 ; {\"value\": 7} ; 7",
        "primitive.constant ; bool ; {\"value\": true} ; true",
        "primitive.constant ; text ; {\"value\": \"it's\"} ; it's",
        "primitive.bool ; bool ; {\"true_rate\": 1} ; true",
      })
  void shapesTexts(String id, String type, String params, String regex) {
    for (String text : texts(id, type, params)) {
      assertTrue(text.matches(regex), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "primitive.int.range | int2 | {\"min\": 40000} | min: no int2 lies between min 40000 and max"
            + " 50000",
        "primitive.int.sequence_hint | int4 | {\"step\": 0} | step: must not be 0",
        "primitive.date | date | {\"min\": \"2024-01-02\", \"max\": \"2024-01-01\"} | min: must not be"
            + " after max, was 2024-01-02 with max 2024-01-01",
        "primitive.enum | text | {} | values: missing; a column without labels needs a list",
        "primitive.enum | mood | {\"values\": [\"glad\"]} | values: must be one of [sad, ok, happy],"
            + " was 'glad'",
        "primitive.enum | int2 | {\"values\": [40000]} | values: must fit int2, was 40000",
        "primitive.enum | numeric(6,2) | {\"values\": [1.234]} | values: must have at most 2 decimals,"
            + " was 1.234",
        "primitive.enum | mood | {\"weights\": [1]} | weights: must be as many as the values, 3, were"
            + " 1",
        "primitive.constant | varchar(3) | {\"value\": \"long\"} | value: must have at most 3"
            + " characters, was 'long'",
        "semantic.br.cpf | varchar(3) | {} | type: the shortest value has 11 characters, the column"
            + " takes 3; choose another generator or widen the column",
        "semantic.br.phone | text | {\"format\": \"fax\"} | format: must be national, digits or e164,"
            + " was 'fax'",
        "primitive.float.range | float8 | {\"min\": 1e300, \"max\": 1e301} | min: must lie within 18"
            + " digits of what float8 counts exactly, was 1E+300 with max 10E+300",
        "primitive.json | jsonb | {\"template\": \"{\"} | template: must be JSON once filled in, was {",
        "faker.internet.raw.Password | text | {\"min_len\": 9, \"max_len\": 8} | min_len: must not be"
            + " above max_len, was 9 with max_len 8",
        "faker.lorem.raw.Sentences | text | {\"min_sentences\": 3, \"max_sentences\": 2} |"
            + " min_sentences: must not be above max_sentences, was 3 with max_sentences 2",
        "faker.internet.raw.UserAgent | varchar(14) | {} | type: the shortest value has 70 characters,"
            + " the column takes 14; choose another generator or widen the column",
        "primitive.text | text | {\"min_len\": 5, \"max_len\": 4} | min_len: must be from 0 to"
            + " max_len, was 5 with max_len 4",
      })
  void refusesWhatMakesNoSense(String id, String type, String params, String message) {
    assertEquals(List.of(id + ": " + message), GENERATORS.check(call(id, params), TYPES.get(type)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "primitive.decimal.numeric | int4 | {\"scale\": -1} | scale: must be from 0 to 18, was -1",
        "primitive.decimal.numeric | int4 | {\"scale\": 4294967296} | scale: must be from 0 to 18, was"
            + " 4294967296",
        "primitive.bool | bool | {\"true_rate\": 2} | true_rate: must be from 0 to 1, was 2",
        "primitive.bool | bool | {\"true_rate\": \"1.5\"} | true_rate: must be from 0 to 1, was 1.5",
        "faker.address.raw.Geohash | text | {\"precision\": 13} | precision: must be from 1 to 12, was"
            + " 13",
        "faker.address.raw.Latitude | float8 | {\"min\": -90.5} | min: must be from -90 to 90, was"
            + " -90.5",
      })
  void refusesWhatIsOutOfItsRange(String id, String type, String params, String message) {
    assertEquals(List.of(message), GENERATORS.check(call(id, params), TYPES.get(type)));
  }

  @Test
  void drawsByWeight() {
    Map<String, Integer> counts = new TreeMap<>();
    texts("primitive.enum", "mood", "{\"weights\": [1, 0, 3]}")
        .forEach(text -> counts.merge(text, 1, Integer::sum));
    assertEquals(2, counts.size());
    assertTrue(Math.abs(counts.get("happy") - 7500) < 250, counts::toString);
  }

  @Test
  void drawsUsualNamesMoreOften() {
    List<String> names = texts("semantic.br.first_name", "text", "{}");
    long first = names.stream().filter("Maria"::equals).count();
    long last = names.stream().filter("Marta"::equals).count();
    assertTrue(first > 5 * last && last > 0, first + " " + last);
  }

  @Test
  void followsTheLocale() {
    GeneratorCall english =
        new GeneratorCall("semantic.address.postcode", Optional.of("en_US"), Parameters.none());
    List<String> texts =
        texts(GENERATORS.create(english, ValueType.text(), List.of(), false), ValueType.text());
    texts.forEach(text -> assertTrue(text.matches("\\d{5}"), text));
    texts("semantic.address.postcode", "text", "{}")
        .forEach(text -> assertTrue(text.matches("\\d{5}-\\d{3}"), text));
  }

  @Test
  void keepsNamesWithinShortColumns() {
    TreeSet<String> names = new TreeSet<>(texts("semantic.br.name", "varchar(11)", "{}"));
    assertTrue(names.size() > 1000, "different: " + names.size());
    names.forEach(name -> assertTrue(name.matches("\\S+ \\S+( \\S+)?"), name));
  }

  private static List<String> texts(String id, String type, String params) {
    return texts(generator(id, type, params), TYPES.get(type));
  }

  private static List<String> texts(ValueGenerator generator, ValueType type) {
    return Filled.texts(Filled.column(generator, type, ROWS, List.of()), ROWS);
  }

  private static ValueGenerator generator(String id, String type, String params) {
    return GENERATORS.create(call(id, params), TYPES.get(type), List.of(), false);
  }

  private static GeneratorCall call(String id, String params) {
    try {
      return GeneratorCall.of(id, Json.mapper().readValue(params, Parameters.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
