package io.datalchemy.cli;

import io.datalchemy.run.KeyFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --keys}: where the keys of tables whose rows stay are. */
final class KeysOption {
  @Option(
      names = "--keys",
      paramLabel = "FOLDER",
      description =
          "The run folder of introspect --keys, or its keys folder. Default: keys beside"
              + " schema.json, if there.")
  private Path folder;

  /** The folder given, else the one beside the schema. */
  Optional<KeyFolder> beside(Path schema) {
    return given().or(() -> KeyFolder.beside(schema));
  }

  /** The folder given. */
  Optional<KeyFolder> given() {
    return Optional.ofNullable(folder).map(KeyFolder::of);
  }
}
