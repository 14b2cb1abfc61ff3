package io.datalchemy.propose.update;

import io.datalchemy.plan.PolymorphicReference;
import io.datalchemy.plan.Rule;
import io.datalchemy.plan.VirtualForeignKey;
import java.util.List;

/** The keys that a plan declares over those of the schema. */
record DeclaredInPlan(List<VirtualForeignKey> keys, List<PolymorphicReference> references) {
  DeclaredInPlan {
    keys = List.copyOf(keys);
    references = List.copyOf(references);
  }

  /** Whether a strategy is about one of them. */
  boolean haveKeyOf(Rule.ForeignKeyStrategy rule) {
    boolean isVirtual =
        keys.stream()
            .filter(key -> key.child().equals(rule.tableId()))
            .anyMatch(
                key ->
                    rule.foreignKey().filter(key.effectiveName()::equals).isPresent()
                        || rule.columns().equals(key.columns()));
    boolean isPolymorphic =
        references.stream()
            .filter(reference -> reference.child().equals(rule.tableId()))
            .anyMatch(
                reference ->
                    reference.targets().stream()
                        .map(reference::keyName)
                        .anyMatch(name -> rule.foreignKey().filter(name::equals).isPresent()));
    return isVirtual || isPolymorphic;
  }
}
