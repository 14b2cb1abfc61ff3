package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.type.ColumnType;
import io.datalchemy.schema.type.ColumnType.ElementType;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All types of a server by their oid: what columns, domains and attributes refer to. */
public final class TypeCatalogue {
  /** A type; {@code baseOid} counts for domains only, {@code elementOid} is 0 but for arrays. */
  private record PgType(
      long oid,
      String schema,
      String name,
      boolean isDomain,
      long baseOid,
      int baseModifier,
      long elementOid) {}

  private final Map<Long, PgType> types = new HashMap<>(); // looked up only, never iterated

  private TypeCatalogue(List<PgType> all) {
    all.forEach(type -> types.put(type.oid(), type));
  }

  /** All types of the server. */
  public static TypeCatalogue read(Catalogue catalogue) throws SQLException {
    return new TypeCatalogue(
        catalogue.all(
            "types",
            row ->
                new PgType(
                    row.number("oid"),
                    row.text("schema"),
                    row.text("name"),
                    row.code("kind") == 'd',
                    row.number("base_oid"),
                    row.integer("base_modifier"),
                    row.number("element_oid"))));
  }

  /**
   * The type that a row describes by {@code type_oid}, {@code type_modifier}, {@code data_type} and
   * {@code collation}; a domain has the limits of its base, an array those of its elements.
   */
  ColumnType columnType(CatalogueRow row) throws SQLException {
    PgType type = type(row.number("type_oid"));
    TypeLimits limits = limits(type, row.integer("type_modifier"));
    return new ColumnType(
        row.text("data_type"),
        type.schema(),
        type.name(),
        limits.characterMaxLength(),
        limits.numericPrecision(),
        limits.numericScale(),
        limits.datetimePrecision(),
        row.optional("collation"),
        element(type));
  }

  private TypeLimits limits(PgType type, int modifier) throws SQLException {
    if (type.isDomain()) {
      return limits(type(type.baseOid()), type.baseModifier());
    }
    PgType limited = type.elementOid() == 0 ? type : type(type.elementOid());
    return limited.schema().equals("pg_catalog")
        ? TypeLimits.of(limited.name(), modifier)
        : TypeLimits.none();
  }

  private Optional<ElementType> element(PgType type) throws SQLException {
    if (type.elementOid() == 0) {
      return Optional.empty();
    }
    PgType element = type(type.elementOid());
    return Optional.of(new ElementType(element.schema(), element.name()));
  }

  private PgType type(long oid) throws SQLException {
    PgType type = types.get(oid);
    if (type == null) {
      throw new SQLException("type with oid " + oid + " is not in the catalogue");
    }
    return type;
  }
}
