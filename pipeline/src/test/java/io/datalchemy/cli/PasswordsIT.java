package io.datalchemy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.load.RunFixture;
import io.datalchemy.server.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Passwords of all characters, in all forms of a connection, with all outcomes: no byte that is
 * written holds one of the two words that every password here is made of.
 */
class PasswordsIT {
  private static final String FIRST = "Zq7Xw";
  private static final String SECOND = "Vb3Kp";
  private static final String DATABASE = "senhas";
  private static final List<String> BETWEEN =
      List.of(
          "@",
          ":",
          "/",
          "%",
          "#",
          "?",
          " ",
          "'",
          "\"",
          "\\",
          "ção 日本 🙂",
          "@:/%#?",
          " '\"\\ ",
          "%40",
          "?password=",
          "&user=",
          "+",
          ";,",
          "$HOME",
          "{x}",
          "://",
          "@localhost/");

  private static String schema;
  private static Path run;

  @TempDir Path folder;

  private final StringWriter printed = new StringWriter();
  private final ByteArrayOutputStream streams = new ByteArrayOutputStream();

  /** How a connection may be written: arguments and environment. */
  private enum Form {
    URL_ENCODED,
    URL_PASTED,
    JDBC_URL,
    KEYWORDS,
    DATABASE_URL,
    PGPASSWORD;

    /** The connection's text; {@code scheme} is postgres, or an engine that is not supported. */
    String text(Place place, String password, String scheme) {
      String at = "localhost:" + place.port() + "/" + place.database();
      return switch (this) {
        case URL_ENCODED, DATABASE_URL ->
            scheme + "://" + place.user() + ":" + encoded(password) + "@" + at;
        case URL_PASTED -> scheme + "://" + place.user() + ":" + password + "@" + at;
        case JDBC_URL ->
            "jdbc:%s://%s?user=%s&password=%s"
                .formatted(
                    scheme.equals("postgres") ? "postgresql" : scheme,
                    at,
                    place.user(),
                    encoded(password));
        case KEYWORDS ->
            "host=localhost port=%s dbname=%s user=%s password='%s'"
                .formatted(
                    place.port(),
                    place.database(),
                    place.user(),
                    password.replace("\\", "\\\\").replace("'", "\\'"));
        case PGPASSWORD -> scheme + "://" + place.user() + "@" + at;
      };
    }

    Map<String, String> environment(String text, String password) {
      return switch (this) {
        case DATABASE_URL -> Map.of("DATABASE_URL", text);
        case PGPASSWORD -> Map.of("PGPASSWORD", password);
        default -> Map.of();
      };
    }

    /** Whether a password may be read in two ways, as people paste it. */
    boolean isAmbiguous(String password) {
      return this == URL_PASTED && (password.contains("%40") || password.contains("?password="));
    }
  }

  /** Where and as whom; the port is a text, for one that is none. */
  private record Place(String user, String port, String database) {}

  static Stream<String> between() {
    return BETWEEN.stream();
  }

  @BeforeAll
  static void makesRolesThatNeedTheirPasswords(@TempDir Path folder)
      throws IOException, SQLException {
    TestServer.get().createDatabase(DATABASE);
    ScramRoles.require("senha_");
    for (int i = 0; i < BETWEEN.size(); i++) {
      ScramRoles.create("senha_" + i, password(BETWEEN.get(i)));
    }
    run = new RunFixture(folder).table("public", "t", "id\n1\n").write();
    String tables = TestServer.database("CREATE TABLE t (id int PRIMARY KEY)");
    schema = folder.resolve("schema.json").toString();
    String[] arguments = {
      "introspect",
      TestServer.get().connectionString(tables),
      "--run-dir",
      folder.toString(),
      "--out",
      schema
    };
    StringWriter unread = new StringWriter();
    assertEquals(0, Datalchemy.run(new PrintWriter(unread), new PrintWriter(unread), arguments));
  }

  @ParameterizedTest
  @MethodSource("between")
  void opensWithThePasswordInEveryFormAndTellsItNowhere(String between) throws IOException {
    String password = password(between);
    Place place = place(between, TestServer.get().port(), DATABASE);
    for (Form form : Form.values()) {
      int exitCode = introspect(form, form.text(place, password, "postgres"), password);
      if (!form.isAmbiguous(password)) {
        assertEquals(0, exitCode, () -> form + ": " + printed);
      }
    }
    assertEquals(List.of(), leaks());
  }

  @ParameterizedTest
  @MethodSource("between")
  void tellsNothingOfAPasswordThatIsWrong(String between) throws IOException {
    String wrong = password(between) + SECOND;
    Place place = place(between, TestServer.get().port(), DATABASE);
    for (Form form : Form.values()) {
      int exitCode = introspect(form, form.text(place, wrong, "postgres"), wrong);
      if (!form.isAmbiguous(wrong)) {
        assertEquals(4, exitCode, () -> form + ": " + printed);
      }
    }
    assertEquals(List.of(), leaks());
  }

