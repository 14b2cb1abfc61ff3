package io.datalchemy.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit that the working folder is at, and whether files differ from it. */
public record GitState(String commit, boolean dirty) {
  private static final long LIMIT_SECONDS = 10;

  public GitState {
    Objects.requireNonNull(commit, "commit");
  }

  /** The state of a folder; nothing where there is no repository, no commit or no git. */
  public static Optional<GitState> of(Path folder) {
    return git(folder, "rev-parse", "--verify", "HEAD")
        .flatMap(
            commit ->
                git(folder, "status", "--porcelain")
                    .map(changes -> new GitState(commit, !changes.isEmpty())));
  }

  private static Optional<String> git(Path folder, String... arguments) {
    try {
      Process process =
          new ProcessBuilder(command(arguments))
              .directory(folder.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(output.strip()) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static List<String> command(String... arguments) {
    java.util.ArrayList<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return command;
  }
}
