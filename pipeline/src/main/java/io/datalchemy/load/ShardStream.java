package io.datalchemy.load;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.run.Manifest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The data lines of all shards of a table, one after the other, the headers dropped. */
final class ShardStream extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final Manifest.Table table;
  private final List<String> changedFiles = new ArrayList<>();
  private final MessageDigest digest = sha256();
  private int opened;
  private boolean isOpen;
  private InputStream current = InputStream.nullInputStream();

  ShardStream(Path folder, Manifest.Table table) {
    this.folder = folder;
    this.table = table;
  }

  /** The files whose bytes are not those that the manifest speaks of, as far as was read. */
  List<String> changedFiles() {
    return List.copyOf(changedFiles);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (isOpen || opened < table.shards().size()) {
      if (!isOpen) {
        openShard();
      }
      int count = current.read(target, offset, length);
      if (count >= 0) {
        return count;
      }
      finishShard();
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }

  private void openShard() throws IOException {
    Path file = folder.resolve(table.shards().get(opened).file());
    digest.reset();
    current = new BufferedInputStream(new DigestInputStream(open(file), digest), BUFFER_BYTES);
    opened++;
    isOpen = true;
    if (!CsvHeader.read(current).equals(table.columns())) {
      throw new InvalidInputException(
          Problem.error(
                  "header_mismatch",
                  "",
                  file + ": the header's columns must be those of the manifest, but are not")
              .withHint("generate again"));
    }
  }

  private void finishShard() throws IOException {
    current.close();
    isOpen = false;
    Manifest.Shard shard = table.shards().get(opened - 1);
    if (!HexFormat.of().formatHex(digest.digest()).equals(shard.sha256())) {
      changedFiles.add(shard.file());
    }
  }

  private static InputStream open(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          Problem.error("shard_missing", "", file + ": is in the manifest but not there")
              .withHint("generate again"));
    } catch (IOException e) {
      throw new UnavailableException(file + ": cannot be read; check its permissions", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
