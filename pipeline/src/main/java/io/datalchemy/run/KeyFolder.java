package io.datalchemy.run;

import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of key files with the document that says what is in them. */
public record KeyFolder(Path path) {
  public KeyFolder {
    Objects.requireNonNull(path, "path");
  }

  /** The folder that somebody means by a run folder, or by the folder itself. */
  public static KeyFolder of(Path runOrKeys) {
    Path within = runOrKeys.resolve(ExistingKeys.FOLDER);
    return new KeyFolder(Files.isDirectory(within) ? within : runOrKeys);
  }

  /** The folder beside a {@code schema.json}, if that run read keys. */
  public static Optional<KeyFolder> beside(Path schemaFile) {
    Path folder = schemaFile.resolveSibling(ExistingKeys.FOLDER);
    return Files.isRegularFile(folder.resolve(ExistingKeys.FILE_NAME))
        ? Optional.of(new KeyFolder(folder))
        : Optional.empty();
  }

  /**
   * What is in the folder, by its document.
   *
   * @throws InvalidInputException if there is none or it cannot be understood
   */
  public ExistingKeys read() {
    return ExistingKeys.read(path);
  }

  /**
   * Fails unless the table's file has the bytes that were written.
   *
   * @throws InvalidInputException if it is missing or has others
   */
  public void requireIntact(ExistingTable table) {
    Path file = path.resolve(table.file());
    try {
      if (!sha256(file).equals(table.sha256())) {
        throw invalid("key_file_corrupt", file + ": must have the bytes of its run, has others");
      }
    } catch (NoSuchFileException e) {
      throw invalid("key_file_missing", file + ": must be there, is not");
    } catch (IOException e) {
      throw new UnavailableException(file + ": cannot be read; check its permissions", e);
    }
  }

  private static InvalidInputException invalid(String code, String message) {
    return new InvalidInputException(
        Problem.error(code, "", "key file " + message)
            .withHint("read the keys again with 'datalchemy introspect --keys'"));
  }

  /**
   * Copies the files of some tables into a run folder, with a document of their own.
   *
   * @throws UnavailableException if the disk does not let us
   */
  public void copyInto(RunFolder run, ExistingKeys keys, List<ExistingTable> tables) {
    Path folder = run.path().resolve(ExistingKeys.FOLDER);
    try {
      Files.createDirectory(folder);
      for (ExistingTable table : tables) {
        Files.copy(path.resolve(table.file()), folder.resolve(table.file()));
      }
    } catch (IOException e) {
      throw new UnavailableException(
          folder + ": keys cannot be copied here; name a folder that may be written", e);
    }
    KeyFolder copy = new KeyFolder(folder);
    tables.forEach(copy::requireIntact);
    copy.write(keys.only(tables.stream().map(ExistingTable::id).toList()));
  }

  /** Writes the document: last, when all files are there. */
  public void write(ExistingKeys keys) {
    RunFolder.writeAtomically(
        path.resolve(ExistingKeys.FILE_NAME), io.datalchemy.json.Json.pretty(keys));
  }

  /** The lower-case hexadecimal SHA-256 of a file's bytes. */
  public static String sha256(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Removes the folder with all that is in it, if it is there. */
  public void delete() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
