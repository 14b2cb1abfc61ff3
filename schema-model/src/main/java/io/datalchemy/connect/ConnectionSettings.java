package io.datalchemy.connect;

import io.datalchemy.problem.UnavailableException;
import io.datalchemy.schema.Engine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a database is and who asks; the password shows in no text made from it.
 *
 * @param options further settings of the driver by its own names, {@code sslmode} for instance
 */
public record ConnectionSettings(
    Engine engine,
    String host,
    int port,
    String database,
    String user,
    Secret password,
    SortedMap<String, Secret> options) {

  public ConnectionSettings {
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /**
   * Reads {@code postgres://}, {@code postgresql://}, {@code jdbc:postgresql:} or the keyword form
   * {@code host=… dbname=…}.
   *
   * <p>In a URL the password may hold any character: everything before the last {@code @} belongs
   * to user and password, and percent-escapes are decoded. Without user or database name, libpq's
   * defaults hold: the operating system's user, and a database of that name.
   *
   * @throws io.datalchemy.problem.InvalidInputException if the text is of no such form; the message
   *     repeats no part of it that could be a password
   */
  public static ConnectionSettings parse(String text) {
    return ConnectionText.parse(text);
  }

  /** Settings of a PostgreSQL server, without further options. */
  public static ConnectionSettings postgres(
      String host, int port, String database, String user, String password) {
    return new ConnectionSettings(
        Engine.POSTGRES, host, port, database, user, Secret.of(password), new TreeMap<>());
  }

  /** The same server and user, another database. */
  public ConnectionSettings withDatabase(String other) {
    return new ConnectionSettings(engine, host, port, other, user, password, options);
  }

  /** These settings, with that password where they have none. */
  public ConnectionSettings withPasswordIfNone(String other) {
    return password.isEmpty()
        ? new ConnectionSettings(engine, host, port, database, user, Secret.of(other), options)
        : this;
  }

  /**
   * Connects.
   *
   * @throws UnavailableException if there is no connection to be had, with the reason in words
   */
  public Connection open() {
    try {
      return DriverManager.getConnection(url(), properties());
    } catch (SQLException e) {
      throw unavailable(e, "connecting");
    }
  }

  /**
   * What a driver's exception means for somebody who can do something about it.
   *
   * @param doing what was going on, {@code reading the catalogue}
   */
  public UnavailableException unavailable(SQLException exception, String doing) {
    return new UnavailableException(ConnectionFailure.message(this, exception, doing));
  }

  /** The text without this connection's secrets, nor any other text that looks like one. */
  public String redact(String text) {
    return Redaction.redact(text, secrets());
  }

  /** What may be told of these settings. */
  public RedactedConnection redacted() {
    return new RedactedConnection(engine, user, host, port, database);
  }

  /** The settings for people: without password and options. */
  @Override
  public String toString() {
    return redacted().toString();
  }

  private List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    secrets.add(password.reveal());
    options.forEach(
        (name, value) -> {
          if (DriverOptions.isSecret(name)) {
            secrets.add(value.reveal());
          }
        });
    return secrets;
  }

  private String url() {
    String name = URLEncoder.encode(database, StandardCharsets.UTF_8);
    return "jdbc:postgresql://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port
        + "/"
        + name;
  }

  private Properties properties() {
    Properties properties = new Properties();
    DriverOptions.DEFAULTS.forEach(properties::setProperty);
    for (Map.Entry<String, Secret> option : options.entrySet()) {
      properties.setProperty(option.getKey(), option.getValue().reveal());
    }
    properties.setProperty("user", user);
    if (!password.isEmpty()) {
      properties.setProperty("password", password.reveal());
    }
    return properties;
  }
}
