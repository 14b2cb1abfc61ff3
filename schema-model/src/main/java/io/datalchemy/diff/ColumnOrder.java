package io.datalchemy.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the columns that stayed stand in another order, or have other numbers. */
final class ColumnOrder {
  private ColumnOrder() {}

  static Optional<Aspect> compare(JsonNode from, JsonNode to) {
    Map<String, Integer> before = positions(from);
    Map<String, Integer> after = positions(to);
    before.keySet().retainAll(after.keySet());
    after.keySet().retainAll(before.keySet());
    if (before.equals(after)) {
      return Optional.empty();
    }
    List<String> oldOrder = new ArrayList<>(before.keySet());
    List<String> newOrder = new ArrayList<>(after.keySet());
    String words =
        oldOrder.equals(newOrder)
            ? "columns have other numbers from ("
                + numbers(before)
                + ") to ("
                + numbers(after)
                + "), in the same order"
            : "columns stand in another order, from ("
                + String.join(", ", oldOrder)
                + ") to ("
                + String.join(", ", newOrder)
                + ")";
    return Optional.of(
        Aspect.worded("columns.ordinal_position", numbers(before), numbers(after), words));
  }

  private static String numbers(Map<String, Integer> positions) {
    return String.join(", ", positions.values().stream().map(String::valueOf).toList());
  }

  private static Map<String, Integer> positions(JsonNode columns) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    columns.forEach(
        column ->
            positions.put(column.path("name").asText(), column.path("ordinal_position").asInt()));
    return positions;
  }
}
