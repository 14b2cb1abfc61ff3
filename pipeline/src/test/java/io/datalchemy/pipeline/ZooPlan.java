package io.datalchemy.pipeline;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.Rule;
import io.datalchemy.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A proposed plan with what the file beside a shape, {@code shape.plan.json}, adds to it. */
final class ZooPlan {
  private ZooPlan() {}

  /** The proposal with the targets, rules and keys of the file; as it is if there is none. */
  static GenerationPlan of(GenerationPlan proposed, Path shape) throws IOException {
    String name = shape.getFileName().toString().replace(".sql", ".plan.json");
    Path file = shape.resolveSibling(name);
    return Files.exists(file) ? with(proposed, PlanDocument.read(file)) : proposed;
  }

  private static GenerationPlan with(GenerationPlan proposed, GenerationPlan added) {
    Map<TableId, Target> targets = new LinkedHashMap<>();
    proposed.targets().forEach(target -> targets.put(target.id(), target));
    added.targets().forEach(target -> targets.put(target.id(), target));
    return new GenerationPlan(
        proposed.planVersion(),
        proposed.seed(),
        proposed.schemaRef(),
        proposed.global(),
        List.copyOf(targets.values()),
        rules(proposed, added),
        proposed.rulesUnsupported(),
        proposed.options(),
        added.virtualForeignKeys(),
        added.polymorphicReferences());
  }

  /** The rules of both, without those that were proposed for columns that the file decides. */
  private static List<Rule> rules(GenerationPlan proposed, GenerationPlan added) {
    List<Rule> rules = new ArrayList<>(added.rules());
    proposed.rules().stream().filter(rule -> !isDecided(rule, added)).forEach(rules::add);
    return rules;
  }

  private static boolean isDecided(Rule rule, GenerationPlan added) {
    if (!(rule instanceof Rule.ColumnGenerator column)) {
      return false;
    }
    return added.virtualForeignKeys().stream()
            .anyMatch(
                key ->
                    key.child().equals(column.tableId()) && key.columns().contains(column.column()))
        || added.polymorphicReferences().stream()
            .anyMatch(
                reference ->
                    reference.child().equals(column.tableId())
                        && List.of(reference.typeColumn(), reference.idColumn())
                            .contains(column.column()));
  }
}
