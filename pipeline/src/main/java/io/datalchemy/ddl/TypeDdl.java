package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.CompositeType;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.EnumType;
import io.datalchemy.schema.type.RangeType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Enums, domains, composite types and ranges, each after those that it is made of. */
final class TypeDdl {
  /** A type to make: its statement, and the types that it names. */
  private record Definition(Preparation statement, List<ColumnType> uses) {}

  private final SortedMap<TableId, Definition> waiting = new TreeMap<>();
  private final List<Preparation> ordered = new ArrayList<>();

  private TypeDdl() {}

  static List<Preparation> of(DatabaseSchema database) {
    TypeDdl ddl = new TypeDdl();
    database.enums().forEach(type -> ddl.ordered.add(enumType(type)));
    database.domains().forEach(ddl::add);
    database.compositeTypes().forEach(ddl::add);
    database.rangeTypes().forEach(ddl::add);
    while (!ddl.waiting.isEmpty()) {
      ddl.place(ddl.waiting.firstKey());
    }
    return ddl.ordered;
  }

  private void place(TableId name) {
    Definition definition = waiting.remove(name);
    if (definition == null) {
      return;
    }
    for (ColumnType used : definition.uses()) {
      place(new TableId(used.udtSchema(), used.udtName()));
      used.element().ifPresent(e -> place(new TableId(e.udtSchema(), e.udtName())));
    }
    ordered.add(definition.statement());
  }

  private static Preparation enumType(EnumType type) {
    return Preparation.of(
        "enum " + type.schema() + "." + type.name(),
        "CREATE TYPE "
            + SqlText.qualified(type.schema(), type.name())
            + type.labels().stream()
                .map(SqlText::literal)
                .collect(Collectors.joining(", ", " AS ENUM (", ")")));
  }

  private void add(Domain domain) {
    Preparation statement =
        Preparation.of(
            "domain " + domain.schema() + "." + domain.name(),
            sql(domain, TypeName.COLLATED),
            sql(domain, TypeName.PLAIN));
    waiting.put(
        new TableId(domain.schema(), domain.name()),
        new Definition(statement, List.of(domain.baseType())));
  }

  private static String sql(Domain domain, TypeName types) {
    StringBuilder sql = new StringBuilder("CREATE DOMAIN ");
    sql.append(SqlText.qualified(domain.schema(), domain.name()))
        .append(" AS ")
        .append(types.name(domain.baseType()));
    domain.defaultExpression().ifPresent(text -> sql.append(" DEFAULT ").append(text));
    if (!domain.isNullable()) {
      sql.append(" NOT NULL");
    }
    for (Domain.Check check : domain.checks()) {
      sql.append(" CONSTRAINT ")
          .append(SqlText.identifier(check.name()))
          .append(' ')
          .append(ConstraintDdl.valid(check.expression()));
    }
    return sql.toString();
  }

  private void add(CompositeType type) {
    Preparation statement =
        Preparation.of(
            "composite type " + type.schema() + "." + type.name(),
            sql(type, TypeName.COLLATED),
            sql(type, TypeName.PLAIN));
    List<ColumnType> uses =
        type.attributes().stream().map(CompositeType.Attribute::columnType).toList();
    waiting.put(new TableId(type.schema(), type.name()), new Definition(statement, uses));
  }

  private static String sql(CompositeType type, TypeName types) {
    return type.attributes().stream()
        .map(a -> SqlText.identifier(a.name()) + " " + types.name(a.columnType()))
        .collect(
            Collectors.joining(
                ", ",
                "CREATE TYPE " + SqlText.qualified(type.schema(), type.name()) + " AS (",
                ")"));
  }

  private void add(RangeType type) {
    String multirange =
        type.multirangeName()
            .map(n -> ", multirange_type_name = " + SqlText.qualified(type.schema(), n))
            .orElse("");
    String sql =
        "CREATE TYPE "
            + SqlText.qualified(type.schema(), type.name())
            + " AS RANGE (subtype = "
            + TypeName.of(type.subtype())
            + multirange
            + ")";
    Preparation statement = Preparation.of("range type " + type.schema() + "." + type.name(), sql);
    waiting.put(
        new TableId(type.schema(), type.name()),
        new Definition(statement, List.of(type.subtype())));
  }
}
