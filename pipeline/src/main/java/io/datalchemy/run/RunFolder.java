package io.datalchemy.run;

import io.datalchemy.json.Json;
import io.datalchemy.problem.UnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;

/**
 * The folder of one run, {@code <UTC yyyy-MM-ddTHH-mm-ssZ>__run_<id>}, and its artefacts.
 *
 * <p>An artefact is whole or not there: it is written under another name, forced to disk and moved.
 */
public record RunFolder(Path path, String runId, Instant startedAt) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  public RunFolder {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(startedAt, "startedAt");
  }

  /**
   * Makes a new folder below {@code parent}, which is made too where it is missing.
   *
   * @throws UnavailableException if the disk does not let us
   */
  public static RunFolder create(Path parent, InstantSource clock) {
    Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try {
      Files.createDirectories(parent);
      String runId = RunId.fresh();
      Path path = parent.resolve(STAMP.format(startedAt) + "__run_" + runId);
      return new RunFolder(Files.createDirectory(path), runId, startedAt);
    } catch (IOException e) {
      throw new UnavailableException(
          parent + ": no run folder can be made here; name a folder that may be written", e);
    }
  }

  /** The place of an artefact of that name. */
  public Path file(String name) {
    requirePlainName(name);
    return path.resolve(name);
  }

  /** Writes one document as JSON for people, atomically. */
  public Path write(String name, Object document) {
    return write(name, Json.pretty(document));
  }

  /** Writes one artefact, atomically. */
  public Path write(String name, byte[] content) {
    return writeAtomically(file(name), content);
  }

  /** Writes the manifest: the end marker of a generation run, so the last of its files. */
  public Path finish(Manifest manifest) {
    return write(Manifest.FILE_NAME, manifest);
  }

  /**
   * Writes a file so that it is whole or not there.
   *
   * @throws UnavailableException if the disk does not let us
   */
  public static Path writeAtomically(Path target, byte[] content) {
    Path folder = target.toAbsolutePath().getParent();
    Path temporary = folder.resolve("." + target.getFileName() + "-" + RunId.fresh() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      return Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      deleteQuietly(temporary);
      throw new UnavailableException(
          target + ": cannot be written; name a folder that may be written and has room", e);
    }
  }

  /** Deletes what a write that was stopped left behind under its other name. */
  void deleteUnfinished() {
    try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(path, ".*.tmp")) {
      for (Path left : unfinished) {
        // A folder of keys may hold some already.
        new KeyFolder(left).delete();
      }
    } catch (IOException e) {
      // The folder itself is gone or closed to us: there is nothing to tidy.
    }
  }

  static void requirePlainName(String name) {
    boolean plain =
        !name.isEmpty()
            && !name.equals(".")
            && !name.equals("..")
            && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == 0);
    if (!plain) {
      throw new IllegalArgumentException("file: must be a plain file name, was " + name);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The failure that brought us here is the one to tell.
    }
  }
}
