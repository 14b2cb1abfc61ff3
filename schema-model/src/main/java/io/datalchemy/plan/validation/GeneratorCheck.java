package io.datalchemy.plan.validation;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.plan.derivation.RollUpRule;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.type.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Is the rule's generator there, can it fill the column, do its parameters hold? */
final class GeneratorCheck {
  private GeneratorCheck() {}

  static void check(RuleOnColumn rule) {
    PlanInSchema context = rule.context();
    if (rule.generatorId().isBlank()) {
      context.error(
          "empty_generator_id",
          rule.path() + "/generator",
          "generator of " + rule.id() + ": must be an id, was empty",
          "'datalchemy generators' lists the ids");
      return;
    }
    Optional<GeneratorDeclaration> generator = context.catalogue().generator(rule.generatorId());
    boolean inputsHold = InputColumnsCheck.check(rule, generator);
    inputsHold &= ExpressionCheck.check(rule, generator);
    boolean othersHold = ParentReferenceCheck.check(rule);
    othersHold &= ChildReferenceCheck.check(rule);
    if (generator.isEmpty()) {
      unknown(rule);
    } else if (produces(rule, generator.get())
        && parametersHold(rule, generator.get())
        && localeHolds(rule)
        && inputsHold
        && othersHold) {
      checkCall(rule);
    }
  }

  private static void unknown(RuleOnColumn rule) {
    List<String> ids =
        rule.context().catalogue().generators().stream().map(GeneratorDeclaration::id).toList();
    rule.context()
        .error(
            "unknown_generator",
            rule.path() + "/generator",
            "generator '" + rule.generatorId() + "': not in the catalogue",
            NearMatch.of(rule.generatorId(), ids)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("'datalchemy generators' lists the ids"));
  }

  private static boolean produces(RuleOnColumn rule, GeneratorDeclaration generator) {
    TypeFamily family = rule.type().family();
    if (generator.produces().contains(family)) {
      return true;
    }
    rule.context()
        .error(
            "generator_type_mismatch",
            rule.path() + "/generator",
            "generator '"
                + generator.id()
                + "': must produce "
                + rule.column().columnType().dataType()
                + " for "
                + rule.id()
                + ", produces "
                + words(generator.produces()),
            "choose one that produces " + words(Set.of(family)));
    return false;
  }

  private static String words(Set<TypeFamily> families) {
    return families.stream()
        .map(family -> family.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static boolean parametersHold(RuleOnColumn rule, GeneratorDeclaration generator) {
    var problems =
        new ParametersCheck("invalid_generator_params", generator.id(), rule.paramsPath())
            .problems(
                rule.rule().effectiveParams(),
                generator.parameters().stream()
                    .filter(parameter -> !ParentReferenceCheck.owns(rule, parameter.name()))
                    .toList(),
                generator.parameters());
    rule.context().problems().addAll(problems);
    return problems.isEmpty();
  }

  private static boolean localeHolds(RuleOnColumn rule) {
    return rule.call()
        .locale()
        .map(name -> OptionsCheck.checkLocale(rule.context(), name, localePath(rule)))
        .orElse(true);
  }

  private static String localePath(RuleOnColumn rule) {
    return rule.path() + "/generator/locale";
  }

  /**
   * What takes its values from a parent or from children is no generator that the catalogue could
   * make.
   */
  private static void checkCall(RuleOnColumn rule) {
    if (ColumnRuleCheck.takesFromParent(rule) || RollUpRule.isOne(rule.generatorId())) {
      return;
    }
    for (String wrong : rule.context().catalogue().check(rule.call(), rule.type())) {
      rule.context().error("invalid_generator_params", rule.paramsPath(), wrong);
    }
  }
}
