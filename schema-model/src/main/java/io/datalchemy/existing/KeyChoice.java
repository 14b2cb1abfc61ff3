package io.datalchemy.existing;

import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which columns of which tables a selection means, in a schema: those that some foreign key refers
 * to and those that are named, and no others.
 */
public final class KeyChoice {
  private final DatabaseSchema schema;
  private final Problems problems = new Problems();
  private final SortedMap<TableId, SortedSet<String>> named = new TreeMap<>();

  private KeyChoice(DatabaseSchema schema) {
    this.schema = schema;
  }

  /**
   * The tables of a selection, by name, each once.
   *
   * @throws io.datalchemy.problem.InvalidInputException with every name that means nothing
   */
  public static List<KeyColumns> of(KeySelection selection, DatabaseSchema schema) {
    KeyChoice choice = new KeyChoice(schema);
    selection.tables().forEach(choice::add);
    List<KeyColumns> chosen = new ArrayList<>();
    choice.named.forEach((id, columns) -> choice.columns(id, columns).ifPresent(chosen::add));
    choice.problems.throwIfErrors();
    return chosen;
  }

  private void add(KeySelection.Named name) {
    if (name.table().isEmpty()) {
      addAll(name.schema().orElseThrow());
      return;
    }
    List<TableId> meant =
        schema
            .tableIds()
            .filter(id -> id.table().equals(name.table().get()))
            .filter(id -> name.schema().filter(s -> !s.equals(id.schema())).isEmpty())
            .toList();
    if (meant.size() == 1) {
      requireRows(meant.get(0));
      named.computeIfAbsent(meant.get(0), id -> new TreeSet<>()).addAll(name.columns());
    } else if (meant.isEmpty()) {
      List<String> known = schema.tableIds().map(TableId::toString).toList();
      refuse(
          "unknown_table",
          "table " + name + ": must be in the schema, is not",
          NearMatch.hint(name.toString(), known));
    } else {
      refuse(
          "ambiguous_table",
          "table " + name + ": must be one table, was " + meant,
          "put the schema's name before it");
    }
  }

  private void requireRows(TableId id) {
    Table table = schema.table(id).orElseThrow();
    if (!table.holdsRows()) {
      String hint =
          table
              .partitionOf()
              .map(PartitionOf::parent)
              .map(root -> "name its root instead: " + root)
              .orElse("leave it out");
      refuse("target_holds_no_rows", "table " + id + ": must hold rows of its own, does not", hint);
    }
  }

  /** All tables of a schema that something refers to. */
  private void addAll(String name) {
    List<TableId> referred =
        schema
            .tableIds()
            .filter(id -> id.schema().equals(name))
            .filter(id -> schema.table(id).filter(Table::holdsRows).isPresent())
            .filter(id -> !referencedSets(id).isEmpty())
            .toList();
    referred.forEach(id -> named.computeIfAbsent(id, t -> new TreeSet<>()));
    if (referred.isEmpty()) {
      refuse(
          "keys_not_referenced",
          "schema " + name + ": no foreign key refers to a table of it",
          "name tables and their columns: TABLE(COLUMN)");
    }
  }

  private Optional<KeyColumns> columns(TableId id, Collection<String> further) {
    Table table = schema.table(id).orElseThrow();
    Set<String> wanted = new LinkedHashSet<>(further);
    List<List<String>> referenced = referencedSets(id);
    referenced.forEach(wanted::addAll);
    List<String> known = table.columns().stream().map(Column::name).toList();
    for (String column : further) {
      if (!known.contains(column)) {
        refuse(
            "unknown_column",
            "column " + id + "." + column + ": must be there, is not",
            NearMatch.hint(column, known));
      }
    }
    if (wanted.isEmpty()) {
      refuse(
          "keys_not_referenced",
          "table " + id + ": no foreign key refers to it",
          "name the columns to read: " + id + "(…)");
      return Optional.empty();
    }
    List<String> read = known.stream().filter(wanted::contains).toList();
    return Optional.of(new KeyColumns(id, read, order(table, read, referenced), keys(referenced)));
  }

  private static Set<String> keys(List<List<String>> referenced) {
    Set<String> columns = new TreeSet<>();
    referenced.forEach(columns::addAll);
    return columns;
  }

  /** The columns of each key that a foreign key of the schema refers to. */
  private List<List<String>> referencedSets(TableId id) {
    return schema
        .tableIds()
        .flatMap(child -> schema.table(child).orElseThrow().foreignKeys())
        .filter(key -> key.referenced().equals(id))
        .map(ForeignKey::referencedColumns)
        .distinct()
        .toList();
  }

  /** A key that no two rows share: the primary key if it is read, else the first referenced one. */
  private static Optional<List<String>> order(
      Table table, List<String> read, List<List<String>> referenced) {
    return table
        .primaryKey()
        .map(Constraint.PrimaryKey::columns)
        .filter(read::containsAll)
        .or(() -> referenced.stream().findFirst());
  }

  private void refuse(String code, String message, String wayOut) {
    problems.add(Problem.error(code, "", message).withHint(wayOut));
  }
}
