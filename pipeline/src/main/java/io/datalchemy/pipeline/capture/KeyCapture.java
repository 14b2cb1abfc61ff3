package io.datalchemy.pipeline.capture;

import io.datalchemy.beam.keys.KeyFileReader;
import io.datalchemy.beam.keys.KeyFileWriter;
import io.datalchemy.connect.ConnectionSettings;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.existing.KeyChoice;
import io.datalchemy.existing.KeyColumns;
import io.datalchemy.existing.KeySelection;
import io.datalchemy.pipeline.RunnerOptions;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.run.EventLog;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.run.RunFolder;
import io.datalchemy.run.ShardNames;
import io.datalchemy.schema.DatabaseSchema;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.beam.sdk.Pipeline;

/**
 * Reads the keys of tables whose rows stay into the folder {@code keys} of an introspection run.
 *
 * <p>All of it is one state of the database, however many connections read it. The folder is there
 * when everything is in it, and not before.
 */
public final class KeyCapture {
  private static final String UNFINISHED = ".keys.tmp";

  private final ConnectionSettings settings;
  private final KeySelection selection;
  private final int partitions;

  /**
   * A capture of some tables.
   *
   * @param partitions in how many parts at most a table is read, each by a connection of its own
   */
  public KeyCapture(ConnectionSettings settings, KeySelection selection, int partitions) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.selection = Objects.requireNonNull(selection, "selection");
    this.partitions = partitions;
    if (partitions < 1) {
      throw new IllegalArgumentException("partitions: must be at least 1, was " + partitions);
    }
  }

  /**
   * Reads the keys; gives what was read.
   *
   * @throws io.datalchemy.problem.InvalidInputException if the selection does not fit the schema,
   *     or a key has a value that cannot be held
   * @throws UnavailableException if the server or the disk does not let us
   */
  public ExistingKeys read(DatabaseSchema schema, RunFolder run, EventLog log) {
    List<KeyColumns> chosen = KeyChoice.of(selection, schema);
    log.event("keys_started", Map.of("tables", chosen.size()));
    KeyFolder unfinished = new KeyFolder(run.path().resolve(UNFINISHED));
    try {
      List<ExistingTable> tables = readInto(unfinished, chosen, schema);
      ExistingKeys keys =
          new ExistingKeys(ExistingKeys.CURRENT_VERSION, schema.schemaFingerprint(), tables);
      unfinished.write(keys);
      Files.move(
          unfinished.path(),
          run.path().resolve(ExistingKeys.FOLDER),
          StandardCopyOption.ATOMIC_MOVE);
      log.event("keys_written", written(tables));
      return keys;
    } catch (SQLException e) {
      throw CaptureFailure.of(e, settings);
    } catch (IOException e) {
      throw new UnavailableException(
          run.path() + ": keys cannot be written; free room or name another folder", e);
    }
  }

  /** A capture that fails leaves no keys behind. */
  private List<ExistingTable> readInto(
      KeyFolder folder, List<KeyColumns> chosen, DatabaseSchema schema)
      throws SQLException, IOException {
    boolean done = false;
    try {
      Files.createDirectory(folder.path());
      List<ExistingTable> tables = readTables(chosen, schema, folder.path());
      done = true;
      return tables;
    } finally {
      if (!done) {
        folder.delete();
      }
    }
  }

  private static Map<String, Object> written(List<ExistingTable> tables) {
    return Map.of(
        "tables", tables.size(), "rows", tables.stream().mapToLong(ExistingTable::rows).sum());
  }

  private List<ExistingTable> readTables(
      List<KeyColumns> chosen, DatabaseSchema schema, Path folder)
      throws SQLException, IOException {
    ShardNames names = ShardNames.of(schema.tableIds().toList());
    Pipeline pipeline = Pipeline.create(RunnerOptions.direct(partitions).toBeam());
    List<ExistingTable> tables = new ArrayList<>();
    try (KeySnapshot snapshot = KeySnapshot.open(settings)) {
      for (KeyColumns keys : chosen) {
        KeyQuery query = new KeyQuery(keys, schema);
        long[] counts = snapshot.count(query);
        String file = names.keyFile(keys.table());
        tables.add(
            new ExistingTable(
                keys.table().schema(),
                keys.table().table(),
                file,
                counts[0],
                counts[1],
                "",
                query.columns()));
        List<KeyPartition> parts = snapshot.partitions(query, counts[0], partitions);
        add(pipeline, snapshot, query, parts, folder.resolve(file));
      }
      run(pipeline);
    }
    return finished(tables, folder);
  }

  private static void add(
      Pipeline pipeline, KeySnapshot snapshot, KeyQuery query, List<KeyPartition> parts, Path file)
      throws IOException {
    if (parts.isEmpty()) {
      try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
        new KeyFileWriter(query.columns(), out).close();
      }
      return;
    }
    pipeline
        .apply(
            "Read keys of " + query.keys().table(),
            new ReadKeyBlocks(snapshot.name(), query, parts))
        .apply("Write keys of " + query.keys().table(), new WriteKeyFile(file, query.columns()));
  }

  private void run(Pipeline pipeline) {
    try {
      pipeline.run().waitUntilFinish();
    } catch (RuntimeException e) {
      throw CaptureFailure.of(e, settings);
    }
  }

  /** Reads every file again: what is told of it is what is in it. */
  private static List<ExistingTable> finished(List<ExistingTable> tables, Path folder)
      throws IOException {
    List<ExistingTable> finished = new ArrayList<>();
    for (ExistingTable table : tables) {
      Path file = folder.resolve(table.file());
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
          KeyFileReader reader = new KeyFileReader(in, table)) {
        while (reader.hasNext()) {
          reader.nextRows();
        }
      }
      finished.add(
          new ExistingTable(
              table.schema(),
              table.table(),
              table.file(),
              table.rows(),
              table.rowsWithoutKey(),
              KeyFolder.sha256(file),
              table.columns()));
    }
    return finished;
  }
}
