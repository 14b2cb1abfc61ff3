package io.datalchemy.connect;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;

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
                  + "; check the user, and the server's pg_hba.conf";
          case "3D000" -> "the database must exist, it does not; check its name or create it first";
          case "42501" ->
              user
                  + " must have the right, the server refused: "
                  + reason(settings, exception)
                  + "; grant it or use another user";
          case "53300" -> "the server must have a free connection, it has none; try again later";
          case "57P03" -> "the server must be up, it is starting or stopping; try again later";
          case "57014" ->
              "the statement must end in time, the server cancelled it; raise statement_timeout";
          case "57P01", "57P02", "57P05", "08006", "08003" ->
              "the connection must stay open, it was lost; check that the server is up, and start"
                  + " again";
          default -> null;
        });
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
