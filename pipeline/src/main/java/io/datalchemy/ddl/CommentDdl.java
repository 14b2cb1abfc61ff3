package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;

/** Comments on tables, columns and domains. */
final class CommentDdl {
  private CommentDdl() {}

  static List<String> of(DatabaseSchema database) {
    List<String> statements = new ArrayList<>();
    database
        .domains()
        .forEach(
            domain ->
                domain
                    .comment()
                    .ifPresent(
                        text ->
                            statements.add(
                                on(
                                    "DOMAIN " + SqlText.qualified(domain.schema(), domain.name()),
                                    text))));
    database
        .tableIds()
        .forEach(
            id ->
                database
                    .table(id)
                    .filter(table -> table.kind().holdsRows())
                    .ifPresent(table -> addTable(id, table, statements)));
    return statements;
  }

  private static void addTable(TableId id, Table table, List<String> statements) {
    String name = SqlText.qualified(id);
    table.comment().ifPresent(text -> statements.add(on("TABLE " + name, text)));
    table
        .columns()
        .forEach(
            column ->
                column
                    .comment()
                    .ifPresent(
                        text ->
                            statements.add(
                                on(
                                    "COLUMN " + name + "." + SqlText.identifier(column.name()),
                                    text))));
  }

  private static String on(String object, String text) {
    return "COMMENT ON " + object + " IS " + SqlText.literal(text);
  }
}
