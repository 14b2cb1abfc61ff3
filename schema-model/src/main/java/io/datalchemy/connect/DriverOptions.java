package io.datalchemy.connect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The connection parameters that are understood, by libpq's and by the driver's name.
 *
 * <p>The list is closed on purpose: an unknown parameter is an error rather than ignored, and none
 * of the driver's parameters that load a class by name is on it.
 */
final class DriverOptions {
  /** What holds where the settings say nothing. */
  static final Map<String, String> DEFAULTS =
      Map.of(
          "ApplicationName", "datalchemy",
          "connectTimeout", "10",
          "loginTimeout", "20",
          "tcpKeepAlive", "true");

  private static final Set<String> SECRET = Set.of("password", "sslpassword");

  private static final Map<String, String> DRIVER_NAMES = driverNames();

  private DriverOptions() {}

  /** The driver's name of a parameter, if it is one. */
  static Optional<String> driverName(String name) {
    return Optional.ofNullable(DRIVER_NAMES.get(name));
  }

  static boolean isSecret(String driverName) {
    return SECRET.contains(driverName);
  }

  /** The names that may be used, for messages. */
  static String known() {
    return String.join(", ", DRIVER_NAMES.keySet());
  }

  private static Map<String, String> driverNames() {
    Map<String, String> names = new TreeMap<>();
    for (String same :
        new String[] {
          "user",
          "password",
          "host",
          "port",
          "ssl",
          "sslmode",
          "sslrootcert",
          "sslcert",
          "sslkey",
          "sslpassword",
          "options",
          "loginTimeout",
          "socketTimeout",
          "connectTimeout",
          "ApplicationName",
          "channelBinding",
          "gssEncMode",
          "sslNegotiation",
          "requireAuth",
          "tcpKeepAlive",
          "preferQueryMode",
          "prepareThreshold"
        }) {
      names.put(same, same);
    }
    names.put("dbname", "dbname");
    names.put("hostaddr", "host");
    names.put("connect_timeout", "connectTimeout");
    names.put("application_name", "ApplicationName");
    names.put("channel_binding", "channelBinding");
    names.put("gssencmode", "gssEncMode");
    names.put("sslnegotiation", "sslNegotiation");
    names.put("require_auth", "requireAuth");
    return names;
  }
}
