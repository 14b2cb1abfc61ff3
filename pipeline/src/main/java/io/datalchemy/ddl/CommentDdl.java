package io.datalchemy.ddl;

import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.ObjectComment;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Comments on everything that has one. */
final class CommentDdl {
  /** A constraint's name, and the word that stands before its domain's. */
  private static final Pattern OF_DOMAIN = Pattern.compile("^(\"(?:[^\"]|\"\")*\"|\\S+) on ");

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
                    .filter(table -> table.kind() != TableKind.FOREIGN_TABLE)
                    .ifPresent(table -> addTable(id, table, statements)));
    database.comments().forEach(comment -> statements.add(on(object(comment), comment.comment())));
    return statements;
  }

  private static String object(ObjectComment comment) {
    return switch (comment.object()) {
      case "table constraint" -> "CONSTRAINT " + comment.identity();
      case "domain constraint" ->
          "CONSTRAINT " + OF_DOMAIN.matcher(comment.identity()).replaceFirst("$1 ON DOMAIN ");
      default -> comment.object().toUpperCase(Locale.ROOT) + " " + comment.identity();
    };
  }

  private static void addTable(TableId id, Table table, List<String> statements) {
    String name = SqlText.qualified(id);
    String kind =
        switch (table.kind()) {
          case VIEW -> "VIEW ";
          case MATERIALIZED_VIEW -> "MATERIALIZED VIEW ";
          default -> "TABLE ";
        };
    table.comment().ifPresent(text -> statements.add(on(kind + name, text)));
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
