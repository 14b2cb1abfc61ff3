package io.datalchemy.plan.validation;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.catalogue.TransformDeclaration;
import io.datalchemy.plan.Rule.Transform;
import io.datalchemy.problem.NearMatch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Are the rule's transforms there, and do their parameters hold? */
final class TransformsCheck {
  private TransformsCheck() {}

  static void check(RuleOnColumn rule) {
    List<Transform> transforms = rule.rule().transforms();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < transforms.size(); i++) {
      String id = transforms.get(i).transform();
      String path = rule.path() + "/transforms/" + i;
      checkTransform(rule, transforms.get(i), path);
      if (!id.isBlank() && !seen.add(id)) {
        rule.context()
            .warn(
                "duplicate_transform",
                path + "/transform",
                "transform '" + id + "' of " + rule.id() + ": is applied more than once",
                "keep one, unless this is meant");
      }
    }
  }

  private static void checkTransform(RuleOnColumn rule, Transform transform, String path) {
    PlanInSchema context = rule.context();
    Optional<TransformDeclaration> declared = context.catalogue().transform(transform.transform());
    List<String> ids =
        context.catalogue().transforms().stream().map(TransformDeclaration::id).toList();
    if (transform.transform().isBlank()) {
      context.error(
          "transform_empty_id",
          path + "/transform",
          "transform of " + rule.id() + ": must be an id, was empty",
          NearMatch.hint("", ids));
    } else if (declared.isEmpty()) {
      context.error(
          "unknown_transform",
          path + "/transform",
          "transform '" + transform.transform() + "': not in the catalogue",
          NearMatch.hint(transform.transform(), ids));
    } else {
      var parameters = declared.get().parameters();
      var check =
          new ParametersCheck("invalid_transform_params", declared.get().id(), path + "/params");
      Parameters given = transform.params().orElse(Parameters.none());
      context.problems().addAll(check.problems(given, parameters, parameters));
    }
  }
}
