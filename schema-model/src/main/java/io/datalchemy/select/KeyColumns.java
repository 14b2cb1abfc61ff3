package io.datalchemy.select;

import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** The columns whose values may not repeat, alone or together with others. */
public final class KeyColumns {
  private KeyColumns() {}

  /** Whether the column is part of a primary key, a UNIQUE or a unique index. */
  public static boolean contain(Table table, String column) {
    return constraintKeys(table).anyMatch(key -> key.contains(column))
        || table.indexes().stream()
            .filter(Index::isUnique)
            .flatMap(index -> index.keys().stream())
            .anyMatch(key -> speaksOf(key, column));
  }

  /** Whether the column alone is a primary key or UNIQUE. */
  static boolean areJust(Table table, String column) {
    return constraintKeys(table).anyMatch(key -> key.equals(List.of(column)));
  }

  private static Stream<List<String>> constraintKeys(Table table) {
    return Stream.concat(
        table.primaryKey().stream().map(Constraint.PrimaryKey::columns),
        table.constraints(Constraint.Unique.class).map(Constraint.Unique::columns));
  }

  private static boolean speaksOf(Index.Key key, String column) {
    return key.column().filter(column::equals).isPresent()
        || key.expression().filter(text -> SqlText.mentions(text, column)).isPresent();
  }
}
