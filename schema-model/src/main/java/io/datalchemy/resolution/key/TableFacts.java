package io.datalchemy.resolution.key;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What planning the keys of one table starts from.
 *
 * @param keys the foreign keys that the run honours
 * @param pathKey the foreign key by which rows must be grouped so that other tables can find the
 *     rows of an ancestor
 * @param isBalanced whether those groups must be as equal as they can
 * @param notNullDomains the columns whose domains refuse NULL
 */
public record TableFacts(
    TableId id,
    Table table,
    long rows,
    List<ForeignKey> keys,
    Optional<ForeignKey> pathKey,
    boolean isBalanced,
    Set<String> notNullDomains) {

  /** The column of that name, which the table must have. */
  public Column column(String name) {
    return table.column(name).orElseThrow();
  }

  /** Whether an honoured foreign key uses the column. */
  public boolean isForeign(String column) {
    return keys.stream().anyMatch(key -> key.columns().contains(column));
  }

  /** Whether neither the column nor its domain refuses NULL. */
  public boolean isNullable(String column) {
    return column(column).isNullable() && !notNullDomains.contains(column);
  }

  /** Whether the key refers to its own table. */
  public boolean isSelfReference(ForeignKey key) {
    return key.referenced().equals(id);
  }

  /** The columns of a key that may be NULL in rows without a parent: its own nullable ones. */
  public List<String> nullColumns(ForeignKey key) {
    List<String> own =
        key.columns().stream()
            .filter(c -> keys.stream().noneMatch(o -> !o.equals(key) && o.columns().contains(c)))
            .filter(this::isNullable)
            .toList();
    boolean mustBeWhole =
        key.matchType() == io.datalchemy.schema.Constraint.MatchType.FULL
            && own.size() < key.columns().size();
    return mustBeWhole ? List.of() : own;
  }

  /** The foreign key of a column that is a key to another table by itself and may be NULL. */
  public Optional<ForeignKey> optionalKey(String column) {
    List<ForeignKey> using = keys.stream().filter(k -> k.columns().contains(column)).toList();
    return using.size() == 1 && isNullable(column)
        ? using.stream().filter(k -> k.columns().size() == 1 && !isSelfReference(k)).findFirst()
        : Optional.empty();
  }
}
