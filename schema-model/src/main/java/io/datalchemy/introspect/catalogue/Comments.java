package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.ObjectComment;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Comments on objects that do not carry their own, by kind of object and name. */
public final class Comments {
  private record Row(ObjectComment comment, long functionOid) {}

  private Comments() {}

  /** Those on what the schemas hold, and on the functions given. */
  public static List<ObjectComment> read(
      Catalogue catalogue, List<String> schemas, Functions functions) throws SQLException {
    return catalogue.of(schemas, "comments", Comments::row).stream()
        .filter(row -> row.functionOid() == 0 || functions.contains(row.functionOid()))
        .map(Row::comment)
        .sorted(Comparator.comparing(ObjectComment::object).thenComparing(ObjectComment::identity))
        .toList();
  }

  private static Row row(CatalogueRow row) throws SQLException {
    return new Row(
        new ObjectComment(row.text("object"), row.text("identity"), row.text("comment")),
        row.number("function_oid"));
  }
}
