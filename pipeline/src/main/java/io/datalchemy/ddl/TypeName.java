package io.datalchemy.ddl;

import io.datalchemy.schema.ColumnType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column type as a statement names it, qualified unless it is built in. */
final class TypeName {
  private static final Pattern MODIFIER = Pattern.compile("(\\([^()\"]*\\))(\\[])*$");

  private TypeName() {}

  static String of(ColumnType type) {
    if (type.isBuiltIn()) {
      return type.dataType();
    }
    Matcher matcher = MODIFIER.matcher(type.dataType());
    String modifier = matcher.find() ? matcher.group(1) : "";
    return type.element()
        .map(e -> SqlText.qualified(e.udtSchema(), e.udtName()) + modifier + "[]")
        .orElseGet(() -> SqlText.qualified(type.udtSchema(), type.udtName()) + modifier);
  }

  /** The type and its collation, where it has one of its own. */
  static String withCollation(ColumnType type) {
    return of(type) + type.collation().map(c -> " COLLATE " + collation(c)).orElse("");
  }

  private static String collation(String name) {
    return name.startsWith("\"") || name.contains(".\"") ? name : SqlText.identifier(name);
  }
}
