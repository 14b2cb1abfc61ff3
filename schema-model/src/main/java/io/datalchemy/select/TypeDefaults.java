package io.datalchemy.select;

import io.datalchemy.type.ValueType;

/** What to make of a column whose name says nothing. */
final class TypeDefaults {
  private static final int SHORT_TEXT = 8;

  private TypeDefaults() {}

  /**
   * The recipe for a type.
   *
   * @param isUnique whether the column is part of a key
   * @param isWholeKey whether it is a key alone
   */
  static String recipe(ValueType type, boolean isUnique, boolean isWholeKey) {
    return switch (type.family()) {
      case BOOLEAN -> "primitive.bool";
      case INTEGER -> isUnique ? "number 1..999999999" : "number 1..10000";
      case DECIMAL, FLOAT -> number(type, isUnique);
      case DATE, TIMESTAMP, TIMESTAMPTZ -> isWholeKey ? "moment -100y..0d" : "moment -3y..0d";
      case TIME -> "primitive.time";
      case TEXT -> text(type, isUnique);
      case ENUM -> "primitive.enum";
      case UUID -> "primitive.uuid.v4";
      case BYTEA -> "primitive.bytes";
      case JSON -> "primitive.json";
      case ARRAY -> "primitive.array";
      case INTERVAL -> "primitive.interval";
      case TIMETZ -> "primitive.timetz";
      case INET -> "primitive.inet";
      case MACADDR -> "primitive.macaddr";
      case BIT -> "primitive.bit";
      case XML -> "primitive.xml";
      case RANGE -> "primitive.range";
      case COMPOSITE -> "primitive.composite";
      case NOTATION -> "primitive.notation";
      case OTHER -> "";
    };
  }

  private static String number(ValueType type, boolean isUnique) {
    boolean isBelowOne = type.precision().filter(p -> p <= type.scale().orElse(0)).isPresent();
    if (isBelowOne) {
      return "number 0..1";
    }
    return isUnique ? "number 1..999999999" : "number 1..1000";
  }

  private static String text(ValueType type, boolean isUnique) {
    if (isUnique) {
      return "chars [a-z0-9] 12";
    }
    boolean isShort = type.maxLength().filter(length -> length < SHORT_TEXT).isPresent();
    return isShort ? "chars [A-Z] " + SHORT_TEXT : "words 1..6";
  }
}
