package io.datalchemy.resolution.key;

import io.datalchemy.schema.Column;

/** Columns that identify a row by themselves, as their declaration says. */
public final class OwnKeys {
  private OwnKeys() {}

  /** Whether the column numbers rows or names them at random: identity, serial, UUID. */
  static boolean isOwnKey(Column column) {
    return isSequence(column) || column.columnType().udtName().equals("uuid");
  }

  /** Whether the column counts rows: identity, or fed by a sequence. */
  public static boolean isSequence(Column column) {
    return column.identity().isPresent()
        || column.defaultExpression().filter(d -> d.startsWith("nextval(")).isPresent();
  }
}
