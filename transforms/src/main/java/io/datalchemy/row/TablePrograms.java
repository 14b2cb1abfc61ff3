package io.datalchemy.row;

import io.datalchemy.existing.ExistingColumn;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.TableId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The compiled programs of all tables of a resolved plan. Immutable and thread-safe. */
public final class TablePrograms {
  private final ResolvedPlan plan;
  private final Map<TableId, TableProgram> programs = new TreeMap<>();

  private TablePrograms(ResolvedPlan plan) {
    this.plan = plan;
  }

  /**
   * Compiles a resolved plan.
   *
   * @throws IllegalArgumentException if a generator does not accept its parameters
   */
  public static TablePrograms compile(ResolvedPlan plan, Generators generators) {
    TablePrograms compiled = new TablePrograms(plan);
    TableCompiler compiler = new TableCompiler(plan, generators);
    for (ResolvedTable table : plan.tables()) {
      compiled.programs.put(table.id(), compiler.compile(table));
    }
    return compiled;
  }

  /** The plan that was compiled. */
  public ResolvedPlan plan() {
    return plan;
  }

  /** The program of a table of the plan. */
  public TableProgram program(TableId table) {
    TableProgram program = programs.get(table);
    if (program == null) {
      throw new IllegalArgumentException("table " + table + ": is not part of this plan");
    }
    return program;
  }

  /** For each table that others refer to, the columns that they read, in its own column order. */
  public Map<TableId, List<String>> exportedColumns() {
    Map<TableId, Set<String>> read = new TreeMap<>();
    for (ResolvedTable table : plan.tables()) {
      for (ResolvedColumn column : table.columns()) {
        if (column.source() instanceof ColumnSource.ForeignKeyColumn source) {
          ResolvedForeignKey key = table.foreignKey(source.foreignKey()).orElseThrow();
          read.computeIfAbsent(key.parent(), t -> new LinkedHashSet<>()).add(source.parentColumn());
        } else if (column.source() instanceof ColumnSource.ReferencedKey source) {
          for (ColumnSource.ReferencedKey.Choice choice : source.choices()) {
            TableId parent = table.foreignKey(choice.foreignKey()).orElseThrow().parent();
            read.computeIfAbsent(parent, t -> new LinkedHashSet<>()).add(choice.parentColumn());
          }
        }
      }
    }
    Map<TableId, List<String>> exported = new TreeMap<>();
    read.forEach((id, columns) -> exported.put(id, inTableOrder(id, columns)));
    return exported;
  }

  private List<String> inTableOrder(TableId id, Set<String> columns) {
    if (plan.existing(id).isPresent()) {
      return plan.existing(id).get().columns().stream()
          .map(ExistingColumn::name)
          .filter(columns::contains)
          .toList();
    }
    return plan.table(id).orElseThrow().columns().stream()
        .map(ResolvedColumn::name)
        .filter(columns::contains)
        .toList();
  }
}
