package io.datalchemy.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.json.Json;
import io.datalchemy.problem.InvalidInputException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {
  @Test
  void takesNoParameterForTheNameOfAUserOrADatabase() {
    ConnectionSettings settings = ConnectionSettings.parse("dbname=d user= password='s3gredo'");
    assertEquals(System.getProperty("user.name"), settings.user());
    assertEquals(Secret.of("s3gredo"), settings.password());
    for (String text :
        List.of(
            "postgres://ana@h/d&sslpassword=s3gredo",
            "postgres://ana@h/d passfile=s3gredo",
            "jdbc:postgresql://h/d;password=s3gredo",
            "jdbc:postgresql:d&password=s3gredo")) {
      InvalidInputException failure =
          assertThrows(InvalidInputException.class, () -> ConnectionSettings.parse(text));
      assertEquals(
          "error: connection: parameters must stand after a question mark, were part of the"
              + " database's name [invalid_connection]; write ?name=value&name=value, and"
              + " percent-encode what is special in names",
          failure.getMessage());
    }
  }

  @Test
  void takesAPasswordFromElsewhereOnlyWhereItHasNone() {
    ConnectionSettings none = ConnectionSettings.parse("postgres://ana@h/d");
    assertEquals(Secret.of("s3gredo"), none.withPasswordIfNone("s3gredo").password());
    ConnectionSettings some = ConnectionSettings.parse("postgres://ana:meu@h/d");
    assertEquals(Secret.of("meu"), some.withPasswordIfNone("s3gredo").password());
  }

  private static final List<String> PASSWORDS =
      List.of(
          "segredo",
          "p@ss:w/or%d#1?x",
          "a@b@c",
          "com espaco",
          "aspa'simples",
          "aspa\"dupla",
          "barra\\invertida",
          "100%",
          "%41%zz%",
          "?sslmode=disable&x=1",
          "//host:1/db",
          "a=b&c=d",
          "ção",
          "'quoted'");

  static Stream<String> passwords() {
    return PASSWORDS.stream();
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void readsEncodedPasswordsFromUrls(String password) {
    String encoded = PercentCoding.encode(password);
    for (String scheme : List.of("postgres:", "postgresql:", "jdbc:postgresql:")) {
      ConnectionSettings settings =
          ConnectionSettings.parse(scheme + "//ana:" + encoded + "@db.local:6543/vendas");
      assertEquals(expected(password), settings);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p@ss:w/or#1?x",
        "a@b@c",
        "com espaco",
        "aspa'simples",
        "100%",
        "//h:1/d",
        "a=b&c=d",
        "?x=1"
      })
  void readsPastedPasswordsFromUrls(String password) {
    assertEquals(
        expected(password),
        ConnectionSettings.parse("postgres://ana:" + password + "@db.local:6543/vendas"));
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void readsPasswordsFromQueries(String password) {
    String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8);
    assertEquals(
        expected(password),
        ConnectionSettings.parse(
            "jdbc:postgresql://db.local:6543/vendas?user=ana&password=" + encoded));
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void readsQuotedPasswordsFromKeywords(String password) {
    String quoted = password.replace("\\", "\\\\").replace("'", "\\'");
    assertEquals(
        expected(password),
        ConnectionSettings.parse(
            "host=db.local port=6543  dbname = vendas user=ana password='" + quoted + "'"));
  }

  @Test
  void readsDoubledQuotesAndPlainEscapesFromKeywords() {
    assertEquals("it's", password("host=h user=u dbname=d password='it''s'"));
    assertEquals("a b", password("host=h user=u dbname=d password=a\\ b"));
    assertEquals("", password("host=h user=u dbname=d password=''"));
  }

  @Test
  void fillsInDefaults() {
    String user = System.getProperty("user.name");
    assertEquals(
        "root@localhost:5432/root", ConnectionSettings.parse("postgres://root@").toString());
    assertEquals(
        user + "@localhost:5432/vendas",
        ConnectionSettings.parse("jdbc:postgresql:vendas").toString());
    assertEquals(user + "@h:5432/" + user, ConnectionSettings.parse("host=h").toString());
  }

  @Test
  void readsAddressesOfVersionSix() {
    ConnectionSettings settings = ConnectionSettings.parse("postgres://u:p@[::1]:6000/d");
    assertEquals("::1", settings.host());
    assertEquals(6000, settings.port());
  }

  @Test
  void givesParametersTheDriversNames() {
    ConnectionSettings settings =
        ConnectionSettings.parse(
            "postgres://u:p@h/d?sslmode=require&connect_timeout=3&sslpassword=se%26gredo");
    assertEquals(
        List.of("connectTimeout", "sslmode", "sslpassword"),
        List.copyOf(settings.options().keySet()));
    assertEquals("se&gredo", settings.options().get("sslpassword").reveal());
  }

  @Test
  void changesOnlyTheDatabase() {
    assertEquals("ana@db.local:6543/outra", expected("x").withDatabase("outra").toString());
    assertEquals(expected("x"), expected("x").withDatabase("outra").withDatabase("vendas"));
  }

  @ParameterizedTest
  @MethodSource("passwords")
  void showsNoSecretAsTextOrJson(String password) {
    ConnectionSettings settings = expected(password);
    assertEquals("ana@db.local:6543/vendas", settings.toString());
    String json = new String(Json.canonical(settings), StandardCharsets.UTF_8);
    assertEquals(
        "{\"database\":\"vendas\",\"engine\":\"postgres\",\"host\":\"db.local\","
            + "\"options\":{},\"password\":\"***\",\"port\":6543,\"user\":\"ana\"}",
        json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sEgReDo",
        "ana:sEgReDo@host/db",
        "postgres://ana:sEgReDo",
        "postgres://host:sEgReDo/db",
        "postgres://ana:x@host/db?password=y&sEgReDo=1",
        "postgres://ana:x@host:99999/sEgReDo",
        "jdbc:postgresql://host/db?user=ana&password=a&sEgReDo",
        "host=h password=my sEgReDo user=u",
        "host=h password='sEgReDo user=u",
        "sEgReDo=1 host=h",
        "host=h port=sEgReDo",
        "host=/tmp/sEgReDo",
        "host=a,b password=sEgReDo",
        "mysql://ana:sEgReDo@host/db",
        "jdbc:sqlserver://host;password=sEgReDo"
      })
  void repeatsNothingOfATextThatItCannotRead(String text) {
    InvalidInputException failure =
        assertThrows(InvalidInputException.class, () -> ConnectionSettings.parse(text));
    assertFalse(failure.getMessage().contains("sEgReDo"), failure.getMessage());
  }

  @Test
  void namesTheEngineThatIsNotSupported() {
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class, () -> ConnectionSettings.parse("mysql://u:p@h/d"));
    assertEquals("unsupported_engine", failure.problems().get(0).code());
    assertEquals(
        "connection: the engine must be postgres, was mysql", failure.problems().get(0).message());
  }

  private static ConnectionSettings expected(String password) {
    return ConnectionSettings.postgres("db.local", 6543, "vendas", "ana", password);
  }

  private static String password(String text) {
    return ConnectionSettings.parse(text).password().reveal();
  }
}
