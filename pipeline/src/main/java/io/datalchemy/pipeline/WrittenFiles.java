package io.datalchemy.pipeline;

import io.datalchemy.beam.RunReceipt;
import io.datalchemy.beam.shard.InjectedReceipt;
import io.datalchemy.beam.shard.RunPlace;
import io.datalchemy.beam.shard.ShardReceipt;
import io.datalchemy.beam.shard.TableReceipt;
import io.datalchemy.json.Json;
import io.datalchemy.run.Manifest;
import io.datalchemy.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files that the pipeline left in a run folder. */
record WrittenFiles(RunFolder run) {

  /** What the pipeline says it wrote, checked against the files that are there. */
  RunReceipt receipt() throws IOException {
    Path file = temporary().resolve(RunReceipt.FILE_NAME);
    RunReceipt receipt = Json.mapper().readValue(Files.readAllBytes(file), RunReceipt.class);
    for (TableReceipt table : receipt.tables()) {
      for (ShardReceipt shard : table.shards()) {
        requireWhole(shard.shard().file(), shard.bytes());
        for (InjectedReceipt list : shard.injected().stream().toList()) {
          requireWhole(list.file(), list.bytes());
        }
      }
    }
    return receipt;
  }

  private void requireWhole(String name, long written) throws IOException {
    Path file = run.file(name);
    long bytes = Files.size(file);
    if (bytes != written) {
      throw new IOException(file + ": must have " + written + " bytes, has " + bytes);
    }
  }

  /** The manifest's entries of the tables, in the plan's order of columns. */
  static Manifest.Table manifestTable(TableReceipt table, List<String> columns) {
    List<Manifest.Shard> shards =
        table.shards().stream()
            .map(
                shard ->
                    new Manifest.Shard(
                        shard.shard().file(),
                        shard.shard().firstRow(),
                        shard.shard().rows(),
                        shard.bytes(),
                        shard.sha256(),
                        shard.injected().map(WrittenFiles::injectedRows)))
            .toList();
    return new Manifest.Table(
        table.schema(),
        table.table(),
        table.rows(),
        table.bytes(),
        table.sha256(),
        columns,
        shards);
  }

  private static Manifest.InjectedRows injectedRows(InjectedReceipt list) {
    return new Manifest.InjectedRows(list.file(), list.rows(), list.bytes(), list.sha256());
  }

  /** Removes what is temporary. */
  void removeTemporary() throws IOException {
    delete(temporary());
  }

  /** Removes everything but the log, which tells why. */
  void removeAllBut(String log) throws IOException {
    try (Stream<Path> files = Files.list(run.path())) {
      for (Path file : files.filter(f -> !f.endsWith(log)).toList()) {
        delete(file);
      }
    }
  }

  private Path temporary() {
    return run.path().resolve(RunPlace.TEMPORARY);
  }

  private static void delete(Path fileOrFolder) throws IOException {
    if (!Files.exists(fileOrFolder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(fileOrFolder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
