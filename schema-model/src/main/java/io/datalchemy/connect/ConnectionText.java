package io.datalchemy.connect;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Engine;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connection texts of all forms, read into settings; no message repeats a part of them. */
final class ConnectionText {
  static final String FORMS =
      "write postgres://user:password@host:port/database, jdbc:postgresql://host:port/database"
          + " or host=… port=… dbname=… user=… password='…'";

  private static final Pattern URL =
      Pattern.compile("(?i)(jdbc:)?([a-z][a-z0-9+.-]*):(.*)", Pattern.DOTALL);
  private static final Pattern KEYWORD = Pattern.compile("\\s*[A-Za-z_]+\\s*=.*", Pattern.DOTALL);
  private static final int DEFAULT_PORT = 5432;

  private ConnectionText() {}

  static ConnectionSettings parse(String text) {
    Matcher url = URL.matcher(text.strip());
    boolean jdbc = url.matches() && url.group(1) != null;
    if (url.matches() && (jdbc || url.group(3).startsWith("//"))) {
      requirePostgres(url.group(2).toLowerCase(Locale.ROOT));
      return settings(UrlForm.parse(url.group(3), jdbc));
    }
    if (KEYWORD.matcher(text).matches()) {
      return settings(KeywordForm.parse(text));
    }
    throw invalid("connection: must be a URL or in keyword form, was neither", FORMS);
  }

  static InvalidInputException invalid(String message, String wayOut) {
    return new InvalidInputException(
        Problem.error("invalid_connection", "", message).withHint(wayOut));
  }

  private static void requirePostgres(String scheme) {
    if (!scheme.equals("postgres") && !scheme.equals("postgresql")) {
      throw new InvalidInputException(
          Problem.error(
                  "unsupported_engine",
                  "",
                  "connection: the engine must be postgres, was " + scheme)
              .withHint(FORMS));
    }
  }

  /** Settings from parameters by the driver's names, {@code dbname} for the database. */
  private static ConnectionSettings settings(SortedMap<String, String> parameters) {
    TreeMap<String, String> rest = new TreeMap<>(parameters);
    String user = orElse(rest.remove("user"), System.getProperty("user.name", ""));
    String host = host(orElse(rest.remove("host"), "localhost"));
    int port = port(orElse(rest.remove("port"), String.valueOf(DEFAULT_PORT)));
    String database = orElse(rest.remove("dbname"), user);
    String password = rest.remove("password");
    TreeMap<String, Secret> options = new TreeMap<>();
    rest.forEach((name, value) -> options.put(name, Secret.of(value)));
    return new ConnectionSettings(
        Engine.POSTGRES,
        host,
        port,
        database,
        user,
        Secret.of(password == null ? "" : password),
        options);
  }

  private static String orElse(String value, String other) {
    return value == null || value.isEmpty() ? other : value;
  }

  private static String host(String host) {
    if (host.startsWith("/") || host.startsWith("@")) {
      throw invalid(
          "connection.host: must be a host name or address, was a Unix socket",
          "name the host, localhost for instance");
    }
    if (host.contains(",")) {
      throw invalid(
          "connection.host: must be one host, were several", "name the server to read from");
    }
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(String text) {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    }
    throw invalid(
        "connection.port: must be a number between 1 and 65535, was another text",
        "write host:port after the last @, and percent-encode what is special in the password");
  }
}
