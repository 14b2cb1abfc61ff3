package io.datalchemy.load;

import io.datalchemy.run.Manifest;
import io.datalchemy.run.RunFolder;
import io.datalchemy.run.ShardNames;
import io.datalchemy.schema.TableId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A finished run written by hand: tables of text blocks, the first line of each the header. */
public final class RunFixture {
  private final RunFolder run;
  private final List<Manifest.Table> tables = new ArrayList<>();

  public RunFixture(Path parent) {
    this.run = RunFolder.create(parent, InstantSource.system());
  }

  /** Adds a table whose rows stand in one file or several, each a header and lines. */
  public RunFixture table(String schema, String table, String... files) throws IOException {
    TableId id = new TableId(schema, table);
    ShardNames names = ShardNames.of(List.of(id));
    List<Manifest.Shard> shards = new ArrayList<>();
    long rows = 0;
    for (int i = 0; i < files.length; i++) {
      byte[] bytes = files[i].getBytes(StandardCharsets.UTF_8);
      String file = names.file(id, i, files.length);
      run.write(file, bytes);
      long count = files[i].lines().count() - 1;
      shards.add(
          new Manifest.Shard(file, rows, count, bytes.length, sha256(bytes), Optional.empty()));
      rows += count;
    }
    byte[] first = files[0].getBytes(StandardCharsets.UTF_8);
    List<String> columns = CsvHeader.read(new ByteArrayInputStream(first));
    long bytes = shards.stream().mapToLong(Manifest.Shard::bytes).sum();
    tables.add(new Manifest.Table(schema, table, rows, bytes, "", columns, shards));
    return this;
  }

  /** Finishes the run; returns its folder. */
  public Path write() {
    run.finish(Manifest.of(run.runId(), 1, BigInteger.ONE, "", Optional.empty(), tables));
    return run.path();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
