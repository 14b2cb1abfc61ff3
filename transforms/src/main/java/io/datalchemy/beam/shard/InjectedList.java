package io.datalchemy.beam.shard;

import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.inject.BrokenRow;
import io.datalchemy.inject.InjectionCount;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the list of broken rows of one shard: CSV as the rows' own, the columns as PostgreSQL
 * writes a {@code text[]}.
 */
final class InjectedList {
  private static final String FILE_PREFIX = "injected.";
  private static final List<String> HEADER = List.of("row", "constraint", "kind", "columns");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]+");

  private final ShardChannel channel;
  private long rows;

  InjectedList(ShardChannel channel) throws IOException {
    this.channel = channel;
    write(HEADER);
  }

  /** The temporary name of the list beside that of the rows. */
  static String attempt(String ofRows) {
    return FILE_PREFIX + ofRows;
  }

  void write(BrokenRow row) throws IOException {
    String columns =
        row.columns().stream()
            .map(InjectedList::element)
            .collect(Collectors.joining(",", "{", "}"));
    write(List.of(Long.toString(row.row()), row.constraint(), row.kind(), columns));
    rows++;
  }

  private void write(List<String> fields) throws IOException {
    LineBuffer line = new LineBuffer();
    CsvEncoder.encodeHeader(fields, line);
    channel.write(ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  private static String element(String name) {
    boolean isPlain =
        PLAIN.matcher(name).matches() && !name.toLowerCase(Locale.ROOT).equals("null");
    return isPlain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** What was written, under the attempt's name. */
  InjectedReceipt receipt(Shard shard, String attempt, List<InjectionCount> counts) {
    return new InjectedReceipt(
        attempt, FILE_PREFIX + shard.file(), rows, channel.bytes(), channel.sha256(), counts);
  }
}
