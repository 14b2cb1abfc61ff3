package io.datalchemy.beam.keys;

import io.datalchemy.existing.ExistingTable;
import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of rows that stay, from their key files and without a pipeline: for a few rows, on one
 * thread. A file is read whole at its first use.
 */
public final class KeyFileForeignContext implements ForeignContext {
  private final SideInputForeignContext files;

  /** The keys of some tables, whose files are in that folder. */
  public KeyFileForeignContext(Path folder, List<ExistingTable> tables) {
    files = new SideInputForeignContext(KeyFileForeignContext::unknown);
    for (ExistingTable table : tables) {
      files.add(
          table.id(),
          new ExportedKeys(new KeyBlockFormat(table.columns()), table.rows()),
          () -> blocks(folder.resolve(table.file()), table));
    }
  }

  @Override
  public void read(TableId parent, List<String> columns, RowSet rows, List<ColumnVector> out) {
    files.read(parent, columns, rows, out);
  }

  private static void unknown(
      TableId parent, List<String> columns, RowSet rows, List<ColumnVector> out) {
    throw new IllegalStateException(parent + ": must be among the rows that stay, is not");
  }

  private static Map<Long, byte[]> blocks(Path file, ExistingTable table) {
    Map<Long, byte[]> blocks = new TreeMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        KeyFileReader reader = new KeyFileReader(in, table)) {
      for (long number = 0; reader.hasNext(); number++) {
        blocks.put(number, reader.next());
      }
    } catch (IOException e) {
      throw new UnavailableException(file + ": cannot be read; check its permissions", e);
    }
    return blocks;
  }
}
