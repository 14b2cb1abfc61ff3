package io.datalchemy.plan.derivation;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.Rule.ColumnGenerator;
import io.datalchemy.schema.ColumnId;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The columns that rows must have, without any file having them, so that rules can read the rows of
 * ancestors: each table on the way carries the value one key further.
 */
public final class AuxiliaryColumns {
  private static final String ALONG = "→";
  private static final String OF = "←";

  private final DatabaseSchema schema;
  private final Map<TableId, Set<Auxiliary>> byTable = new TreeMap<>();
  private final Map<ColumnId, Reading> readings = new LinkedHashMap<>();
  private final Map<TableId, Set<String>> followed = new TreeMap<>();
  private final Set<ColumnId> read = new LinkedHashSet<>();

  private AuxiliaryColumns(DatabaseSchema schema) {
    this.schema = schema;
  }

  /**
   * A column that is computed and not written.
   *
   * @param parentColumn the column of the key's parent that it copies, which may be one of these
   * @param origin the column of the ancestor whose value and type it has
   */
  public record Auxiliary(String name, String foreignKey, String parentColumn, ColumnId origin) {}

  /**
   * How one rule reads an ancestor.
   *
   * @param columns for each column that it reads, how the row itself comes to have it
   */
  public record Reading(KeyPath path, List<Auxiliary> columns) {
    public Reading {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Works out what the rules of a plan read.
   *
   * @param keysOf the foreign keys of a table that a run honours
   */
  public static AuxiliaryColumns of(
      GenerationPlan plan, DatabaseSchema schema, Function<TableId, List<ForeignKey>> keysOf) {
    AuxiliaryColumns columns = new AuxiliaryColumns(schema);
    plan.rules().stream()
        .filter(ColumnGenerator.class::isInstance)
        .map(ColumnGenerator.class::cast)
        .forEach(rule -> ParentRead.of(rule).ifPresent(found -> columns.add(rule, found, keysOf)));
    return columns;
  }

  /** The auxiliary columns of a table, each once, in the order of the rules. */
  public List<Auxiliary> of(TableId table) {
    return List.copyOf(byTable.getOrDefault(table, Set.of()));
  }

  /** How the rule on a column reads an ancestor; empty if it does not or its path breaks. */
  public Optional<Reading> reading(ColumnId column) {
    return Optional.ofNullable(readings.get(column));
  }

  /** Whether a rule reads the column, so that it must have a value that is known. */
  public boolean isRead(ColumnId column) {
    return read.contains(column);
  }

  /** Whether a rule reads rows of the key's parent, so that each row must keep to its own. */
  public boolean follows(TableId table, ForeignKey key) {
    return followed.getOrDefault(table, Set.of()).contains(key.name());
  }

  private void add(
      ColumnGenerator rule, ParentRead asked, Function<TableId, List<ForeignKey>> keysOf) {
    KeyPath path = asked.path(keysOf);
    if (path.keys().isEmpty() || path.broken().isPresent() || !hasAll(path, asked)) {
      return;
    }
    boolean isInput = ParentRead.isInputOf(rule.generator().id());
    List<Auxiliary> own = new ArrayList<>();
    for (String column : asked.columns()) {
      ColumnId origin = new ColumnId(path.end(), column);
      read.add(origin);
      Auxiliary value = carry(path, origin);
      own.add(isInput ? input(asked, value) : value);
    }
    readings.putIfAbsent(new ColumnId(asked.table(), asked.column()), new Reading(path, own));
  }

  private boolean hasAll(KeyPath path, ParentRead asked) {
    Optional<Table> end = schema.table(path.end());
    return end.isPresent()
        && asked.columns().stream().allMatch(c -> end.get().column(c).isPresent());
  }

  /**
   * Carries a value down the path, to the parent of the row that reads it; the last step is its.
   */
  private Auxiliary carry(KeyPath path, ColumnId origin) {
    String carried = origin.column();
    for (int place = path.keys().size() - 1; place > 0; place--) {
      Auxiliary auxiliary = step(path, place, carried, origin);
      byTable.computeIfAbsent(path.table(place), t -> new LinkedHashSet<>()).add(auxiliary);
      carried = auxiliary.name();
    }
    return step(path, 0, carried, origin);
  }

  private Auxiliary step(KeyPath path, int place, String carried, ColumnId origin) {
    ForeignKey key = path.keys().get(place);
    TableId table = path.table(place);
    followed.computeIfAbsent(table, t -> new LinkedHashSet<>()).add(key.name());
    String name = free(table, key.name() + ALONG + carried);
    return new Auxiliary(name, key.name(), carried, origin);
  }

  /**
   * An input of one rule alone: where a CHECK empties the key, a column of that CHECK must read it
   * before, and others after.
   */
  private Auxiliary input(ParentRead asked, Auxiliary value) {
    String name = free(asked.table(), asked.column() + OF + value.name());
    Auxiliary input = new Auxiliary(name, value.foreignKey(), value.parentColumn(), value.origin());
    byTable.computeIfAbsent(asked.table(), t -> new LinkedHashSet<>()).add(input);
    return input;
  }

  /** The name, or a longer one if the table has a column of that name. */
  private String free(TableId table, String wanted) {
    String name = wanted;
    Table owner = schema.table(table).orElseThrow();
    while (owner.column(name).isPresent()) {
      name = ALONG + name;
    }
    return name;
  }
}
