package io.datalchemy.type;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.CompositeType;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.EnumType;
import io.datalchemy.schema.type.RangeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads column types as value types: domains unwrapped, enums spelled out, limits applied. */
public final class ValueTypes {
  private static final Pattern INTERVAL_FIELDS =
      Pattern.compile("interval ([a-z]+)(?: to ([a-z]+))?.*");

  private ValueTypes() {}

  /**
   * The value type of a column or domain base of that type.
   *
   * <p>An array's element carries the limits that the column declares ({@code varchar(20)[]}). What
   * we have no values for, such as types of most extensions, is of the family OTHER.
   */
  public static ValueType of(ColumnType type, DatabaseSchema schema) {
    if (type.element().isPresent()) {
      ColumnType.ElementType element = type.element().get();
      ValueType elementType = named(element.udtSchema(), element.udtName(), type, schema);
      return within(TypeFamily.ARRAY, type.udtName(), elementType);
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
        .or(() -> schema.compositeType(typeSchema, name).map(c -> composite(c, schema)))
        .or(() -> range(typeSchema, name, schema))
        .orElseGet(() -> ofExtension(typeSchema, name, schema));
  }

  private static ValueType builtIn(String name, ColumnType limits) {
    TypeFamily family = BuiltInTypes.family(name);
    return switch (family) {
      case TEXT -> limited(family, name, textLength(name, limits), none(), none());
      case BIT -> limited(family, name, limits.characterMaxLength(), none(), none());
      case DECIMAL -> decimal(name, limits);
      case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ ->
          limited(family, name, none(), none(), limits.datetimePrecision());
      case INTERVAL -> interval(limits);
      default -> ValueType.of(family, name);
    };
  }

  /** Fields are not among the limits: only the type as it is printed tells them. */
  private static ValueType interval(ColumnType limits) {
    Matcher fields = INTERVAL_FIELDS.matcher(limits.dataType());
    List<String> labels = new ArrayList<>();
    if (fields.matches()) {
      labels.add(fields.group(1));
      Optional.ofNullable(fields.group(2)).ifPresent(labels::add);
    }
    return new ValueType(
        TypeFamily.INTERVAL,
        "interval",
        none(),
        none(),
        limits.datetimePrecision(),
        labels,
        Optional.empty());
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

  /** A type of an extension that is installed where the type is. */
  private static ValueType ofExtension(String typeSchema, String name, DatabaseSchema schema) {
    if (name.equals("citext")) {
      return ValueType.of(TypeFamily.TEXT, name);
    }
    boolean isInstalled =
        schema.extensions().stream()
            .anyMatch(
                extension ->
                    extension.name().equals(BuiltInTypes.extension(name))
                        && extension.schema().equals(typeSchema));
    return ValueType.of(isInstalled ? TypeFamily.NOTATION : TypeFamily.OTHER, name);
  }

  private static ValueType composite(CompositeType type, DatabaseSchema schema) {
    return ValueType.composite(
        type.name(),
        type.attributes().stream()
            .map(a -> new ValueType.Field(a.name(), of(a.columnType(), schema)))
            .toList());
  }

  private static Optional<ValueType> range(String schemaName, String name, DatabaseSchema schema) {
    return schema.rangeTypes().stream()
        .filter(range -> range.schema().equals(schemaName))
        .flatMap(range -> range(range, name, schema).stream())
        .findFirst();
  }

  private static Optional<ValueType> range(RangeType type, String name, DatabaseSchema schema) {
    ValueType range = within(TypeFamily.RANGE, type.name(), of(type.subtype(), schema));
    if (type.name().equals(name)) {
      return Optional.of(range);
    }
    return type.multirangeName()
        .filter(name::equals)
        .map(multirange -> within(TypeFamily.RANGE, multirange, range));
  }

  private static ValueType enumeration(EnumType type) {
    return new ValueType(
        TypeFamily.ENUM, type.name(), none(), none(), none(), type.labels(), Optional.empty());
  }

  private static ValueType within(TypeFamily family, String name, ValueType element) {
    return new ValueType(family, name, none(), none(), none(), List.of(), Optional.of(element));
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
