package io.datalchemy.load;

import io.datalchemy.ddl.SqlText;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.TableId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.postgresql.PGConnection;

/** Copies one table's files into the server, in one statement. */
final class TableCopy {
  private static final int BUFFER_BYTES = 1 << 17;

  private final Path folder;
  private final Manifest.Table table;

  TableCopy(Path folder, Manifest.Table table) {
    this.folder = folder;
    this.table = table;
  }

  /** Copies the rows into a table of the same columns, and says what of the files is not right. */
  List<Violation> into(Connection connection, String target) throws SQLException {
    if (table.columns().isEmpty()) {
      return counted(insertDefaults(connection, target), List.of());
    }
    String sql =
        "COPY " + target + " (" + SqlText.columns(table.columns()) + ") FROM STDIN (FORMAT csv)";
    try (ShardStream rows = new ShardStream(folder, table)) {
      long count =
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, rows, BUFFER_BYTES);
      return counted(count, rows.changedFiles());
    } catch (IOException e) {
      throw new UnavailableException(folder + ": cannot be read; check its permissions", e);
    }
  }

  /** What a refusal of the whole statement means, in the schema's words. */
  Violation violation(Refusal refusal) {
    return new Violation(
        table.id(),
        rule(refusal),
        kind(refusal),
        OptionalLong.empty(),
        place(refusal.line()),
        refusal.words());
  }

  private static String kind(Refusal refusal) {
    if (!refusal.isAboutRows()) {
      return "table";
    } else if (refusal.dataType().isPresent()) {
      return "domain";
    } else if (refusal.constraint().isPresent()) {
      return "constraint";
    } else if (refusal.sqlState().equals("23514")) {
      return "partition";
    } else if (refusal.sqlState().equals("23502")) {
      return "not_null";
    }
    return refusal.sqlState().startsWith("22") ? "type" : "rows";
  }

  private String rule(Refusal refusal) {
    return refusal.constraint().or(refusal::dataType).or(refusal::column).orElse(table.table());
  }

  /** A table whose columns all come from the database: COPY takes no empty list of columns. */
  private long insertDefaults(Connection connection, String target) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(
          "INSERT INTO " + target + " SELECT FROM generate_series(1, " + table.rows() + ")");
    }
  }

  private List<Violation> counted(long count, List<String> changedFiles) {
    List<Violation> found = new ArrayList<>();
    TableId id = table.id();
    if (count != table.rows()) {
      found.add(
          new Violation(
              id,
              "manifest",
              "row_count",
              OptionalLong.of(count),
              Optional.empty(),
              "the manifest has " + table.rows()));
    }
    for (String file : changedFiles) {
      found.add(
          new Violation(
              id,
              "manifest",
              "file",
              OptionalLong.empty(),
              Optional.of(file),
              "its bytes are not those that the run wrote"));
    }
    return found;
  }

  /** The file and line of a line of the COPY, which counts lines over all files. */
  private Optional<String> place(OptionalLong copyLine) {
    if (copyLine.isEmpty()) {
      return Optional.empty();
    }
    long left = copyLine.getAsLong();
    for (Manifest.Shard shard : table.shards()) {
      Lines lines = Lines.of(folder.resolve(shard.file()));
      if (left <= lines.data()) {
        return Optional.of(shard.file() + " line " + (lines.header() + left));
      }
      left -= lines.data();
    }
    return Optional.empty();
  }

  /** How many lines of a file are its header's, and how many its rows'. */
  private record Lines(long header, long data) {
    static Lines of(Path file) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
        long header = CsvHeader.read(in).stream().mapToLong(Lines::breaks).sum() + 1;
        long data = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
          data += c == '\n' ? 1 : 0;
        }
        return new Lines(header, data);
      } catch (IOException e) {
        throw new UnavailableException(file + ": cannot be read; check its permissions", e);
      }
    }

    private static long breaks(String name) {
      return name.chars().filter(c -> c == '\n').count();
    }
  }
}
