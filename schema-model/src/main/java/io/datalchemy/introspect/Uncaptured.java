package io.datalchemy.introspect;

import io.datalchemy.schema.TableId;
import java.util.List;

/**
 * What the catalogue holds and schema.json does not.
 *
 * @param unusableSchemas schemas that were left out because the user has no USAGE on them
 */
record Uncaptured(List<String> unusableSchemas, List<FunctionUse> functions) {

  /** A user's function without its text, that a table's constraints, defaults or indexes call. */
  record FunctionUse(TableId table, String function, long uses) {}
}
