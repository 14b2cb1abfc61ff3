package io.datalchemy.registry;

import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Column types of every family, the roomy ones first. */
final class SampleTypes {
  private SampleTypes() {}

  static List<ValueType> of(TypeFamily family) {
    return switch (family) {
      case BOOLEAN -> named(family, "bool");
      case INTEGER -> named(family, "int8", "int4", "int2");
      case DECIMAL ->
          List.of(
              ValueType.numeric(12, 2),
              ValueType.numeric(18, 4),
              ValueType.numeric(5, 2),
              ValueType.numeric(3, 0),
              ValueType.of(family, "numeric"),
              ValueType.of(family, "money"));
      case FLOAT -> named(family, "float8", "float4");
      case DATE -> named(family, "date");
      case TIME -> List.of(ValueType.of(family, "time"), scaled(family, "time", 0));
      case TIMESTAMP ->
          List.of(
              ValueType.of(family, "timestamp"),
              scaled(family, "timestamp", 3),
              scaled(family, "timestamp", 0));
      case TIMESTAMPTZ ->
          List.of(ValueType.of(family, "timestamptz"), scaled(family, "timestamptz", 0));
      case TEXT ->
          List.of(
              ValueType.text(),
              ValueType.varchar(200),
              ValueType.varchar(60),
              ValueType.varchar(20),
              ValueType.varchar(11),
              sized(family, "bpchar", 2),
              ValueType.varchar(1));
      case ENUM -> List.of(labelled("a", "B", "b", "ção"));
      case UUID -> named(family, "uuid");
      case BYTEA -> named(family, "bytea");
      case JSON -> named(family, "jsonb", "json");
      case ARRAY -> arrays();
      case INTERVAL -> named(family, "interval");
      case TIMETZ -> named(family, "timetz");
      case INET -> named(family, "inet", "cidr");
      case MACADDR -> named(family, "macaddr", "macaddr8");
      case BIT -> List.of(sized(family, "bit", 12), sized(family, "varbit", 20));
      case XML -> named(family, "xml");
      case RANGE ->
          named(
              family,
              "int4range",
              "int8range",
              "numrange",
              "daterange",
              "tsrange",
              "tstzrange",
              "datemultirange");
      case COMPOSITE ->
          List.of(
              ValueType.composite(
                  "address",
                  List.of(
                      new ValueType.Field("street", ValueType.varchar(20)),
                      new ValueType.Field("number", ValueType.of(TypeFamily.INTEGER, "int4")))));
      case NOTATION -> named(family, "point");
      case OTHER -> named(family, "text");
    };
  }

  private static List<ValueType> arrays() {
    return Stream.of(
            ValueType.text(),
            ValueType.varchar(5),
            ValueType.of(TypeFamily.INTEGER, "int4"),
            ValueType.numeric(6, 2),
            ValueType.of(TypeFamily.TIMESTAMPTZ, "timestamptz"),
            ValueType.of(TypeFamily.UUID, "uuid"),
            ValueType.of(TypeFamily.JSON, "jsonb"),
            ValueType.of(TypeFamily.RANGE, "tsrange"))
        .map(SampleTypes::arrayOf)
        .toList();
  }

  static ValueType arrayOf(ValueType element) {
    return new ValueType(
        TypeFamily.ARRAY,
        "_" + element.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(element));
  }

  static ValueType labelled(String... labels) {
    return new ValueType(
        TypeFamily.ENUM,
        "mood",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(labels),
        Optional.empty());
  }

  static ValueType scaled(TypeFamily family, String name, int scale) {
    return new ValueType(
        family,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.of(scale),
        List.of(),
        Optional.empty());
  }

  static ValueType sized(TypeFamily family, String name, int length) {
    return new ValueType(
        family,
        name,
        Optional.of(length),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static List<ValueType> named(TypeFamily family, String... names) {
    return Stream.of(names).map(name -> ValueType.of(family, name)).toList();
  }
}
