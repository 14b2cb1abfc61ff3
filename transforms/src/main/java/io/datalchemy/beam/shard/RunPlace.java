package io.datalchemy.beam.shard;

import io.datalchemy.existing.ExistingKeys;
import java.io.Serializable;
import java.util.Objects;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * Where a run leaves its files, on any file system that Beam knows: finished files in the folder
 * itself, unfinished ones in its {@code .tmp}.
 */
public record RunPlace(String folder) implements Serializable {
  /** The temporary folder's name. */
  public static final String TEMPORARY = ".tmp";

  public RunPlace {
    Objects.requireNonNull(folder, "folder");
  }

  /** The place of a file under its final name. */
  public ResourceId finished(String file) {
    return root().resolve(file, StandardResolveOptions.RESOLVE_FILE);
  }

  /** The place of a file that the run may still write or drop. */
  public ResourceId unfinished(String file) {
    return root()
        .resolve(TEMPORARY, StandardResolveOptions.RESOLVE_DIRECTORY)
        .resolve(file, StandardResolveOptions.RESOLVE_FILE);
  }

  /** The folder of the keys of rows that stay. */
  public ResourceId keys() {
    return root().resolve(ExistingKeys.FOLDER, StandardResolveOptions.RESOLVE_DIRECTORY);
  }

  private ResourceId root() {
    return FileSystems.matchNewResource(folder, true);
  }
}
