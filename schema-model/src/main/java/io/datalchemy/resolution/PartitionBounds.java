package io.datalchemy.resolution;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Partitioning;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition under which a row has a partition to go to, as the SQL of a CHECK.
 *
 * <p>There is none where a DEFAULT partition takes the rest, or where rows are spread by hash. Only
 * the first level of partitions over a single column is read.
 */
final class PartitionBounds {
  private static final Pattern RANGE =
      Pattern.compile("FOR VALUES FROM \\((.*)\\) TO \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern SINGLE_COLUMN =
      Pattern.compile("(?:RANGE|LIST) \\((\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_$]*)\\)");

  private PartitionBounds() {}

  static Optional<String> condition(TableId id, DatabaseSchema schema) {
    Optional<Partitioning> partitioning = schema.table(id).flatMap(Table::partitioning);
    List<String> bounds = bounds(id, schema);
    if (partitioning.isEmpty() || bounds.isEmpty() || bounds.contains("DEFAULT")) {
      return Optional.empty();
    }
    Matcher key = SINGLE_COLUMN.matcher(partitioning.get().key());
    if (!key.matches()) {
      return Optional.empty();
    }
    List<String> either = new ArrayList<>();
    for (String bound : bounds) {
      either.add(either(key.group(1), bound));
    }
    return Optional.of("CHECK (" + String.join(" OR ", either) + ")");
  }

  private static List<String> bounds(TableId parent, DatabaseSchema schema) {
    return schema.schemas().stream()
        .flatMap(s -> s.tables().stream())
        .flatMap(table -> table.partitionOf().stream())
        .filter(partition -> partition.parent().equals(parent))
        .map(PartitionOf::bound)
        .toList();
  }

  private static String either(String column, String bound) {
    Matcher range = RANGE.matcher(bound);
    if (range.matches()) {
      List<String> both = new ArrayList<>();
      if (!range.group(1).equals("MINVALUE")) {
        both.add(column + " >= " + range.group(1));
      }
      if (!range.group(2).equals("MAXVALUE")) {
        both.add(column + " < " + range.group(2));
      }
      return both.isEmpty() ? "(true)" : "(" + String.join(" AND ", both) + ")";
    }
    Matcher list = LIST.matcher(bound);
    return list.matches() ? "(" + column + " IN (" + list.group(1) + "))" : "(true)";
  }
}
