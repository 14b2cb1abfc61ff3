package io.datalchemy.pipeline.capture;

import io.datalchemy.ddl.SqlText;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import io.datalchemy.type.ValueTypes;

/**
 * How one column is read, ordered and compared in SQL.
 *
 * <p>The order never depends on a collation: what PostgreSQL would compare by one is compared by
 * its text's bytes.
 */
record KeyExpression(Column column, ValueType type) {
  static KeyExpression of(Column column, DatabaseSchema schema) {
    return new KeyExpression(column, ValueTypes.of(column.columnType(), schema));
  }

  /** The value as text, for {@link io.datalchemy.beam.keys.KeyBlockBuilder}. */
  String value() {
    if (type.family() == TypeFamily.TIMESTAMPTZ) {
      return "(" + name() + " AT TIME ZONE 'UTC')::text";
    }
    return bound();
  }

  /** The value as text that {@link #parameter} reads back. */
  String bound() {
    return isMoney() ? name() + "::numeric::text" : name() + "::text";
  }

  /** What rows are ordered by. */
  String order() {
    if (isMoney()) {
      return name() + "::numeric";
    }
    return isOrderedByText() ? name() + "::text COLLATE \"C\"" : name();
  }

  /** A parameter that is compared with {@link #order}. */
  String parameter() {
    if (isMoney()) {
      return "CAST(? AS numeric)";
    }
    return isOrderedByText()
        ? "CAST(? AS text)"
        : "CAST(? AS "
            + SqlText.qualified(column.columnType().udtSchema(), column.columnType().udtName())
            + ")";
  }

  /** The column itself; qualified, for a bare name would mean the text that is selected of it. */
  String name() {
    return KeyQuery.ROWS + "." + SqlText.identifier(column.name());
  }

  private boolean isMoney() {
    return type.name().equals("money");
  }

  private boolean isOrderedByText() {
    return switch (type.family()) {
      case BOOLEAN, INTEGER, DECIMAL, FLOAT, DATE, TIME, TIMESTAMP, TIMESTAMPTZ -> false;
      case UUID, ENUM, BYTEA -> false;
      default -> true;
    };
  }
}
