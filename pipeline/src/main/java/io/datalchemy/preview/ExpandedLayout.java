package io.datalchemy.preview;

import java.util.ArrayList;
import java.util.List;

/** Rows one below the other, a line for each column, with the whole of each value. */
public final class ExpandedLayout {
  private ExpandedLayout() {}

  /** The lines; a value may be longer than any terminal is wide. */
  public static List<String> lines(SampleRows rows) {
    List<TextCell> names =
        rows.columns().stream().map(column -> TextCell.plain(column.name())).toList();
    int width = names.stream().mapToInt(TextCell::width).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < rows.count(); row++) {
      if (row > 0) {
        lines.add("");
      }
      lines.add("-- row " + (rows.firstRow() + row));
      for (int column = 0; column < names.size(); column++) {
        TextCell value = TextCell.of(rows.text(row, column));
        lines.add(names.get(column).padded(width, false) + " | " + value.text());
      }
    }
    return lines;
  }
}
