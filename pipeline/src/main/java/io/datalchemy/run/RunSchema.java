package io.datalchemy.run;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;

/** The {@code schema.json} that somebody names by itself or by the run that left it. */
public final class RunSchema {
  private RunSchema() {}

  /**
   * The file: what was given, or what the folder that was given holds.
   *
   * @throws InvalidInputException if it is a folder, but not of a run that finished
   */
  public static Path file(Path given) {
    if (!Files.isDirectory(given)) {
      return given;
    }
    Path file = given.resolve(IntrospectionRun.SCHEMA_FILE);
    boolean isFinished =
        Files.exists(given.resolve(IntrospectionRun.METRICS_FILE))
            || Files.exists(given.resolve(Manifest.FILE_NAME));
    if (!Files.exists(file) || !isFinished) {
      throw new InvalidInputException(
          Problem.error(
                  "run_incomplete",
                  "",
                  given + ": must be the folder of a run that finished, holds no schema of one")
              .withHint("name the folder of a run that finished, or a schema.json"));
    }
    return file;
  }
}
