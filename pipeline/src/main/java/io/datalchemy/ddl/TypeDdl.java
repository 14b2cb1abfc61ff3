package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.type.CompositeType;
import io.datalchemy.schema.type.Domain;
import io.datalchemy.schema.type.EnumType;
import io.datalchemy.schema.type.RangeType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Enums, domains, composite types and ranges, each after those that it is made of. */
final class TypeDdl {
  private final List<DependencyOrder.Definition> definitions = new ArrayList<>();

  private TypeDdl() {}

  /** The types and, among them, the functions that they need. */
  static List<Preparation> of(DatabaseSchema database, List<DependencyOrder.Definition> functions) {
    TypeDdl ddl = new TypeDdl();
    List<Preparation> statements = new ArrayList<>();
    database.enums().forEach(type -> statements.add(enumType(type)));
    database.rangeTypes().forEach(ddl::add);
    database.domains().forEach(ddl::add);
    database.compositeTypes().forEach(ddl::add);
    ddl.definitions.addAll(functions);
    statements.addAll(DependencyOrder.of(ddl.definitions));
    return statements;
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
    definitions.add(
        new DependencyOrder.Definition(domain.schema(), domain.name(), statement, statement.sql()));
  }

  private static String sql(Domain domain, TypeName types) {
    StringBuilder sql = new StringBuilder("CREATE DOMAIN ");
    sql.append(SqlText.qualified(domain.schema(), domain.name()))
        .append(" AS ")
        .append(types.name(domain.baseType()));
    domain
        .defaultExpression()
        .ifPresent(text -> sql.append(" DEFAULT ").append(ListCasts.stable(text)));
    if (!domain.isNullable()) {
      sql.append(" NOT NULL");
    }
    domain.checks().stream()
        .filter(check -> !check.notValid())
        .forEach(check -> sql.append(text(check)));
    domain.checks().stream()
        .filter(Domain.Check::notValid)
        .forEach(
            check ->
                sql.append(";\nALTER DOMAIN ")
                    .append(SqlText.qualified(domain.schema(), domain.name()))
                    .append(" ADD")
                    .append(text(check)));
    return sql.toString();
  }

  private static String text(Domain.Check check) {
    return " CONSTRAINT "
        + SqlText.identifier(check.name())
        + " "
        + ListCasts.stable(check.expression());
  }

  private void add(CompositeType type) {
    Preparation statement =
        Preparation.of(
            "composite type " + type.schema() + "." + type.name(),
            sql(type, TypeName.COLLATED),
            sql(type, TypeName.PLAIN));
    definitions.add(
        new DependencyOrder.Definition(type.schema(), type.name(), statement, statement.sql()));
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
    List<String> options = new ArrayList<>();
    options.add("subtype = " + TypeName.of(type.subtype()));
    type.operatorClass().ifPresent(name -> options.add("subtype_opclass = " + name));
    type.subtype()
        .collation()
        .ifPresent(name -> options.add("collation = " + TypeName.collation(name)));
    type.subtypeDiff().ifPresent(name -> options.add("subtype_diff = " + name));
    type.multirangeName()
        .map(name -> SqlText.qualified(type.schema(), name))
        .ifPresent(name -> options.add("multirange_type_name = " + name));
    String sql =
        "CREATE TYPE "
            + SqlText.qualified(type.schema(), type.name())
            + " AS RANGE ("
            + String.join(", ", options)
            + ")";
    Preparation statement = Preparation.of("range type " + type.schema() + "." + type.name(), sql);
    definitions.add(
        new DependencyOrder.Definition(type.schema(), type.name(), statement, statement.sql()));
  }
}
