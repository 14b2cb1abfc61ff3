package io.datalchemy.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of tables as a document for programs. */
public record PreviewDocument(List<Table> tables) {
  public PreviewDocument {
    tables = List.copyOf(tables);
  }

  /**
   * Rows of one table.
   *
   * @param rows how many the table has in a run
   * @param firstRow the number of the first row that follows
   * @param values of each row, a value for each column as in the CSV but without quotes
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Table(
      String schema,
      String table,
      long rows,
      long firstRow,
      List<String> columns,
      List<List<Optional<String>>> values) {}

  /** The document for the rows of some tables. */
  public static PreviewDocument of(List<SampleRows> samples) {
    return new PreviewDocument(samples.stream().map(PreviewDocument::table).toList());
  }

  private static Table table(SampleRows sample) {
    List<List<Optional<String>>> values = new ArrayList<>();
    for (int row = 0; row < sample.count(); row++) {
      List<Optional<String>> cells = new ArrayList<>();
      for (int column = 0; column < sample.columns().size(); column++) {
        cells.add(sample.text(row, column));
      }
      values.add(cells);
    }
    ResolvedTable table = sample.table();
    return new Table(
        table.schema(),
        table.table(),
        table.rows(),
        sample.firstRow(),
        sample.columns().stream().map(ResolvedColumn::name).toList(),
        values);
  }
}
