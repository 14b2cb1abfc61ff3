package io.datalchemy.preview;

import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.type.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows as a table for a terminal: a line for each row, folded into several tables one below the
 * other where the columns are too many for its width, each with the row numbers.
 */
public final class TableLayout {
  private static final Set<TypeFamily> RIGHT =
      Set.of(TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT);
  private static final int MAX_CELL = 40;
  private static final int GAP = 2;

  private final List<Strip> strips = new ArrayList<>();
  private final int width;

  /** One column, its heading first. */
  private record Strip(List<TextCell> cells, boolean isRight) {
    int width() {
      return cells.stream().mapToInt(TextCell::width).max().orElse(0);
    }

    Strip cut(int columns) {
      return new Strip(cells.stream().map(cell -> cell.cut(columns)).toList(), isRight);
    }
  }

  private TableLayout(SampleRows rows, int width) {
    this.width = width;
    strips.add(numbers(rows));
    int room = Math.max(1, width - strips.get(0).width() - GAP);
    for (int column = 0; column < rows.columns().size(); column++) {
      strips.add(strip(rows, column).cut(Math.min(MAX_CELL, room)));
    }
  }

  /** The lines, none wider than the terminal unless that is too narrow for the row numbers. */
  public static List<String> lines(SampleRows rows, int width) {
    return new TableLayout(rows, width).lines();
  }

  private static Strip numbers(SampleRows rows) {
    List<TextCell> cells = new ArrayList<>();
    cells.add(TextCell.plain("row"));
    IntStream.range(0, rows.count())
        .forEach(row -> cells.add(TextCell.plain(Long.toString(rows.firstRow() + row))));
    return new Strip(cells, true);
  }

  private static Strip strip(SampleRows rows, int column) {
    ResolvedColumn resolved = rows.columns().get(column);
    List<TextCell> cells = new ArrayList<>();
    cells.add(TextCell.plain(resolved.name()));
    IntStream.range(0, rows.count()).forEach(row -> cells.add(TextCell.of(rows.text(row, column))));
    return new Strip(cells, RIGHT.contains(resolved.type().family()));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    int next = 1;
    do {
      List<Strip> fold = new ArrayList<>(List.of(strips.get(0)));
      int used = strips.get(0).width();
      while (next < strips.size()
          && (fold.size() == 1 || used + GAP + strips.get(next).width() <= width)) {
        used += GAP + strips.get(next).width();
        fold.add(strips.get(next++));
      }
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(lines(fold));
    } while (next < strips.size());
    return lines;
  }

  private static List<String> lines(List<Strip> fold) {
    List<String> lines = new ArrayList<>();
    int count = fold.get(0).cells().size();
    for (int line = 0; line < count; line++) {
      StringBuilder text = new StringBuilder();
      for (Strip strip : fold) {
        text.append(text.length() == 0 ? "" : " ".repeat(GAP));
        text.append(strip.cells().get(line).padded(strip.width(), strip.isRight()));
      }
      lines.add(text.toString().stripTrailing());
      if (line == 0) {
        lines.add(rule(fold));
      }
    }
    return lines;
  }

  private static String rule(List<Strip> fold) {
    return String.join(
        " ".repeat(GAP), fold.stream().map(strip -> "-".repeat(strip.width())).toList());
  }
}
