package io.datalchemy.registry;

import io.datalchemy.type.ValueType;

/** What fills a column that another one reads. */
final class Inputs {
  private Inputs() {}

  static String generatorOf(ValueType type) {
    return switch (type.family()) {
      case BOOLEAN -> "primitive.bool";
      case INTEGER -> "primitive.int.range";
      case DECIMAL -> "primitive.decimal.numeric";
      case FLOAT -> "primitive.float";
      case DATE -> "primitive.date";
      case TIME -> "primitive.time";
      case TIMESTAMP, TIMESTAMPTZ -> "primitive.timestamp";
      case TEXT -> type.maxLength().orElse(99) < 20 ? "primitive.text" : "semantic.br.name";
      case ENUM -> "primitive.enum";
      case UUID -> "primitive.uuid";
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
      case OTHER -> throw new IllegalArgumentException("no values of " + type);
    };
  }
}
