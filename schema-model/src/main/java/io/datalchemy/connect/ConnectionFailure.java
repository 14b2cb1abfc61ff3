package io.datalchemy.connect;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** What a driver's exception means, by SQLSTATE and cause, in one redacted line. */
final class ConnectionFailure {
  private ConnectionFailure() {}

  static String message(ConnectionSettings settings, SQLException exception, String doing) {
    String place =
        "database "
            + settings.database()
            + " at "
            + settings.host()
            + ":"
            + settings.port()
            + " ("
            + doing
            + "): ";
    return place
        + ofNetwork(exception)
            .or(() -> ofState(settings, exception))
            .orElseGet(() -> unknown(settings, exception));
  }

  private static Optional<String> ofNetwork(SQLException exception) {
    if (hasCause(exception, SSLException.class)) {
      return Optional.of(
          "TLS must be agreed on with the server, it was not; check sslmode, sslrootcert, sslcert and"
              + " sslkey");
    }
    if (hasCause(exception, UnknownHostException.class)) {
      return Optional.of("the host must be known, its name does not resolve; check the host name");
    }
    if (hasCause(exception, SocketTimeoutException.class) || isLoginTimeout(exception)) {
      return Optional.of(
          "the server must answer in time, it did not; check host, port and firewall, or raise"
              + " connect_timeout");
    }
    if (hasCause(exception, ConnectException.class)
        || hasCause(exception, NoRouteToHostException.class)) {
      return Optional.of(
          "the server must be reachable, nothing answers there; start it, or check host and port");
    }
    return Optional.empty();
  }

  private static Optional<String> ofState(ConnectionSettings settings, SQLException exception) {
    String user = "user " + settings.user();
    return Optional.ofNullable(
        switch (state(exception)) {
          case "28P01" ->
              user + " must be known by password, the server refused it; check user and password";
          case "28000" ->
              user
                  + " must be let in, the server refused: "
                  + reason(settings, exception)
                  + "; check the user, the server's pg_hba.conf, and whether it wants TLS"
                  + " (sslmode=require)";
          case "08004" -> rejected(settings, exception);
          case "3D000" -> "the database must exist, it does not; check its name or create it first";
          case "42501" ->
              user
                  + " must have the right, the server refused: "
                  + reason(settings, exception)
                  + "; GRANT it (connecting needs CONNECT on the database), or use another user";
          case "53300" ->
              "the server must have a free connection for "
                  + user
                  + ", it has none: "
                  + reason(settings, exception)
                  + "; close others, or try again later";
          case "55000" ->
              "the database must take connections, it does not: "
                  + reason(settings, exception)
                  + "; name another database, or ALTER DATABASE … ALLOW_CONNECTIONS true";
          case "57P03" -> "the server must be up, it is starting or stopping; try again later";
          case "57014", "25P04" ->
              "the statement must end in time, the server cancelled it; raise statement_timeout for"
                  + " this connection: options='-c statement_timeout=10min'";
          case "55P03" ->
              "the catalogue must be free to read, another session has locked a part of it; try"
                  + " again when that is done, or raise lock_timeout for this connection:"
                  + " options='-c lock_timeout=10min'";
          case "57P01", "57P02", "57P04", "57P05", "25P03", "08006", "08003" ->
              "the connection must stay open, it was lost; check that the server is up, and start"
                  + " again";
          default -> null;
        });
  }

  /** The driver's own refusal: no password where one is asked for, or no TLS. */
  private static String rejected(ConnectionSettings settings, SQLException exception) {
    String wayOut =
        settings.password().isEmpty()
            ? "; give the password in the connection, in PGPASSWORD or in ~/.pgpass"
            : "; check sslmode, and that the server offers TLS";
    return "the connection must be agreed on, the driver gave up: "
        + reason(settings, exception)
        + wayOut;
  }

  private static String unknown(ConnectionSettings settings, SQLException exception) {
    return "must be usable, the server or its driver said: "
        + reason(settings, exception)
        + " [SQLSTATE "
        + state(exception)
        + "]; check the connection's parameters";
  }

  private static String reason(ConnectionSettings settings, SQLException exception) {
    String message = exception.getMessage();
    String line = message == null ? exception.getClass().getSimpleName() : message.strip();
    return settings.redact(line.replaceAll("\\s*\\R\\s*", " "));
  }

  private static String state(SQLException exception) {
    return exception.getSQLState() == null ? "unknown" : exception.getSQLState();
  }

  /** The driver's own login timeout has no cause, and a message in the user's language. */
  private static boolean isLoginTimeout(SQLException exception) {
    return state(exception).equals("08001") && exception.getCause() == null;
  }

  private static boolean hasCause(Throwable exception, Class<? extends Throwable> kind) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
