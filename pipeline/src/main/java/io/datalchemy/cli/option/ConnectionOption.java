package io.datalchemy.cli.option;

import io.datalchemy.connect.ConnectionSettings;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code --conn}, or else the environment's {@code DATABASE_URL}; a text without a password takes
 * {@code PGPASSWORD}.
 */
public final class ConnectionOption {
  /** The environment variable that is read where no option is given. */
  public static final String VARIABLE = "DATABASE_URL";

  /** libpq's variable for the password of a connection that names none. */
  private static final String PASSWORD = "PGPASSWORD";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--conn",
      paramLabel = "URL",
      description = "The database: a URL or libpq's keywords. Default: DATABASE_URL.")
  private String given;

  /**
   * The settings, from the option, from the other place where one may be given, or from the
   * environment.
   */
  public ConnectionSettings settings(Optional<String> elsewhere, Map<String, String> environment) {
    if (given != null && elsewhere.isPresent()) {
      throw new ParameterException(
          command.commandLine(),
          "connection: must be given once, was given by --conn and by position; quote a text that"
              + " holds spaces, it is one argument");
    }
    String text =
        Optional.ofNullable(given)
            .or(() -> elsewhere)
            .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(),
                        "connection: must be given, as --conn URL or in DATABASE_URL"));
    return settings(text, environment);
  }

  /** The settings that a text and the environment give together. */
  public static ConnectionSettings settings(String text, Map<String, String> environment) {
    return ConnectionSettings.parse(text)
        .withPasswordIfNone(environment.getOrDefault(PASSWORD, ""));
  }
}
