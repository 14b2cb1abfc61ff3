package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import java.util.ArrayList;
import java.util.List;

/** Views and materialized views with their indexes, each after those that it shows. */
final class ViewDdl {
  private ViewDdl() {}

  /** The views and, among them, the functions that need one. */
  static List<Preparation> of(DatabaseSchema database, List<DependencyOrder.Definition> functions) {
    List<DependencyOrder.Definition> definitions = new ArrayList<>(functions);
    List<Preparation> additions = new ArrayList<>();
    database
        .tableIds()
        .forEach(
            id -> {
              Table table = database.table(id).orElseThrow();
              table
                  .viewDefinition()
                  .ifPresent(query -> definitions.add(definition(id, table, query)));
              if (table.viewDefinition().isPresent()) {
                additions.addAll(additions(id, table));
              }
            });
    List<Preparation> views = new ArrayList<>(DependencyOrder.of(definitions));
    views.addAll(additions);
    return views;
  }

  private static DependencyOrder.Definition definition(TableId id, Table table, String query) {
    String kind = table.kind() == TableKind.MATERIALIZED_VIEW ? "MATERIALIZED VIEW " : "VIEW ";
    String text = query.strip();
    String body = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    String sql = "CREATE " + kind + SqlText.qualified(id) + " AS " + ListCasts.stable(body);
    return new DependencyOrder.Definition(
        id.schema(), id.table(), Preparation.of("view " + id, sql), body);
  }

  private static List<Preparation> additions(TableId id, Table table) {
    List<Preparation> additions = new ArrayList<>();
    for (Index index : table.indexes()) {
      additions.add(Preparation.of("index " + index.name(), ConstraintDdl.create(index)));
    }
    table
        .columns()
        .forEach(
            column ->
                column
                    .defaultExpression()
                    .ifPresent(
                        text ->
                            additions.add(
                                Preparation.of(
                                    "default of " + id + "." + column.name(),
                                    "ALTER VIEW "
                                        + SqlText.qualified(id)
                                        + " ALTER COLUMN "
                                        + SqlText.identifier(column.name())
                                        + " SET DEFAULT "
                                        + ListCasts.stable(text)))));
    return additions;
  }
}