  @ParameterizedTest
  @ValueSource(strings = {"@:/%#?", " '\"\\ ", "ção 日本 🙂"})
  void tellsNothingOfAConnectionThatFailsOtherwise(String between) throws IOException {
    String password = password(between);
    String port = String.valueOf(TestServer.get().port());
    for (Form form : Form.values()) {
      Place unknown = place(between, TestServer.get().port(), "nenhuma");
      Place refused = new Place(unknown.user(), "1", DATABASE);
      Place noPort = new Place(unknown.user(), "porta", DATABASE);
      Place noUser = new Place("", port, DATABASE);
      String good = form.text(unknown, password, "postgres");
      List<String> texts =
          List.of(
              good,
              form.text(refused, password, "postgres"),
              form.text(noPort, password, "postgres"),
              form.text(noUser, password, "postgres"),
              form.text(unknown, password, "mysql"),
              good + "?nope=" + password,
              good + "&sslpassword=" + password + "&nope=1",
              good + " passfile=" + password,
              good.replace("password=", "passw0rd="));
      for (String text : texts) {
        introspect(form, text, password);
      }
    }
    assertEquals(List.of(), leaks());
  }

  @Test
  void tellsNothingWhenLoadAndVerifyFail() throws IOException {
    String between = "@:/%#?";
    String password = password(between);
    for (Form form : List.of(Form.URL_ENCODED, Form.JDBC_URL, Form.KEYWORDS, Form.PGPASSWORD)) {
      Place there = place(between, TestServer.get().port(), DATABASE);
      Place refused = new Place(there.user(), "1", DATABASE);
      String wrong = password + SECOND;
      assertEquals(4, load(form, form.text(there, wrong, "postgres"), wrong));
      assertEquals(4, verify(form, form.text(there, wrong, "postgres"), wrong));
      assertEquals(4, load(form, form.text(refused, password, "postgres"), password));
      assertEquals(4, verify(form, form.text(refused, password, "postgres"), password));
      assertEquals(2, load(form, form.text(there, password, "postgres"), password));
      assertEquals(0, verify(form, form.text(there, password, "postgres"), password), this::said);
    }
    assertEquals(List.of(), leaks());
  }

  @Test
  void tellsNothingOfACommandLineThatIsNotUnderstood() throws IOException {
    String password = password(" ");
    Place place = place(" ", TestServer.get().port(), DATABASE);
    String url = Form.URL_PASTED.text(place, password, "postgres");
    List<String> spread = List.of(Form.KEYWORDS.text(place, password, "postgres").split(" ", -1));
    for (String command : List.of("introspect", "load", "verify", "plan", "introspekt")) {
      assertEquals(2, run(Map.of(), arguments(List.of(command, "--con=" + url))));
      assertEquals(2, run(Map.of(), arguments(List.of(command, "--nope", url, url, url))));
    }
    List<String> unquoted = new ArrayList<>(List.of("introspect", "--conn"));
    unquoted.addAll(spread);
    assertEquals(2, run(Map.of(), arguments(unquoted)));
    assertEquals(2, run(Map.of(), arguments(List.of("introspect", "--conn", url, url))));
    assertEquals(2, run(Map.of(), arguments(List.of("introspect", "--conn", url, "--conn", url))));
    assertEquals(List.of(), leaks());
  }

  private int introspect(Form form, String text, String password) {
    return run(form, text, password, "introspect", "--debug", "--run-dir", folder.toString());
  }

  private int load(Form form, String text, String password) {
    return run(form, text, password, "load", "--debug", "--run", run.toString());
  }

  private int verify(Form form, String text, String password) {
    return run(
        form, text, password, "verify", "--debug", "--schema", schema, "--run", run.toString());
  }

  private int run(Form form, String text, String password, String... command) {
    List<String> all = new ArrayList<>(Arrays.asList(command));
    if (form != Form.DATABASE_URL) {
      all.addAll(List.of("--conn", text));
    }
    return run(form.environment(text, password), arguments(all));
  }

  private int run(Map<String, String> environment, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream caught = new PrintStream(streams, true, StandardCharsets.UTF_8)) {
      System.setOut(caught);
      System.setErr(caught);
      PrintWriter writer = new PrintWriter(printed);
      return Datalchemy.run(environment, writer, writer, arguments);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static String[] arguments(List<String> arguments) {
    return arguments.toArray(String[]::new);
  }

  private String said() {
    return printed.toString();
  }

  /** Where a word of a password stands: lines printed, names and lines of files. */
  private List<String> leaks() throws IOException {
    List<String> written = new ArrayList<>(printed.toString().lines().toList());
    written.addAll(streams.toString(StandardCharsets.UTF_8).lines().toList());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        written.add(file.getFileName().toString());
        if (Files.isRegularFile(file)) {
          written.addAll(Files.readString(file, StandardCharsets.UTF_8).lines().toList());
        }
      }
    }
    return written.stream().filter(line -> line.contains(FIRST) || line.contains(SECOND)).toList();
  }

  private static Place place(String between, int port, String database) {
    return new Place("senha_" + BETWEEN.indexOf(between), String.valueOf(port), database);
  }

  private static String password(String between) {
    return FIRST + between + SECOND;
  }

  private static String encoded(String password) {
    return URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
