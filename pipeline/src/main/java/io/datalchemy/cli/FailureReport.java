package io.datalchemy.cli;

import io.datalchemy.connect.Redaction;
import io.datalchemy.load.LoadRefusedException;
import io.datalchemy.pipeline.GenerationFailedException;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.run.RunId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command threw into words and an exit code. */
final class FailureReport implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    Datalchemy root =
        command.getCommandSpec().root().userObject() instanceof Datalchemy d ? d : null;
    Console console = new Console(command.getOut(), command.getErr(), false);
    if (root != null && root.isDebug()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      command.getErr().print(Redaction.redact(trace.toString()));
    }
    if (failure instanceof InvalidInputException invalid) {
      console.problems(invalid.problems());
      return ExitCode.INVALID;
    }
    console.complain("error: " + message(failure));
    if (failure instanceof UnavailableException) {
      return ExitCode.UNAVAILABLE;
    }
    return failure instanceof LoadRefusedException ? ExitCode.VIOLATIONS : ExitCode.FAILED;
  }

  private static String message(Exception failure) {
    if (failure instanceof UnavailableException
        || failure instanceof LoadRefusedException
        || failure instanceof GenerationFailedException) {
      return failure.getMessage();
    }
    return unexpected(failure) + "; " + writeLog(failure);
  }

  /** A driver's message may quote rows, so it is not repeated. */
  private static String unexpected(Exception failure) {
    String kind = failure.getClass().getSimpleName();
    return failure.getMessage() == null || quotesRows(failure)
        ? "unexpected " + kind
        : Redaction.redact(failure.getMessage());
  }

  private static boolean quotesRows(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getName().endsWith("SQLException")) {
        return true;
      }
    }
    return false;
  }

  private static String writeLog(Exception failure) {
    Path log =
        Path.of(System.getProperty("java.io.tmpdir"), "datalchemy-" + RunId.fresh() + ".log");
    try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log))) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        writer.println(cause.getClass().getName());
        for (StackTraceElement frame : cause.getStackTrace()) {
          writer.println("\tat " + frame);
        }
      }
      return "where it happened is in " + log + ", or run again with --debug";
    } catch (IOException e) {
      return "run again with --debug to see where it happened";
    }
  }
}
