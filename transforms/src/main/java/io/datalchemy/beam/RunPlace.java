package io.datalchemy.beam;

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

  ResourceId finished(String file) {
    return root().resolve(file, StandardResolveOptions.RESOLVE_FILE);
  }

  ResourceId unfinished(String file) {
    return root()
        .resolve(TEMPORARY, StandardResolveOptions.RESOLVE_DIRECTORY)
        .resolve(file, StandardResolveOptions.RESOLVE_FILE);
  }

  private ResourceId root() {
    return FileSystems.matchNewResource(folder, true);
  }
}
