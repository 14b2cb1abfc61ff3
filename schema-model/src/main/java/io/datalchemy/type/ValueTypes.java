package io.datalchemy.type;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.EnumType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads column types as value types: domains unwrapped, enums spelled out, limits applied. */
public final class ValueTypes {
  private static final Map<String, TypeFamily> BUILT_IN =
      Map.ofEntries(
          Map.entry("bool", TypeFamily.BOOLEAN),
          Map.entry("int2", TypeFamily.INTEGER),
          Map.entry("int4", TypeFamily.INTEGER),
          Map.entry("int8", TypeFamily.INTEGER),
          Map.entry("numeric", TypeFamily.DECIMAL),
          Map.entry("money", TypeFamily.DECIMAL),
          Map.entry("float4", TypeFamily.FLOAT),
          Map.entry("float8", TypeFamily.FLOAT),
          Map.entry("date", TypeFamily.DATE),
          Map.entry("time", TypeFamily.TIME),
          Map.entry("timestamp", TypeFamily.TIMESTAMP),
          Map.entry("timestamptz", TypeFamily.TIMESTAMPTZ),
          Map.entry("text", TypeFamily.TEXT),
          Map.entry("varchar", TypeFamily.TEXT),
          Map.entry("bpchar", TypeFamily.TEXT),
          Map.entry("name", TypeFamily.TEXT),
          // Plain words are a valid document: each becomes a lexeme.
          Map.entry("tsvector", TypeFamily.TEXT),
          Map.entry("char", TypeFamily.TEXT),
          Map.entry("uuid", TypeFamily.UUID),
          Map.entry("bytea", TypeFamily.BYTEA),
          Map.entry("json", TypeFamily.JSON),
          Map.entry("jsonb", TypeFamily.JSON),
          Map.entry("interval", TypeFamily.INTERVAL),
          Map.entry("timetz", TypeFamily.TIMETZ),
          Map.entry("inet", TypeFamily.INET),
          Map.entry("cidr", TypeFamily.INET),
          Map.entry("macaddr", TypeFamily.MACADDR),
          Map.entry("macaddr8", TypeFamily.MACADDR),
          Map.entry("bit", TypeFamily.BIT),
          Map.entry("varbit", TypeFamily.BIT),
          Map.entry("xml", TypeFamily.XML),
          Map.entry("int4range", TypeFamily.RANGE),
          Map.entry("int8range", TypeFamily.RANGE),
          Map.entry("numrange", TypeFamily.RANGE),
          Map.entry("daterange", TypeFamily.RANGE),
          Map.entry("tsrange", TypeFamily.RANGE),
          Map.entry("tstzrange", TypeFamily.RANGE),
          Map.entry("int4multirange", TypeFamily.RANGE),
          Map.entry("int8multirange", TypeFamily.RANGE),
          Map.entry("nummultirange", TypeFamily.RANGE),
          Map.entry("datemultirange", TypeFamily.RANGE),
          Map.entry("tsmultirange", TypeFamily.RANGE),
          Map.entry("tstzmultirange", TypeFamily.RANGE));

  private ValueTypes() {}

  /**
   * The value type of a column or domain base of that type.
   *
   * <p>An array's element carries the limits that the column declares ({@code varchar(20)[]}). What
   * we have no values for, composites and types of most extensions, is of the family OTHER.
   */
  public static ValueType of(ColumnType type, DatabaseSchema schema) {
    if (type.element().isPresent()) {
      ColumnType.ElementType element = type.element().get();
      ValueType elementType = named(element.udtSchema(), element.udtName(), type, schema);
      return array(type.udtName(), elementType);
    }
    return named(type.udtSchema(), type.udtName(), type, schema);
  }

  private static ValueType named(
      String typeSchema, String name, ColumnType limits, DatabaseSchema schema) {
    if (typeSchema.equals("pg_catalog")) {
      return builtIn(name, limits);
    }
    Optional<Domain> domain = schema.domain(typeSchema, name);
    if (domain.isPresent()) {
      return of(domain.get().baseType(), schema);
    }
    return schema
        .enumType(typeSchema, name)
        .map(ValueTypes::enumeration)
        .orElseGet(() -> ofExtension(name));
  }

  private static ValueType builtIn(String name, ColumnType limits) {
    TypeFamily family = BUILT_IN.getOrDefault(name, TypeFamily.OTHER);
    return switch (family) {
      case TEXT -> limited(family, name, textLength(name, limits), none(), none());
      case BIT -> limited(family, name, limits.characterMaxLength(), none(), none());
      case DECIMAL -> decimal(name, limits);
      case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL ->
          limited(family, name, none(), none(), limits.datetimePrecision());
      default -> ValueType.of(family, name);
    };
  }

  /** The two text types whose limit is no modifier: {@code "char"} and {@code name}, in bytes. */
  private static Optional<Integer> textLength(String name, ColumnType limits) {
    return switch (name) {
      case "char" -> Optional.of(1);
      case "name" -> Optional.of(63);
      default -> limits.characterMaxLength();
    };
  }

  private static ValueType decimal(String name, ColumnType limits) {
    if (name.equals("money")) {
      return limited(TypeFamily.DECIMAL, name, none(), none(), Optional.of(2));
    }
    return limited(
        TypeFamily.DECIMAL, name, none(), limits.numericPrecision(), limits.numericScale());
  }

  private static ValueType ofExtension(String name) {
    return ValueType.of(name.equals("citext") ? TypeFamily.TEXT : TypeFamily.OTHER, name);
  }

  private static ValueType enumeration(EnumType type) {
    return new ValueType(
        TypeFamily.ENUM, type.name(), none(), none(), none(), type.labels(), Optional.empty());
  }

  private static ValueType array(String name, ValueType element) {
    return new ValueType(
        TypeFamily.ARRAY, name, none(), none(), none(), List.of(), Optional.of(element));
  }

  private static ValueType limited(
      TypeFamily family,
      String name,
      Optional<Integer> maxLength,
      Optional<Integer> precision,
      Optional<Integer> scale) {
    return new ValueType(family, name, maxLength, precision, scale, List.of(), Optional.empty());
  }

  private static Optional<Integer> none() {
    return Optional.empty();
  }
}
