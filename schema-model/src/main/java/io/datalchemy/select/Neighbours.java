package io.datalchemy.select;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column among the others of its table. */
record Neighbours(Vocabulary vocabulary, DatabaseSchema schema, Table table, Column column) {

  List<String> words() {
    return vocabulary.words().of(column.name());
  }

  boolean isInTableOf(Set<String> words) {
    return vocabulary.words().of(table.name()).stream().anyMatch(words::contains);
  }

  boolean isNear(Set<String> words) {
    return others().stream()
        .flatMap(other -> vocabulary.words().of(other.name()).stream())
        .anyMatch(words::contains);
  }

  private List<Column> others() {
    return table.columns().stream().filter(other -> !other.equals(column)).toList();
  }

  /** The columns with the meanings asked for, in order; empty if one of them is not there. */
  Optional<List<String>> inputs(List<List<String>> meanings) {
    List<String> inputs = new ArrayList<>();
    for (List<String> alternatives : meanings) {
      Optional<Column> input =
          alternatives.stream().flatMap(meaning -> withMeaning(meaning).stream()).findFirst();
      if (input.isEmpty()) {
        return Optional.empty();
      }
      inputs.add(input.get().name());
    }
    return Optional.of(inputs);
  }

  private Optional<Column> withMeaning(String meaning) {
    return others().stream()
        .filter(other -> isReadable(other) && means(other, meaning))
        .findFirst();
  }

  /** Whether a value derived from the other column is there wherever this column needs one. */
  private boolean isReadable(Column other) {
    boolean isComputed =
        other.generated().isPresent()
            || other.identity().filter(i -> i == Column.Identity.ALWAYS).isPresent();
    return !isComputed && (column.isNullable() || !other.isNullable()) && isComparable(other);
  }

  /** Moments are derived from moments of the same type only: offsets and days do not mix. */
  private boolean isComparable(Column other) {
    TypeFamily family = type(column).family();
    return switch (family) {
      case DATE, TIMESTAMP, TIMESTAMPTZ -> type(other).family() == family;
      default -> true;
    };
  }

  private boolean means(Column other, String meaning) {
    Neighbours there = new Neighbours(vocabulary, schema, table, other);
    return vocabulary
        .fitting(there.words(), type(other))
        .filter(entry -> there.holdsWithoutInputs(entry.condition()))
        .findFirst()
        .filter(entry -> entry.meaning().equals(meaning))
        .isPresent();
  }

  /** Whether a condition holds, taking inputs for granted: the meaning does not hang on them. */
  boolean holdsWithoutInputs(Condition condition) {
    if (condition instanceof Condition.InTable inTable) {
      return isInTableOf(inTable.words());
    }
    return !(condition instanceof Condition.Near near) || isNear(near.words());
  }

  private ValueType type(Column of) {
    return ValueTypes.of(of.columnType(), schema);
  }
}
