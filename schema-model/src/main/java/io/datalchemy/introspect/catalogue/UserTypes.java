package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.CompositeType;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.EnumType;
import io.datalchemy.schema.type.RangeType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The types that users created, by schema and name. */
public record UserTypes(
    List<EnumType> enums,
    List<Domain> domains,
    List<CompositeType> composites,
    List<RangeType> ranges) {

  /** A type's name; ordered by schema, then name. */
  private record TypeName(String schema, String name) implements Comparable<TypeName> {
    @Override
    public int compareTo(TypeName other) {
      int bySchema = schema.compareTo(other.schema);
      return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }
  }

  /** All of them, whatever their schema. */
  public static UserTypes read(Catalogue catalogue, TypeCatalogue types) throws SQLException {
    return new UserTypes(
        sorted(catalogue.all("enums", UserTypes::enumType), UserTypes::name),
        sorted(catalogue.all("domains", row -> domain(row, types)), UserTypes::name),
        sorted(composites(catalogue, types), UserTypes::name),
        sorted(catalogue.all("ranges", row -> range(row, types)), UserTypes::name));
  }

  /**
   * Those of the selected schemas, and those elsewhere that the columns need, through domains,
   * attributes and arrays.
   */
  public UserTypes usedBy(List<String> schemas, List<ColumnType> columnTypes) {
    Set<TypeName> used = new TreeSet<>();
    columnTypes.forEach(type -> use(type, used));
    domains.stream()
        .filter(d -> schemas.contains(d.schema()))
        .forEach(d -> use(d.baseType(), used));
    composites.stream()
        .filter(c -> schemas.contains(c.schema()))
        .forEach(c -> c.attributes().forEach(a -> use(a.columnType(), used)));
    ranges.stream().filter(r -> schemas.contains(r.schema())).forEach(r -> use(r.subtype(), used));
    return new UserTypes(
        enums.stream().filter(e -> keep(name(e), schemas, used)).toList(),
        domains.stream().filter(d -> keep(name(d), schemas, used)).toList(),
        composites.stream().filter(c -> keep(name(c), schemas, used)).toList(),
        ranges.stream().filter(r -> keep(name(r), schemas, used)).toList());
  }

  private static boolean keep(TypeName name, List<String> schemas, Set<TypeName> used) {
    return schemas.contains(name.schema()) || used.contains(name);
  }

  private void use(ColumnType type, Set<TypeName> used) {
    TypeName name =
        type.element()
            .map(element -> new TypeName(element.udtSchema(), element.udtName()))
            .orElseGet(() -> new TypeName(type.udtSchema(), type.udtName()));
    if (name.schema().equals("pg_catalog") || !used.add(name)) {
      return;
    }
    domains.stream().filter(d -> name(d).equals(name)).forEach(d -> use(d.baseType(), used));
    composites.stream()
        .filter(c -> name(c).equals(name))
        .forEach(c -> c.attributes().forEach(a -> use(a.columnType(), used)));
    ranges.stream()
        .filter(r -> name(r).equals(name) || isMultirange(r, name))
        .forEach(
            r -> {
              used.add(name(r));
              use(r.subtype(), used);
            });
  }

  private static boolean isMultirange(RangeType range, TypeName name) {
    return range.schema().equals(name.schema())
        && range.multirangeName().filter(name.name()::equals).isPresent();
  }

  private static EnumType enumType(CatalogueRow row) throws SQLException {
    return new EnumType(row.text("schema"), row.text("name"), row.texts("labels"));
  }

  private static Domain domain(CatalogueRow row, TypeCatalogue types) throws SQLException {
    List<String> names = row.texts("check_names");
    List<String> definitions = row.texts("check_definitions");
    List<String> notValid = row.texts("check_not_valid");
    List<Domain.Check> checks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      checks.add(
          new Domain.Check(
              names.get(i), definitions.get(i), Boolean.parseBoolean(notValid.get(i))));
    }
    checks.sort(Comparator.comparing(Domain.Check::name));
    return new Domain(
        row.text("schema"),
        row.text("name"),
        types.columnType(row),
        row.flag("is_nullable"),
        row.optional("default_expression"),
        checks,
        row.optional("comment"));
  }

  private static List<CompositeType> composites(Catalogue catalogue, TypeCatalogue types)
      throws SQLException {
    Map<TypeName, Map<Integer, CompositeType.Attribute>> attributes = new TreeMap<>();
    catalogue.all(
        "composites",
        row -> {
          TypeName name = new TypeName(row.text("schema"), row.text("name"));
          var ofType = attributes.computeIfAbsent(name, n -> new TreeMap<>());
          if (row.optional("attribute").isPresent()) {
            ofType.put(
                row.integer("position"),
                new CompositeType.Attribute(row.text("attribute"), types.columnType(row)));
          }
          return name;
        });
    return attributes.entrySet().stream()
        .map(
            entry ->
                new CompositeType(
                    entry.getKey().schema(),
                    entry.getKey().name(),
                    List.copyOf(entry.getValue().values())))
        .toList();
  }

  private static RangeType range(CatalogueRow row, TypeCatalogue types) throws SQLException {
    return new RangeType(
        row.text("schema"),
        row.text("name"),
        types.columnType(row),
        row.optional("multirange"),
        row.optional("operator_class"),
        row.optional("canonical"),
        row.optional("subtype_diff"));
  }

  private static <T> List<T> sorted(List<T> list, Function<T, TypeName> name) {
    return list.stream().sorted(Comparator.comparing(name)).toList();
  }

  private static TypeName name(EnumType type) {
    return new TypeName(type.schema(), type.name());
  }

  private static TypeName name(Domain type) {
    return new TypeName(type.schema(), type.name());
  }

  private static TypeName name(CompositeType type) {
    return new TypeName(type.schema(), type.name());
  }

  private static TypeName name(RangeType type) {
    return new TypeName(type.schema(), type.name());
  }
}
