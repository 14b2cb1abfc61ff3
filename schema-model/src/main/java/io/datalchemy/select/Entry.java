package io.datalchemy.select;

import io.datalchemy.type.ValueType;
import java.util.Arrays;
import java.util.List;

/** One line of the vocabulary: what names and types mean, and what to make of them. */
record Entry(
    String meaning,
    List<Phrase> names,
    List<TypeLimit> types,
    Recipe recipe,
    Condition condition,
    double confidence) {

  static Entry parse(String[] row, Words dictionary) {
    if (row.length != 6) {
      throw new IllegalArgumentException("six fields, separated by tabs: " + Arrays.toString(row));
    }
    return new Entry(
        row[0],
        Arrays.stream(row[1].split(" \\| ")).map(p -> Phrase.parse(p, dictionary)).toList(),
        TypeLimit.parse(row[2]),
        Recipe.parse(row[3]),
        Condition.parse(row[4], dictionary),
        Double.parseDouble(row[5]));
  }

  /** Whether name and type fit, whatever the condition. */
  boolean fits(List<String> name, ValueType type) {
    // In loops, as this is asked for each entry of every column.
    for (Phrase phrase : names) {
      if (phrase.isIn(name)) {
        return types.stream().anyMatch(limit -> limit.holds(type));
      }
    }
    return false;
  }
}
