package io.datalchemy.preview;

import io.datalchemy.csv.CsvEncoder;
import io.datalchemy.csv.LineBuffer;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.RowBlock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Neighbouring rows of one table as a run writes them: its written columns, in order. */
public final class SampleRows {
  private final ResolvedTable table;
  private final RowBlock block;

  SampleRows(ResolvedTable table, RowBlock block) {
    this.table = Objects.requireNonNull(table, "table");
    this.block = Objects.requireNonNull(block, "block");
  }

  /** The table. */
  public ResolvedTable table() {
    return table;
  }

  /** How many rows these are. */
  public int count() {
    return block.rows().size();
  }

  /** The number of the first of them; that of a table without rows is 0. */
  public long firstRow() {
    return count() == 0 ? 0 : block.rows().row(0);
  }

  /** The columns of the output file, in order. */
  public List<ResolvedColumn> columns() {
    return table.writtenColumns();
  }

  /** A value as in the CSV but without its quotes; empty for NULL. */
  public Optional<String> text(int row, int column) {
    return CsvEncoder.text(block.columns().get(column), row);
  }

  /** The header and the rows as lines of the output file, without line breaks. */
  public List<String> csv() {
    LineBuffer line = new LineBuffer();
    CsvEncoder.encodeHeader(columns().stream().map(ResolvedColumn::name).toList(), line);
    String header = line.text();
    return IntStream.rangeClosed(0, count())
        .mapToObj(place -> place == 0 ? header : line(place - 1, line))
        .toList();
  }

  private String line(int row, LineBuffer line) {
    line.clear();
    CsvEncoder.encode(block.columns(), row, line);
    return line.text();
  }
}
