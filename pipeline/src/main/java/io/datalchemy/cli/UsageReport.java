package io.datalchemy.cli;

import io.datalchemy.connect.Redaction;
import io.datalchemy.problem.NearMatch;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with a command line without repeating what could be a password.
 *
 * <p>A connection text with a space that nobody quoted comes as several arguments, any of which may
 * be a piece of the password. So a command that takes connections repeats no argument but one that
 * is nearly an option of it.
 */
final class UsageReport implements IParameterExceptionHandler {
  private static final Pattern CONNECTION =
      Pattern.compile("(?is).*(://|^jdbc:|pass(word|wd|file)?\\s*=|pwd\\s*=).*");

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    if (failure instanceof UnmatchedArgumentException unmatched && takesConnections(command)) {
      err.print(unmatched(command, unmatched.getUnmatched()) + "\n");
      command.usage(err);
    } else {
      err.print(withoutConnections(failure.getMessage(), List.of(arguments)) + "\n");
      if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
        command.usage(err);
      }
    }
    err.flush();
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static boolean takesConnections(CommandLine command) {
    return command.getCommandSpec().findOption("--conn") != null;
  }

  private static String unmatched(CommandLine command, List<String> arguments) {
    CommandSpec spec = command.getCommandSpec();
    String told =
        arguments.stream()
            .map(argument -> nearOption(argument, spec.optionsMap().keySet()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return "arguments: must be options of "
        + spec.name()
        + ", "
        + arguments.size()
        + " are not"
        + (told.isEmpty() ? "" : ": " + told)
        + "; quote a connection text that holds spaces, it is one argument";
  }

  /** The name of an option that is probably meant, with the one that there is. */
  private static Optional<String> nearOption(String argument, Set<String> known) {
    String name = argument.split("=", 2)[0];
    return name.startsWith("--")
        ? NearMatch.of(name, known).map(near -> name + " (did you mean " + near + "?)")
        : Optional.empty();
  }

  private static String withoutConnections(String message, List<String> arguments) {
    String told = message;
    for (String argument : arguments) {
      if (CONNECTION.matcher(argument).matches()) {
        told = told.replace(argument, "***");
      }
    }
    return Redaction.redact(told);
  }
}
