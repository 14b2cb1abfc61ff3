package io.datalchemy.introspect;

import io.datalchemy.introspect.catalogue.FunctionUse;
import java.util.List;

/**
 * What the catalogue holds and schema.json does not.
 *
 * @param unusableSchemas schemas that were left out because the user has no USAGE on them
 * @param functions uses of functions whose text is not known
 */
record Uncaptured(List<String> unusableSchemas, List<FunctionUse> functions) {
  Uncaptured {
    unusableSchemas = List.copyOf(unusableSchemas);
    functions = List.copyOf(functions);
  }
}
