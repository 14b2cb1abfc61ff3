package io.datalchemy.cli;

import io.datalchemy.connect.ConnectionSettings;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --conn}, or else the environment's {@code DATABASE_URL}. */
final class ConnectionOption {
  static final String VARIABLE = "DATABASE_URL";

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
  ConnectionSettings settings(Optional<String> elsewhere, Map<String, String> environment) {
    String text =
        Optional.ofNullable(given)
            .or(() -> elsewhere)
            .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(),
                        "connection: must be given, as --conn URL or in DATABASE_URL"));
    return ConnectionSettings.parse(text);
  }
}
