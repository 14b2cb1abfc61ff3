package io.datalchemy.plan.validation;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.Rule.ColumnGenerator;
import io.datalchemy.schema.TableId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * Does no column of a table need its own value to be derived?
 *
 * <p>What comes through a foreign key is no such need: its input names the key, not a value.
 */
final class DeriveCycleCheck {
  private final PlanInSchema context;
  private final Map<TableId, DirectedPseudograph<String, DefaultEdge>> graphs = new TreeMap<>();
  private final Map<TableId, Map<String, Integer>> ruleIndexes = new HashMap<>();

  private DeriveCycleCheck(PlanInSchema context) {
    this.context = context;
  }

  static void check(PlanInSchema context) {
    DeriveCycleCheck check = new DeriveCycleCheck(context);
    List<Rule> rules = context.plan().rules();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof ColumnGenerator rule
          && !ColumnRuleCheck.takesFromParent(rule.generator().id())) {
        check.add(rule, i);
      }
    }
    check.graphs.forEach(check::tellCycles);
  }

  private void add(ColumnGenerator rule, int index) {
    Optional<GeneratorDeclaration> generator = context.catalogue().generator(rule.generator().id());
    var graph =
        graphs.computeIfAbsent(rule.tableId(), t -> new DirectedPseudograph<>(DefaultEdge.class));
    ruleIndexes
        .computeIfAbsent(rule.tableId(), t -> new LinkedHashMap<>())
        .putIfAbsent(rule.column(), index);
    graph.addVertex(rule.column());
    for (String input : inputs(generator, rule)) {
      graph.addVertex(input);
      graph.addEdge(rule.column(), input);
    }
  }

  private static List<String> inputs(
      Optional<GeneratorDeclaration> generator, ColumnGenerator rule) {
    return generator
        .map(declared -> declared.inputColumns(rule.effectiveParams()))
        .orElseGet(() -> rule.effectiveParams().texts("input_columns"));
  }

  private void tellCycles(TableId table, DirectedPseudograph<String, DefaultEdge> graph) {
    Map<String, Integer> indexes = ruleIndexes.get(table);
    List<Set<String>> cycles =
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets();
    Set<String> told = new HashSet<>();
    for (String column : indexes.keySet()) {
      cycles.stream()
          .filter(cycle -> cycle.contains(column))
          .filter(cycle -> cycle.size() > 1 || graph.containsEdge(column, column))
          .filter(cycle -> told.addAll(cycle))
          .forEach(cycle -> tell(table, inRuleOrder(cycle, indexes), indexes.get(column)));
    }
  }

  private static List<String> inRuleOrder(Set<String> cycle, Map<String, Integer> indexes) {
    return indexes.keySet().stream().filter(cycle::contains).toList();
  }

  private void tell(TableId table, List<String> cycle, int ruleIndex) {
    context.error(
        "derive_cycle",
        "/rules/" + ruleIndex,
        "columns " + cycle + " of " + table + ": must not be derived from each other in a circle",
        "give one of them a generator that reads none of the others");
  }
}
