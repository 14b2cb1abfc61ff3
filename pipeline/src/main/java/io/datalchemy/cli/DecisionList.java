package io.datalchemy.cli;

import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What fills each column of a plan, as a table for people: generator, confidence and reason. */
final class DecisionList {
  private static final BigDecimal SURE = new BigDecimal("0.75");

  private DecisionList() {}

  /** Which columns are listed. */
  enum Which {
    /** Those whose name or type alone was read, with a confidence below 0.75. */
    UNSURE,
    ALL
  }

  static List<String> lines(ResolvedPlan plan, Which which) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("column", "filled by", "confidence", "because"));
    for (ResolvedTable table : plan.tables()) {
      table.columns().stream()
          .filter(column -> which == Which.ALL || isUnsure(column))
          .forEach(column -> rows.add(row(table, column)));
    }
    return rows.size() == 1
        ? List.of("no column is a guess")
        : rows.stream().map(row -> line(row, widths(rows))).toList();
  }

  private static boolean isUnsure(ResolvedColumn column) {
    return column.confidence().filter(sure -> sure.compareTo(SURE) < 0).isPresent();
  }

  private static List<String> row(ResolvedTable table, ResolvedColumn column) {
    return List.of(
        table.id() + "." + column.name(),
        source(table, column),
        column.confidence().map(BigDecimal::toPlainString).orElse(""),
        column.reason() + " (" + column.decidedBy().name().toLowerCase(Locale.ROOT) + ")");
  }

  private static String source(ResolvedTable table, ResolvedColumn column) {
    if (column.source() instanceof ColumnSource.Generated generated) {
      return generated.generator().id();
    }
    if (column.source() instanceof ColumnSource.Shaped shaped) {
      return "shapes of " + String.join(", ", table.shapeGroups().get(shaped.group()).columns());
    }
    if (column.source() instanceof ColumnSource.ForeignKeyColumn key) {
      return "foreign key " + key.foreignKey();
    }
    return column.isWritten() ? "-" : "the database";
  }

  private static int[] widths(List<List<String>> rows) {
    return IntStream.range(0, 3)
        .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
        .toArray();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      line.append(row.get(c)).append(" ".repeat(widths[c] - row.get(c).length() + 2));
    }
    return line.append(row.get(widths.length)).toString();
  }
}
