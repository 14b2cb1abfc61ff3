package io.datalchemy.introspect;

import io.datalchemy.graph.CycleBreak;
import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.problem.Problem;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Engine;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found, in numbers: the whole of an introspection's {@code metrics.json}.
 *
 * <p>Shares are between 0 and 1; partitions count as tables, as in the catalogue.
 */
public record IntrospectionMetrics(
    String schemaVersion,
    Engine engine,
    Counts counts,
    Coverage coverage,
    FkGraph fkGraph,
    List<Warning> warnings) {

  /** How many there are. */
  public record Counts(int schemas, int tables, int columns, ConstraintCounts constraints) {}

  /** How many constraints of each kind there are. */
  public record ConstraintCounts(
      long primaryKeys, long foreignKeys, long unique, long checks, long exclusions) {}

  /** Shares of tables and columns. */
  public record Coverage(
      double tablesWithPkPct, double tablesWithFkPct, double columnsNotNullPct) {}

  /**
   * The foreign key graph, tables as {@code schema.table}.
   *
   * @param cycle the tables of all cycles, if there are any
   * @param breaks the foreign keys at which the cycles are broken, and why there
   * @param topoOrder all tables with rows of their own, parents first but for the breaks
   */
  public record FkGraph(
      int edges,
      int selfReferences,
      boolean hasCycle,
      Optional<List<String>> cycle,
      List<List<String>> cycles,
      List<Break> breaks,
      List<String> topoOrder) {}

  /** A foreign key at which a cycle is broken. */
  public record Break(String table, String foreignKey, CycleBreak.Reason reason) {}

  /** Warnings of one kind about one place. */
  public record Warning(String code, String path, long count, String message) {}

  public IntrospectionMetrics {
    warnings = List.copyOf(warnings);
  }

  /** The numbers of an introspection. */
  public static IntrospectionMetrics of(Introspection introspection) {
    DatabaseSchema schema = introspection.schema();
    List<Table> tables = schema.schemas().stream().flatMap(s -> s.tables().stream()).toList();
    List<Column> columns = tables.stream().flatMap(t -> t.columns().stream()).toList();
    return new IntrospectionMetrics(
        schema.schemaVersion(),
        schema.engine(),
        new Counts(
            schema.schemas().size(), tables.size(), columns.size(), constraintCounts(tables)),
        coverage(tables, columns),
        fkGraph(ForeignKeyGraph.of(schema)),
        warnings(introspection.warnings()));
  }

  private static ConstraintCounts constraintCounts(List<Table> tables) {
    return new ConstraintCounts(
        count(tables, Constraint.PrimaryKey.class),
        count(tables, Constraint.ForeignKey.class),
        count(tables, Constraint.Unique.class),
        count(tables, Constraint.Check.class),
        count(tables, Constraint.Exclusion.class));
  }

  private static long count(List<Table> tables, Class<? extends Constraint> kind) {
    return tables.stream().mapToLong(table -> table.constraints(kind).count()).sum();
  }

  private static Coverage coverage(List<Table> tables, List<Column> columns) {
    long withPk = tables.stream().filter(t -> t.primaryKey().isPresent()).count();
    long withFk = tables.stream().filter(t -> t.foreignKeys().findAny().isPresent()).count();
    long notNull = columns.stream().filter(c -> !c.isNullable()).count();
    return new Coverage(
        share(withPk, tables.size()), share(withFk, tables.size()), share(notNull, columns.size()));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static FkGraph fkGraph(ForeignKeyGraph graph) {
    List<List<String>> cycles = graph.cycles().stream().map(c -> names(c.tables())).toList();
    return new FkGraph(
        graph.edges().size(),
        graph.selfReferences().size(),
        !cycles.isEmpty(),
        Optional.of(cycles.stream().flatMap(List::stream).toList()).filter(c -> !c.isEmpty()),
        cycles,
        graph.breaks().stream().map(IntrospectionMetrics::ofBreak).toList(),
        names(graph.order()));
  }

  private static Break ofBreak(CycleBreak broken) {
    return new Break(
        broken.reference().child().toString(),
        broken.reference().foreignKey().name(),
        broken.reason());
  }

  private static List<String> names(List<TableId> tables) {
    return tables.stream().map(TableId::toString).toList();
  }

  private static List<Warning> warnings(List<Problem> problems) {
    Map<List<String>, Warning> byCause = new LinkedHashMap<>();
    for (Problem problem : problems) {
      byCause.merge(
          List.of(problem.code(), problem.path()),
          new Warning(problem.code(), problem.path(), 1, problem.message()),
          (one, other) -> new Warning(one.code(), one.path(), one.count() + 1, one.message()));
    }
    return List.copyOf(byCause.values());
  }
}
