package io.datalchemy.generator.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.generator.Cells;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.person.GivenNames;
import io.datalchemy.generator.person.Sex;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.random.CellRandom;
import io.datalchemy.registry.Generators;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
  private static final int ROWS = 10_000;
  private static final int INPUT_ROWS = 500;
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
  private static final Generators GENERATORS = Generators.builtIn().forPlan("pt_BR", AS_OF);
  private static final ValueType TEXT = ValueType.text();
  private static final Map<String, String[]> MUNICIPALITIES = new TreeMap<>();

  static {
    WordList.load("brazil/municipalities.txt").stream()
        .map(line -> line.split(";", -1))
        .forEach(fields -> MUNICIPALITIES.put(fields[0], fields));
  }

  private static List<String> filled(String kind, String part, ValueType type) {
    return filled(kind, Parameters.none().with("part", part), type, List.of());
  }

  private static List<String> filled(
      String kind, Parameters params, ValueType type, List<ColumnVector> inputs) {
    int rows = inputs.isEmpty() ? ROWS : INPUT_ROWS;
    ColumnVector out = new ColumnVector(type, rows);
    generator(kind, params, type, inputs)
        .fill(cells(params, inputs, new RowSet(rows).setRange(0, rows)), out);
    return texts(out, rows);
  }

  private static ValueGenerator generator(
      String kind, Parameters params, ValueType type, List<ColumnVector> inputs) {
    return GENERATORS.create(
        GeneratorCall.of("semantic.br." + kind, params),
        type,
        inputs.stream().map(ColumnVector::type).toList(),
        false);
  }

  private static Cells cells(Parameters params, List<ColumnVector> inputs, RowSet rows) {
    long own = CellRandom.key(3, "t", params.toString());
    long record = CellRandom.key(3, "t", params.text("entity").orElse(""), "entity");
    return new Cells(own, record, rows, inputs);
  }

  private static List<String> texts(ColumnVector column, int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> CsvEncoder.text(column, i).orElse("NULL"))
        .toList();
  }

  @Test
  void placesOfARowAgree() {
    List<String> codes = filled("address", "ibge_code", TEXT);
    List<String> cities = filled("address", "city", TEXT);
    List<String> ceps = filled("address", "cep", TEXT);
    List<String> phones = filled("person", "phone", TEXT);
    List<String> areaCodes = filled("address", "ddd", ValueType.of(TypeFamily.INTEGER, "int4"));
    List<String> latitudes = filled("address", "latitude", ValueType.numeric(9, 6));
    for (int i = 0; i < ROWS; i++) {
      String[] city = MUNICIPALITIES.get(codes.get(i));
      assertEquals(city[1], cities.get(i));
      assertEquals(city[2], areaCodes.get(i));
      assertEquals("(" + city[2] + ") 90", phones.get(i).substring(0, 7));
      assertTrue(ceps.get(i).matches("\\d{5}-\\d{3}"), ceps.get(i));
      assertTrue(isWithin(ceps.get(i).substring(0, 5), city[6]), city[1] + " " + ceps.get(i));
      double latitude = Double.parseDouble(latitudes.get(i));
      assertEquals(Double.parseDouble(city[4]), latitude, 0.0301);
    }
    assertTrue(new HashSet<>(codes).size() > 1500);
  }

  private static boolean isWithin(String prefix, String ranges) {
    return List.of(ranges.split(",", -1)).stream()
        .anyMatch(
            range ->
                range.substring(0, 5).compareTo(prefix) <= 0
                    && range.substring(6).compareTo(prefix) >= 0);
  }

  @Test
  void statesAndCpfRegionsAgreeWithTheCity() {
    Map<String, String[]> states = new TreeMap<>();
    WordList.load("brazil/states.txt").stream()
        .map(line -> line.split(";", -1))
        .forEach(fields -> states.put(fields[2], fields));
    List<String> codes = filled("address", "ibge_code", TEXT);
    List<String> letters = filled("address", "uf", ValueType.varchar(2));
    List<String> names = filled("address", "state", ValueType.varchar(19));
    List<String> documents = filled("person", "cpf", ValueType.varchar(11));
    for (int i = 0; i < ROWS; i++) {
      String[] state = states.get(codes.get(i).substring(0, 2));
      assertEquals(state[1], letters.get(i));
      assertEquals(state[0], names.get(i));
      assertEquals(state[3], documents.get(i).substring(8, 9));
      assertTrue(isCpf(documents.get(i)), documents.get(i));
    }
  }

  /** Receita Federal's rule as a remainder of the weighted sum from the left. */
  private static boolean isCpf(String cpf) {
    boolean isRight = cpf.length() == 11 && cpf.chars().distinct().count() > 1;
    for (int digits = 9; digits <= 10; digits++) {
      int sum = 0;
      for (int place = 0; place < digits; place++) {
        sum += (cpf.charAt(place) - '0') * (digits + 1 - place);
      }
      int expected = sum % 11 < 2 ? 0 : 11 - sum % 11;
      isRight &= cpf.charAt(digits) - '0' == expected;
    }
    return isRight;
  }

  @Test
  void namesAgreeWithEachOtherAndWithTheMail() {
    List<String> names = filled("person", "name", TEXT);
    List<String> firsts = filled("person", "first_name", TEXT);
    List<String> lasts = filled("person", "last_name", TEXT);
    List<String> mails = filled("person", "email", TEXT);
    List<String> logins = filled("person", "username", TEXT);
    List<String> fathers = filled("person", "father_name", TEXT);
    for (int i = 0; i < ROWS; i++) {
      assertEquals(firsts.get(i) + " " + lasts.get(i), names.get(i));
      String[] words = folded(names.get(i)).split(" ", -1);
      String local = words[0] + "." + words[words.length - 1];
      assertTrue(mails.get(i).matches(local + "\\d{1,3}@example\\.(com|org|net)"), mails.get(i));
      assertTrue(logins.get(i).matches(local + "\\d{1,3}"), logins.get(i));
      String[] fatherWords = folded(fathers.get(i)).split(" ", -1);
      assertEquals(words[words.length - 1], fatherWords[fatherWords.length - 1]);
    }
  }

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[^A-Za-z ]", "")
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void givenNamesAreOfTheSexAndOfTheTimeOfBirth() {
    List<String> sexes = filled("person", "sex", ValueType.varchar(1));
    List<String> names = filled("person", "first_name", TEXT);
    List<String> births = filled("person", "birth_date", ValueType.of(TypeFamily.DATE, "date"));
    Map<String, Set<String>> bornOf = bornOf();
    int women = 0;
    for (int i = 0; i < ROWS; i++) {
      String decade = births.get(i).substring(0, 3);
      assertTrue(
          bornOf.get(names.get(i).split(" ", -1)[0]).contains(sexes.get(i) + decade),
          names.get(i) + " " + sexes.get(i) + " " + births.get(i));
      assertTrue(births.get(i).compareTo("1945-12-01") > 0, births.get(i));
      assertTrue(births.get(i).compareTo("2008-01-01") <= 0, births.get(i));
      women += sexes.get(i).equals("F") ? 1 : 0;
    }
    assertEquals(0.515, (double) women / ROWS, 0.015);
  }

  /** Which sexes and decades each first word of a name was counted for, as {@code F197}. */
  private static Map<String, Set<String>> bornOf() {
    Map<String, Set<String>> bornOf = new TreeMap<>();
    for (String line : WordList.load("brazil/given_names.txt")) {
      String[] fields = line.split(";", -1);
      for (int decade = 0; decade < 9; decade++) {
        if (!fields[2 + decade].equals("0")) {
          bornOf
              .computeIfAbsent(fields[0], name -> new HashSet<>())
              .add(fields[1] + (192 + decade));
        }
      }
    }
    return bornOf;
  }

  @Test
  void companiesAreFoundUnderTheirName() {
    List<String> names = filled("company", "name", TEXT);
    List<String> trades = filled("company", "trade_name", TEXT);
    List<String> mails = filled("company", "email", TEXT);
    List<String> pages = filled("company", "url", TEXT);
    for (int i = 0; i < ROWS; i++) {
      String[] words = trades.get(i).split(" ", 2);
      assertTrue(names.get(i).startsWith(words[0] + " & "), names.get(i));
      assertTrue(names.get(i).contains(" " + words[1] + " "), names.get(i));
      String host = folded(trades.get(i)).replace(" ", "") + ".example.com";
      assertEquals("contato@" + host, mails.get(i));
      assertEquals("https://" + host, pages.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person cpf",
        "person phone",
        "person email",
        "person username",
        "company email",
        "company url"
      })
  void numbersTellRowsApartAndLeaveTheRecordAsItIs(String kindAndPart) {
    String[] words = kindAndPart.split(" ", -1);
    Parameters params = Parameters.none().with("part", words[1]);
    ValueGenerator generator = generator(words[0], params, TEXT, List.of());
    var numbered = generator.rowNumbered().orElseThrow();
    ColumnVector out = new ColumnVector(TEXT, ROWS);
    Cells cells = cells(params, List.of(), new RowSet(ROWS).setRange(0, ROWS));
    long last = numbered.size() - 1;
    numbered.fill(cells, row -> row % 2 == 0 ? row : last - row, out);

    assertTrue(numbered.isDistinct());
    assertEquals(ROWS, new HashSet<>(texts(out, ROWS)).size());
    List<String> plain = filled(words[0], words[1], TEXT);
    for (int i = 0; i < ROWS; i++) {
      assertEquals(shared(words[1], plain.get(i)), shared(words[1], out.textAt(i)));
    }
  }

  private static String shared(String part, String value) {
    return switch (part) {
      case "cpf" -> value.substring(10, 11);
      case "phone" -> value.substring(0, 4);
      default -> value.replaceAll("\\d", "");
    };
  }

  @Test
  void recordsOfOtherNamesAreOthers() {
    Parameters params = Parameters.none().with("part", "city");
    List<String> one = filled("address", params.with("entity", "entrega"), TEXT, List.of());
    List<String> other = filled("address", params.with("entity", "cobranca"), TEXT, List.of());
    long alike = IntStream.range(0, ROWS).filter(i -> one.get(i).equals(other.get(i))).count();

    assertTrue(alike < ROWS / 20, "alike: " + alike);
    assertNotEquals(one, filled("address", "city", TEXT));
  }

  @Test
  void placesFollowWhatOtherColumnsTell() {
    assertEquals(Set.of("AC"), following("uf", "uf", "AC", "ac"));
    assertEquals(Set.of("SP"), following("state", "uf", "São Paulo", "SAO PAULO"));
    assertEquals(Set.of("Curitiba"), following("city", "city", "CURITIBA"));
    assertEquals(Set.of("Campinas"), following("cep", "city", "13010-001", "13139999"));
    assertEquals(Set.of("RR"), following("ddd", "uf", "95", "(95)", "095"));
    assertEquals(Set.of("11"), following("ibge_code", "ddd", "3550308"));
  }

  @Test
  void aColumnThatTellsNothingLeavesTheWholeCountry() {
    assertTrue(following("uf", "uf", "XX", "", "9").size() > 15);
    assertTrue(following("cep", "uf", "00000-000", "abc").size() > 15);
  }

  /** The values of a part in rows where another column holds one of some texts, or NULL. */
  private static Set<String> following(String leader, String part, String... values) {
    ColumnVector input = new ColumnVector(TEXT, INPUT_ROWS);
    for (int i = 0; i < INPUT_ROWS; i++) {
      input.setText(i, values[i % values.length]);
    }
    Parameters params =
        Parameters.none()
            .with("part", part)
            .with("input_columns", List.of("c"))
            .with("input_parts", List.of(leader));
    return new HashSet<>(filled("address", params, TEXT, List.of(input)));
  }

  @Test
  void namesFollowASexThatAnotherColumnTells() {
    ColumnVector input = new ColumnVector(TEXT, INPUT_ROWS);
    List<String> told = List.of("mulher", "Feminino", "female", "f", "homem", "M", "male", "m");
    for (int i = 0; i < INPUT_ROWS; i++) {
      input.setText(i, told.get(i % 8));
    }
    Parameters params =
        Parameters.none()
            .with("part", "first_name")
            .with("input_columns", List.of("c"))
            .with("input_parts", List.of("sex"));
    List<String> names = filled("person", params, TEXT, List.of(input));
    Map<String, Set<String>> bornOf = bornOf();
    for (int i = 0; i < INPUT_ROWS; i++) {
      String sex = i % 8 < 4 ? "F" : "M";
      assertTrue(
          bornOf.get(names.get(i).split(" ", -1)[0]).stream().anyMatch(b -> b.startsWith(sex)),
          told.get(i % 8) + " " + names.get(i));
    }
    assertEquals(Sex.FEMALE, GivenNames.brazil().sex(0));
  }

  @Test
  void aRowDrawnAgainStaysTheSameRecordForAWhile() {
    List<String> cities = new ArrayList<>();
    List<String> ceps = new ArrayList<>();
    for (int draw : new int[] {0, 1, 31, 32, 33}) {
      RowSet rows = new RowSet(1);
      rows.add(11, draw);
      cities.add(one("city", rows));
      ceps.add(one("cep", rows));
    }
    assertEquals(1, new HashSet<>(cities.subList(0, 3)).size());
    assertEquals(3, new HashSet<>(cities).size());
    assertEquals(5, new HashSet<>(ceps).size());
  }

  private static String one(String part, RowSet rows) {
    Parameters params = Parameters.none().with("part", part);
    ColumnVector out = new ColumnVector(TEXT, 1);
    generator("address", params, TEXT, List.of()).fill(cells(params, List.of(), rows), out);
    return out.textAt(0);
  }

  @Test
  void shortColumnsGetWhatFits() {
    for (int room : new int[] {8, 9, 12, 20, 30}) {
      for (String part : List.of("name", "first_name", "last_name", "username", "mother_name")) {
        filled("person", part, ValueType.varchar(room))
            .forEach(text -> assertTrue(fits(text, room), text));
      }
    }
    for (String part : List.of("name", "trade_name", "email", "url")) {
      filled("company", part, ValueType.varchar(30))
          .forEach(text -> assertTrue(fits(text, 30), text));
    }
    filled("address", "city", ValueType.varchar(9))
        .forEach(text -> assertTrue(fits(text, 9), text));
    filled("person", "email", ValueType.varchar(20))
        .forEach(text -> assertTrue(fits(text, 20), text));
  }

  private static boolean fits(String text, int room) {
    return text.codePointCount(0, text.length()) <= room
        && !text.isEmpty()
        && text.equals(text.strip());
  }

  @Test
  void tellsWhatIsWrongWithACall() {
    assertEquals(
        List.of("semantic.br.address: part: unknown 'cit'; did you mean 'city'?"),
        problems("address", Parameters.none().with("part", "cit"), TEXT));
    assertEquals(
        List.of("semantic.br.address: part: 'uf' needs 2 characters, the column takes 1"),
        problems("address", Parameters.none().with("part", "uf"), ValueType.varchar(1)));
    assertEquals(
        List.of("semantic.br.person: part: 'sex' fills [TEXT], the column is int4"),
        problems(
            "person",
            Parameters.none().with("part", "sex"),
            ValueType.of(TypeFamily.INTEGER, "int4")));
    assertEquals(
        List.of(
            "semantic.br.address: input_parts: must name the part of each of input_columns, 1, named 0"),
        problems(
            "address",
            Parameters.none().with("part", "uf").with("input_columns", List.of("a")),
            TEXT));
    assertEquals(
        List.of("semantic.br.person: type: must hold 99999999999, was int4"),
        problems(
            "person",
            Parameters.none().with("part", "cpf"),
            ValueType.of(TypeFamily.INTEGER, "int4")));
  }

  private static List<String> problems(String kind, Parameters params, ValueType type) {
    return GENERATORS.check(GeneratorCall.of("semantic.br." + kind, params), type);
  }
}
