package io.datalchemy.type;

import io.datalchemy.schema.ColumnType;
import io.datalchemy.schema.DatabaseSchema;
import java.util.List;
import java.util.Optional;

/** Reads a column's type as the kernel sees it. */
public final class ValueTypes {
  private ValueTypes() {}

  /** The type of a column's values: domains unwrapped, enums spelled out. */
  public static ValueType of(ColumnType type, DatabaseSchema schema) {
    var domain = schema.domain(type.udtSchema(), type.udtName());
    if (domain.isPresent()) {
      return of(domain.get().baseType(), schema);
    }
    var labels = schema.enumType(type.udtSchema(), type.udtName());
    TypeFamily family = labels.isPresent() ? TypeFamily.ENUM : family(type);
    return new ValueType(
        family,
        type.udtName(),
        type.characterMaxLength(),
        family == TypeFamily.DECIMAL ? type.numericPrecision() : Optional.empty(),
        family == TypeFamily.DECIMAL ? type.numericScale() : type.datetimePrecision(),
        labels.map(e -> e.labels()).orElse(List.of()),
        Optional.empty());
  }

  private static TypeFamily family(ColumnType type) {
    return switch (type.udtName()) {
      case "bool" -> TypeFamily.BOOLEAN;
      case "int2", "int4", "int8" -> TypeFamily.INTEGER;
      case "numeric", "money" -> TypeFamily.DECIMAL;
      case "float4", "float8" -> TypeFamily.FLOAT;
      case "date" -> TypeFamily.DATE;
      case "time" -> TypeFamily.TIME;
      case "timestamp" -> TypeFamily.TIMESTAMP;
      case "timestamptz" -> TypeFamily.TIMESTAMPTZ;
      case "text", "varchar", "bpchar", "citext", "name" -> TypeFamily.TEXT;
      case "uuid" -> TypeFamily.UUID;
      case "bytea" -> TypeFamily.BYTEA;
      case "json", "jsonb" -> TypeFamily.JSON;
      case "interval" -> TypeFamily.INTERVAL;
      case "timetz" -> TypeFamily.TIMETZ;
      case "inet", "cidr" -> TypeFamily.INET;
      case "macaddr", "macaddr8" -> TypeFamily.MACADDR;
      case "bit", "varbit" -> TypeFamily.BIT;
      case "xml" -> TypeFamily.XML;
      default -> type.udtName().startsWith("_") ? TypeFamily.ARRAY : TypeFamily.OTHER;
    };
  }
}
