package io.datalchemy.ddl;

import io.datalchemy.schema.type.ColumnType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column type as a statement names it: qualified unless built in, with its collation or not. */
enum TypeName {
  COLLATED,
  PLAIN;

  private static final Pattern MODIFIER = Pattern.compile("(\\([^()\"]*\\))(\\[])*$");

  /** A collation of the operating system, {@code pt_BR.utf8}: the dot is part of its name. */
  private static final Pattern OF_SYSTEM =
      Pattern.compile(".*\\.(utf|iso|euc|koi|cp|big|gb|sjis)[-_A-Za-z0-9]*(@\\w+)?");

  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(\"([^\"]|\"\")+\"|[a-z_][a-z0-9_]*)\\.(\"([^\"]|\"\")+\"|[a-z_][a-z0-9_]*)");

  /** The type's name alone. */
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

  /** The type's name and, if wanted, the collation that it has of its own. */
  String name(ColumnType type) {
    return this == PLAIN
        ? of(type)
        : of(type) + type.collation().map(c -> " COLLATE " + collation(c)).orElse("");
  }

  /** A collation in SQL: those of users come qualified and quoted where need be. */
  static String collation(String name) {
    return QUALIFIED.matcher(name).matches() && !OF_SYSTEM.matcher(name).matches()
        ? name
        : SqlText.identifier(name);
  }
}
