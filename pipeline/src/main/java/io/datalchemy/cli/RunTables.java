package io.datalchemy.cli;

import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.NearMatch;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the table of a run that somebody names on the command line. */
final class RunTables {
  private RunTables() {}

  /**
   * The table named {@code schema.table}, or {@code table} where only one schema has it, each as
   * the catalogue spells it.
   *
   * @throws InvalidInputException if there is none, or more than one
   */
  static ResolvedTable find(ResolvedPlan plan, String name) {
    List<ResolvedTable> whole =
        plan.tables().stream().filter(t -> t.id().toString().equals(name)).toList();
    List<ResolvedTable> found =
        whole.isEmpty()
            ? plan.tables().stream().filter(t -> t.table().equals(name)).toList()
            : whole;
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new InvalidInputException(found.isEmpty() ? unknown(plan, name) : ambiguous(found, name));
  }

  private static Problem unknown(ResolvedPlan plan, String name) {
    if (plan.existing().stream().anyMatch(t -> isNamed(t.id(), name))) {
      return Problem.error("existing_table", "", "table '" + name + "': keeps the rows that it has")
          .withHint("no rows of it are generated; ask the database for them");
    }
    List<String> known = plan.tables().stream().map(t -> t.id().toString()).toList();
    return Problem.error("unknown_table", "", "table '" + name + "': is not part of the run")
        .withHint(NearMatch.hint(name, known));
  }

  private static boolean isNamed(TableId table, String name) {
    return table.toString().equals(name) || table.table().equals(name);
  }

  private static Problem ambiguous(List<ResolvedTable> found, String name) {
    String all = found.stream().map(t -> t.id().toString()).collect(Collectors.joining(", "));
    return Problem.error("ambiguous_table", "", "table '" + name + "': may be " + all)
        .withHint("name the schema too");
  }
}
