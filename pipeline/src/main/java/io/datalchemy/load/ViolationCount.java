package io.datalchemy.load;

import io.datalchemy.ddl.Addition;
import io.datalchemy.ddl.SqlText;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The query that counts the rows that break one rule. */
final class ViolationCount {
  private static final Pattern CHECK =
      Pattern.compile(
          "^CHECK\\s*\\((.*)\\)(?:\\s+(?:NO INHERIT|NOT VALID|NOT ENFORCED))*\\s*$",
          Pattern.DOTALL);

  private final TableId table;
  private final String rows;

  /**
   * Counts in one table.
   *
   * @param onlyItself leave out the rows of tables that inherit from it
   */
  ViolationCount(TableId table, boolean onlyItself) {
    this.table = table;
    this.rows = (onlyItself ? "ONLY " : "") + SqlText.qualified(table);
  }

  /** The query, or nothing where the schema does not hold enough of the rule to tell. */
  Optional<String> query(Addition.Rule rule) {
    if (rule instanceof Addition.Rule.NotNull notNull) {
      return Optional.of(
          "SELECT count(*) FROM "
              + SqlText.qualified(table)
              + " WHERE "
              + SqlText.identifier(notNull.column().name())
              + " IS NULL");
    } else if (rule instanceof Addition.Rule.OfIndex index) {
      return uniqueIndex(index.index());
    }
    return constraint(((Addition.Rule.OfConstraint) rule).constraint());
  }

  private Optional<String> constraint(Constraint constraint) {
    if (constraint instanceof Constraint.PrimaryKey key) {
      return Optional.of(duplicates(identifiers(key.columns()), Optional.empty(), false));
    } else if (constraint instanceof Constraint.Unique unique) {
      return Optional.of(
          duplicates(identifiers(unique.columns()), Optional.empty(), unique.nullsNotDistinct()));
    } else if (constraint instanceof Constraint.Check check) {
      return check(check);
    } else if (constraint instanceof Constraint.ForeignKey key) {
      return Optional.of(orphans(key));
    }
    return Optional.of(conflicts((Constraint.Exclusion) constraint));
  }

  private Optional<String> check(Constraint.Check check) {
    Matcher matcher = CHECK.matcher(check.expression());
    return matcher.matches()
        ? Optional.of(
            "SELECT count(*) FROM "
                + SqlText.qualified(table)
                + " WHERE NOT ("
                + matcher.group(1)
                + ")")
        : Optional.empty();
  }

  private Optional<String> uniqueIndex(Index index) {
    if (!index.isUnique() || index.keys().isEmpty()) {
      return Optional.empty();
    }
    List<String> keys =
        index.keys().stream()
            .map(
                key ->
                    key.column()
                        .map(SqlText::identifier)
                        .orElseGet(() -> "(" + key.expression().orElse("NULL") + ")"))
            .toList();
    return Optional.of(duplicates(keys, index.predicate(), index.nullsNotDistinct()));
  }

  /** Rows that share their key with another row. */
  private String duplicates(
      List<String> keys, Optional<String> predicate, boolean nullsNotDistinct) {
    List<String> conditions = new ArrayList<>();
    predicate.ifPresent(text -> conditions.add("(" + text + ")"));
    if (!nullsNotDistinct) {
      keys.forEach(key -> conditions.add(key + " IS NOT NULL"));
    }
    return "SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM "
        + rows
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
        + " GROUP BY "
        + String.join(", ", keys)
        + " HAVING count(*) > 1) AS groups";
  }

  private String orphans(Constraint.ForeignKey key) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add(
          "parent."
              + SqlText.identifier(key.referencedColumns().get(i))
              + " = child."
              + SqlText.identifier(key.columns().get(i)));
    }
    String allPresent = nullness(key.columns(), "IS NOT NULL", " AND ");
    String orphan =
        allPresent
            + " AND NOT EXISTS (SELECT FROM "
            + SqlText.qualified(key.referenced())
            + " AS parent WHERE "
            + String.join(" AND ", pairs)
            + ")";
    String half =
        key.matchType() == Constraint.MatchType.FULL
            ? " OR ("
                + nullness(key.columns(), "IS NULL", " OR ")
                + ") AND ("
                + nullness(key.columns(), "IS NOT NULL", " OR ")
                + ")"
            : "";
    return "SELECT count(*) FROM " + rows + " AS child WHERE " + orphan + half;
  }

  private static String nullness(List<String> columns, String test, String joint) {
    return columns.stream()
        .map(column -> "child." + SqlText.identifier(column) + " " + test)
        .collect(Collectors.joining(joint));
  }

  /** Rows that conflict with another row in every element. */
  private String conflicts(Constraint.Exclusion exclusion) {
    List<String> selected = new ArrayList<>(List.of("row_number() OVER () AS r"));
    List<String> tests = new ArrayList<>(List.of("one.r <> other.r"));
    for (int i = 0; i < exclusion.elements().size(); i++) {
      Constraint.Exclusion.Element element = exclusion.elements().get(i);
      selected.add("(" + element.expression() + ") AS e" + i);
      tests.add("one.e" + i + " " + element.operator() + " other.e" + i);
    }
    return "WITH keys AS MATERIALIZED (SELECT "
        + String.join(", ", selected)
        + " FROM "
        + rows
        + exclusion.predicate().map(text -> " WHERE " + text).orElse("")
        + ") SELECT count(*) FROM keys AS one WHERE EXISTS (SELECT FROM keys AS other WHERE "
        + String.join(" AND ", tests)
        + ")";
  }

  private static List<String> identifiers(List<String> columns) {
    return columns.stream().map(SqlText::identifier).toList();
  }
}
