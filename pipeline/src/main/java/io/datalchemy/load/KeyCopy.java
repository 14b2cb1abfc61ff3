package io.datalchemy.load;

import io.datalchemy.beam.keys.KeyFileReader;
import io.datalchemy.beam.keys.KeyFileReader.KeyRows;
import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.ddl.SqlText;
import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.problem.UnavailableException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies the keys of rows that stay into a table that has their columns alone. */
final class KeyCopy {
  private final Path folder;
  private final ExistingTable table;

  /** The keys of one table, whose file is in that folder. */
  KeyCopy(Path folder, ExistingTable table) {
    this.folder = folder;
    this.table = table;
  }

  /** Copies all of them; memory for one block. */
  void into(Connection connection) throws SQLException {
    String sql =
        "COPY "
            + SqlText.qualified(table.id())
            + " ("
            + SqlText.columns(table.columns().stream().map(ExistingColumn::name).toList())
            + ") FROM STDIN (FORMAT csv)";
    Path file = folder.resolve(table.file());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        KeyFileReader blocks = new KeyFileReader(in, table)) {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
      try {
        write(blocks, copy);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (IOException e) {
      throw new UnavailableException(file + ": cannot be read; check its permissions", e);
    }
  }

  private static void write(KeyFileReader blocks, CopyIn copy) throws SQLException {
    byte[] lineBreak = "\n".getBytes(StandardCharsets.UTF_8);
    LineBuffer line = new LineBuffer();
    while (blocks.hasNext()) {
      KeyRows rows = blocks.nextRows();
      for (int i = 0; i < rows.count(); i++) {
        line.clear();
        CsvEncoder.encode(rows.columns(), i, line);
        copy.writeToCopy(line.array(), 0, line.length());
        copy.writeToCopy(lineBreak, 0, lineBreak.length);
      }
    }
  }
}
