package io.datalchemy.introspect.catalogue;

import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Constraint.MatchType;
import io.datalchemy.schema.Constraint.ReferentialAction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads constraints from rows of the query of that name. */
final class Constraints {
  /** The contract's order: by kind, then by name. */
  static final Comparator<Constraint> ORDER =
      Comparator.comparingInt(Constraints::rank).thenComparing(Constraint::name);

  private Constraints() {}

  static Constraint read(CatalogueRow row) throws SQLException {
    String name = row.text("name");
    return switch (row.code("kind")) {
      case 'p' ->
          new Constraint.PrimaryKey(
              name,
              row.texts("columns"),
              isDeferrable(row),
              isDeferred(row),
              row.flag("has_period"));
      case 'u' ->
          new Constraint.Unique(
              name,
              row.texts("columns"),
              isDeferrable(row),
              isDeferred(row),
              row.flag("nulls_not_distinct"),
              row.flag("has_period"));
      case 'f' -> foreignKey(row);
      case 'x' -> exclusion(row);
      default ->
          new Constraint.Check(
              name, row.text("definition"), row.flag("not_valid"), row.flag("not_enforced"));
    };
  }

  private static Constraint foreignKey(CatalogueRow row) throws SQLException {
    return new Constraint.ForeignKey(
        row.text("name"),
        row.texts("columns"),
        row.text("referenced_schema"),
        row.text("referenced_table"),
        row.texts("referenced_columns"),
        action(row.code("on_update")),
        action(row.code("on_delete")),
        matchType(row.code("match_type")),
        isDeferrable(row),
        isDeferred(row),
        row.flag("not_valid"),
        row.texts("on_delete_columns"),
        row.flag("has_period"),
        row.flag("not_enforced"));
  }

  private static Constraint exclusion(CatalogueRow row) throws SQLException {
    List<String> expressions = row.texts("expressions");
    List<String> operators = row.texts("operators");
    List<Constraint.Exclusion.Element> elements = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      elements.add(new Constraint.Exclusion.Element(expressions.get(i), operators.get(i)));
    }
    return new Constraint.Exclusion(
        row.text("name"),
        row.text("definition"),
        row.text("method"),
        elements,
        row.optional("predicate"),
        isDeferrable(row),
        isDeferred(row));
  }

  private static boolean isDeferrable(CatalogueRow row) throws SQLException {
    return row.flag("is_deferrable");
  }

  private static boolean isDeferred(CatalogueRow row) throws SQLException {
    return row.flag("initially_deferred");
  }

  private static ReferentialAction action(char code) {
    return switch (code) {
      case 'r' -> ReferentialAction.RESTRICT;
      case 'c' -> ReferentialAction.CASCADE;
      case 'n' -> ReferentialAction.SET_NULL;
      case 'd' -> ReferentialAction.SET_DEFAULT;
      default -> ReferentialAction.NO_ACTION;
    };
  }

  private static MatchType matchType(char code) {
    return switch (code) {
      case 'f' -> MatchType.FULL;
      case 'p' -> MatchType.PARTIAL;
      default -> MatchType.SIMPLE;
    };
  }

  private static int rank(Constraint constraint) {
    if (constraint instanceof Constraint.PrimaryKey) {
      return 0;
    }
    if (constraint instanceof Constraint.Unique) {
      return 1;
    }
    if (constraint instanceof Constraint.Check) {
      return 2;
    }
    return constraint instanceof Constraint.ForeignKey ? 3 : 4;
  }
}
