package io.datalchemy.cli;

import io.datalchemy.cli.option.ConnectionOption;
import io.datalchemy.load.LoadReport;
import io.datalchemy.load.Loader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code load}: puts a run's rows into the empty tables of an existing database. */
@Command(
    name = "load",
    description = "Loads a run into the empty tables of a database: all rows or none.")
final class LoadCommand implements Runnable {
  @ParentCommand private Datalchemy root;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "FOLDER",
      description = "The run folder of generate.")
  private Path run;

  @Mixin private ConnectionOption connection;

  @Override
  public void run() {
    LoadReport report = Loader.load(run, connection.settings(Optional.empty(), root.environment()));
    root.console()
        .result(
            String.format(
                Locale.ROOT,
                "%d tables, %d rows loaded, %d sequences advanced",
                report.tables(),
                report.rows(),
                report.sequences()));
  }
}
