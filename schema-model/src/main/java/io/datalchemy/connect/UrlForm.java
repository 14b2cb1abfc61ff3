package io.datalchemy.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The part of a connection URL after its scheme: {@code //user:password@host:port/database?query}.
 *
 * <p>People paste passwords as they are. So the query begins at the first question mark from which
 * the rest is a list of known parameters, and user and password end at the last {@code @} before
 * it, whatever slashes, question marks, hashes and at signs they hold.
 */
final class UrlForm {
  private static final Pattern PARAMETER = Pattern.compile("[&;\\s][A-Za-z_]+\\s*=");

  private UrlForm() {}

  /**
   * Reads the text after the scheme and its colon.
   *
   * @param plusIsSpace whether a plus sign in the query is a space, as JDBC has it
   */
  static SortedMap<String, String> parse(String text, boolean plusIsSpace) {
    int queryStart = queryStart(text);
    SortedMap<String, String> parameters = new TreeMap<>();
    readPlace(text.substring(0, queryStart), parameters);
    if (queryStart < text.length()) {
      readQuery(text.substring(queryStart + 1), plusIsSpace, parameters);
    }
    return parameters;
  }

  private static int queryStart(String text) {
    for (int i = text.indexOf('?'); i >= 0; i = text.indexOf('?', i + 1)) {
      if (isQuery(text.substring(i + 1))) {
        return i;
      }
    }
    int afterUser = text.indexOf('?', text.lastIndexOf('@') + 1);
    return afterUser < 0 ? text.length() : afterUser;
  }

  private static boolean isQuery(String text) {
    return pairs(text).stream().allMatch(pair -> name(pair).isPresent());
  }

  /** The driver's name of a {@code name=value} pair, if the name is known. */
  private static Optional<String> name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? Optional.empty()
        : DriverOptions.driverName(PercentCoding.decode(pair.substring(0, equals)));
  }

  private static List<String> pairs(String query) {
    List<String> pairs = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        pairs.add(pair);
      }
    }
    return pairs;
  }

  /** A path that goes on with parameters would show them, as the name of a database. */
  private static void requireNoParameters(String path) {
    if (PARAMETER.matcher(path).find()) {
      throw ConnectionText.invalid(
          "connection: parameters must stand after a question mark, were part of the database's"
              + " name",
          "write ?name=value&name=value, and percent-encode what is special in names");
    }
  }

  private static void readPlace(String text, SortedMap<String, String> parameters) {
    if (!text.startsWith("//")) { // jdbc:postgresql:database
      requireNoParameters(text);
      put(parameters, "dbname", text.startsWith("/") ? text.substring(1) : text);
      return;
    }
    String place = text.substring(2);
    int at = place.lastIndexOf('@');
    if (at >= 0) {
      readUser(place.substring(0, at), parameters);
    }
    String hostAndPath = place.substring(at + 1);
    int slash = hostAndPath.indexOf('/');
    requireNoParameters(hostAndPath);
    readHost(slash < 0 ? hostAndPath : hostAndPath.substring(0, slash), parameters);
    put(parameters, "dbname", slash < 0 ? "" : hostAndPath.substring(slash + 1));
  }

  private static void readUser(String text, SortedMap<String, String> parameters) {
    int colon = text.indexOf(':');
    put(parameters, "user", colon < 0 ? text : text.substring(0, colon));
    put(parameters, "password", colon < 0 ? "" : text.substring(colon + 1));
  }

  private static void readHost(String text, SortedMap<String, String> parameters) {
    int colon = text.indexOf(':', text.lastIndexOf(']') + 1);
    put(parameters, "host", colon < 0 ? text : text.substring(0, colon));
    put(parameters, "port", colon < 0 ? "" : text.substring(colon + 1));
  }

  private static void put(SortedMap<String, String> parameters, String name, String encoded) {
    if (!encoded.isEmpty()) {
      parameters.put(name, PercentCoding.decode(encoded));
    }
  }

  private static void readQuery(
      String query, boolean plusIsSpace, SortedMap<String, String> parameters) {
    int place = 0;
    for (String pair : pairs(query)) {
      place++;
      int number = place;
      String name = name(pair).orElseThrow(() -> unknown(number));
      String value = pair.substring(pair.indexOf('=') + 1);
      String spaced = plusIsSpace ? value.replace('+', ' ') : value;
      parameters.put(name, PercentCoding.decode(spaced));
    }
  }

  private static RuntimeException unknown(int place) {
    return ConnectionText.invalid(
        "connection: each parameter of the query must be a known name=value, number "
            + place
            + " is not",
        "known are "
            + DriverOptions.known()
            + "; percent-encode what is special in a password (& is %26, % is %25)");
  }
}
