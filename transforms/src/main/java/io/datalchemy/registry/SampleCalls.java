package io.datalchemy.registry;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call of each generator with nothing but what it must be given: for pages and tests. */
final class SampleCalls {
  private static final String INPUTS = "input_columns";
  private static final Map<TypeFamily, String> CONSTANTS =
      Map.ofEntries(
          Map.entry(TypeFamily.BOOLEAN, "true"),
          Map.entry(TypeFamily.INTEGER, "7"),
          Map.entry(TypeFamily.DECIMAL, "7"),
          Map.entry(TypeFamily.FLOAT, "7.5"),
          Map.entry(TypeFamily.DATE, "2025-03-31"),
          Map.entry(TypeFamily.TIME, "13:30:00"),
          Map.entry(TypeFamily.TIMESTAMP, "2025-03-31T13:30:00"),
          Map.entry(TypeFamily.TIMESTAMPTZ, "2025-03-31T13:30:00Z"),
          Map.entry(TypeFamily.TEXT, "x"),
          Map.entry(TypeFamily.UUID, "6f2d2d0a-5c44-4c8e-9d5c-0d6a3a3f7e11"),
          Map.entry(TypeFamily.BYTEA, "\\x00ff"),
          Map.entry(TypeFamily.JSON, "{\"a\": 1}"),
          Map.entry(TypeFamily.ARRAY, "{}"),
          Map.entry(TypeFamily.INTERVAL, "1 day"),
          Map.entry(TypeFamily.TIMETZ, "13:30:00-03"),
          Map.entry(TypeFamily.INET, "10.0.0.0"),
          Map.entry(TypeFamily.BIT, "101010101010"),
          Map.entry(TypeFamily.XML, "<a/>"));

  private SampleCalls() {}

  /** A call that is right for a column of the type. */
  static GeneratorCall of(GeneratorDeclaration declaration, ValueType type) {
    return GeneratorCall.of(declaration.id(), params(declaration.id(), type));
  }

  private static Parameters params(String id, ValueType type) {
    Parameters none = Parameters.none();
    return switch (id) {
      case "primitive.text.pattern" -> none.with("pattern", "[A-Z]{1,3}-?[0-9]{0,6}");
      case "primitive.constant" -> none.with("value", constant(type));
      case "primitive.enum" ->
          type.family() == TypeFamily.ENUM ? none : none.with("values", values(type));
      case "derive.ordered" -> none.with("at_least", List.of("a"));
      case "derive.expression" -> none.with("expression", "a");
      case "derive.bounded" -> none.with("at_least", "a");
      case "derive.updated_after_created",
          "derive.end_after_start",
          "derive.email_from_name",
          "derive.same" ->
          none.with(INPUTS, List.of("a"));
      case "derive.money_total" -> none.with(INPUTS, List.of("a", "b"));
      case "derive.after_parent" -> none.with(INPUTS, List.of("a")).with("parent_column", "c");
      case "derive.child_number" -> none.with(INPUTS, List.of("a"));
      case "derive.share_of_parent" ->
          none.with(INPUTS, List.of("a", "c"))
              .with("parent_column", "c")
              .with("parts_column", "d")
              .with("number", List.of("b"));
      case "derive.parent_value" ->
          none.with(INPUTS, List.of("a"))
              .with("parent_schema", "s")
              .with("parent_table", "t")
              .with("parent_column", "c");
      case "semantic.br.address" ->
          type.family() == TypeFamily.TEXT ? none : none.with("part", placePart(type));
      case "semantic.br.person" ->
          type.family() == TypeFamily.TEXT ? none : none.with("part", personPart(type));
      default -> none;
    };
  }

  private static String placePart(ValueType type) {
    return type.family() == TypeFamily.INTEGER ? "ddd" : "latitude";
  }

  private static String personPart(ValueType type) {
    return type.family() == TypeFamily.DATE ? "birth_date" : "cpf";
  }

  private static List<String> values(ValueType type) {
    return type.family() == TypeFamily.BOOLEAN ? List.of("false", "true") : List.of(constant(type));
  }

  private static String constant(ValueType type) {
    return switch (type.family()) {
      case ENUM -> type.labels().get(0);
      case RANGE -> type.name().endsWith("multirange") ? "{}" : "empty";
      case MACADDR ->
          type.name().equals("macaddr8") ? "02:00:00:00:00:00:00:01" : "02:00:00:00:00:01";
      case COMPOSITE -> "(Rua do Sol,7)";
      case NOTATION -> "(1,2)";
      default -> CONSTANTS.getOrDefault(type.family(), "");
    };
  }

  /** A column type that shows what the generator is for. */
  static ValueType type(GeneratorDeclaration declaration) {
    TypeFamily family = family(declaration);
    return switch (family) {
      case BOOLEAN -> ValueType.of(family, "bool");
      case INTEGER -> ValueType.of(family, "int8");
      case DECIMAL -> ValueType.numeric(18, 2);
      case FLOAT -> ValueType.of(family, "float8");
      case DATE -> ValueType.of(family, "date");
      case TIME -> ValueType.of(family, "time");
      case TIMESTAMP -> ValueType.of(family, "timestamp");
      case ARRAY -> array();
      case RANGE -> ValueType.of(family, "daterange");
      case NOTATION -> ValueType.of(family, "point");
      case COMPOSITE -> composite();
      case JSON -> ValueType.of(family, "jsonb");
      default -> ValueType.of(family, family.name().toLowerCase(Locale.ROOT));
    };
  }

  private static TypeFamily family(GeneratorDeclaration declaration) {
    String id = declaration.id();
    if (id.matches(".*(decimal|float|money|deal_value).*")) {
      return TypeFamily.DECIMAL;
    }
    if (id.matches(".*(timestamp|updated_after|end_after|after_parent|DateTime).*")) {
      return TypeFamily.TIMESTAMP;
    }
    return id.matches(".*(enum|constant|same)")
        ? TypeFamily.TEXT
        : declaration.produces().iterator().next();
  }

  private static ValueType composite() {
    return ValueType.composite(
        "address",
        List.of(
            new ValueType.Field("street", ValueType.varchar(20)),
            new ValueType.Field("number", ValueType.of(TypeFamily.INTEGER, "int4"))));
  }

  private static ValueType array() {
    return new ValueType(
        TypeFamily.ARRAY,
        "_text",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(ValueType.text()));
  }

  /** What fills a column of the type that another one reads. */
  static GeneratorCall input(ValueType type) {
    return GeneratorCall.of(
        switch (type.family()) {
          case BOOLEAN -> "primitive.bool";
          case INTEGER -> "primitive.int.range";
          case DECIMAL -> "primitive.decimal.numeric";
          case FLOAT -> "primitive.float";
          case DATE -> "primitive.date";
          case TIME -> "primitive.time";
          case TIMESTAMP, TIMESTAMPTZ -> "primitive.timestamp";
          case TEXT -> type.maxLength().orElse(99) < 20 ? "primitive.text" : "semantic.br.name";
          case OTHER -> throw new IllegalArgumentException("type: no values of " + type.name());
          case BYTEA -> "primitive.bytes";
          default -> "primitive." + type.family().name().toLowerCase(Locale.ROOT);
        });
  }
}
