package io.datalchemy.cli;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.run.ToolVersion;
import io.datalchemy.schema.DatabaseSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParentCommand;

/** {@code version}: which Datalchemy this is and which documents it reads and writes. */
@Command(name = "version", description = "Prints the version of this build and of its documents.")
final class VersionCommand implements Runnable, IVersionProvider {
  @ParentCommand private Datalchemy root;

  @Override
  public void run() {
    for (String line : getVersion()) {
      root.console().result(line);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "datalchemy " + ToolVersion.current(),
      "schema.json " + DatabaseSchema.CURRENT_VERSION,
      "plan.json " + GenerationPlan.CURRENT_VERSION,
      "generation format " + ResolvedPlan.GENERATION_FORMAT,
    };
  }
}
