package io.datalchemy.propose;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.graph.CycleBreak;
import io.datalchemy.graph.ForeignKeyGraph;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Options;
import io.datalchemy.plan.GenerationPlan.SchemaRef;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.plan.Rule;
import io.datalchemy.problem.Problems;
import io.datalchemy.propose.directive.Directives;
import io.datalchemy.propose.size.TableSize;
import io.datalchemy.propose.size.TableSizes;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.select.GeneratorSelector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proposes a plan: every table that holds rows, and a rule for each column that its name explains.
 *
 * <p>The same schema, request and catalogue give the same plan.
 */
public final class PlanProposer {
  private static final String CIRCLE =
      "its keys and those that they lead to form a circle in which none can wait: its rows can be"
          + " loaded only before the keys are made";

  private final GeneratorCatalogue catalogue;
  private final Capacity capacity;

  /** A proposer that knows these generators and asks this capacity for each table's limit. */
  public PlanProposer(GeneratorCatalogue catalogue, Capacity capacity) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.capacity = Objects.requireNonNull(capacity, "capacity");
  }

  /**
   * The plan for a schema, with the notes that its reader should see.
   *
   * @throws io.datalchemy.problem.InvalidInputException with every directive in a comment that
   *     cannot be followed
   */
  public Proposal propose(DatabaseSchema schema, ProposalRequest request) {
    Problems problems = new Problems();
    Directives.check(schema, problems);
    problems.throwIfErrors();
    TableSizes sizes = TableSizes.of(schema, request.sizes(), request.rows());
    Map<TableId, Long> rows = new TreeMap<>(RowCounts.of(schema, capacity, sizes));
    request.existing().tables().forEach(table -> rows.remove(table.id()));
    List<String> notes = new ArrayList<>();
    LeftOutTables leftOut = new LeftOutTables(schema, capacity, rows);
    List<Target> targets = targets(rows, sizes, notes);
    notes.addAll(leftOut.notes());
    request.existing().tables().forEach(table -> targets.add(existing(table)));
    targets.sort(Comparator.comparing(Target::id));
    List<Rule> rules = rules(schema, rows, request);
    int named = rules.size();
    rules.addAll(0, leftOut.rules());
    rules.addAll(0, circles(schema, rows, notes));
    notes.add(
        targets.size()
            + " tables, "
            + named
            + " columns that their names explain;"
            + " all others are decided by constraints and types");
    GenerationPlan plan =
        new GenerationPlan(
            GenerationPlan.CURRENT_VERSION,
            request.seed(),
            schemaRef(schema),
            request.locale().map(locale -> new GenerationPlan.Global(Optional.of(locale))),
            targets,
            rules,
            leftOut.wishes(),
            Optional.of(options(request)));
    new DirectiveRules(plan, schema).check(catalogue, request.existing());
    return new Proposal(plan, notes);
  }

  private static SchemaRef schemaRef(DatabaseSchema schema) {
    String engine = schema.engine().name().toLowerCase(Locale.ROOT);
    return new SchemaRef(schema.schemaVersion(), schema.schemaFingerprint(), engine);
  }

  private static Options options(ProposalRequest request) {
    return new Options(
        Optional.empty(),
        Optional.empty(),
        Optional.of(request.asOf()),
        Optional.of(GenerationPlan.DEFAULT_NULL_RATE),
        Optional.of(GenerationPlan.DEFAULT_SHARD_ROWS));
  }

  private static Target existing(ExistingTable table) {
    return Target.existing(table.id(), "its " + table.rows() + " rows stay: their keys were read");
  }

  private static List<Target> targets(
      Map<TableId, Long> rows, TableSizes sizes, List<String> notes) {
    List<Target> targets = new ArrayList<>();
    rows.forEach(
        (table, count) -> {
          if (count < 1) {
            return;
          }
          TableSize size = sizes.of(table);
          String reason = reason(count, size);
          if (count < size.rows()) {
            notes.add("table " + table + ": " + reason);
          }
          targets.add(
              new Target(
                  table.schema(),
                  table.table(),
                  count,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(reason)));
        });
    return targets;
  }

  private static String reason(long count, TableSize size) {
    return count == size.rows()
        ? size.reason()
        : "fewer rows than the " + size.rows() + " asked for: " + count + " values possible";
  }

  /** Says of each circle of keys that no loading order satisfies that it is known. */
  private static List<Rule> circles(
      DatabaseSchema schema, Map<TableId, Long> rows, List<String> notes) {
    List<Rule> rules = new ArrayList<>();
    for (CycleBreak cut : ForeignKeyGraph.of(schema).breaks()) {
      TableId table = cut.reference().child();
      if (!cut.isLoadable() && rows.getOrDefault(table, 0L) > 0) {
        notes.add("table " + table + ": " + CIRCLE);
        rules.add(
            new Rule.ConstraintPolicy(
                table.schema(),
                table.table(),
                Rule.ConstraintKind.FOREIGN_KEY,
                Rule.PolicyMode.WARN,
                Optional.of(CIRCLE),
                Optional.empty()));
      }
    }
    return rules;
  }

  private List<Rule> rules(
      DatabaseSchema schema, Map<TableId, Long> rows, ProposalRequest request) {
    GeneratorSelector selector = new GeneratorSelector(schema, catalogue, request.asOf());
    List<Rule> rules = new ArrayList<>();
    rows.forEach(
        (id, count) -> {
          Table table = schema.table(id).orElseThrow();
          if (count > 0) {
            rules.addAll(new TableRules(catalogue, selector, schema, id).of(table, count));
          }
        });
    return rules;
  }
}
