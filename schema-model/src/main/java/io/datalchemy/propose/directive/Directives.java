package io.datalchemy.propose.directive;

import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import java.util.Optional;

/** The directives in the comments of a schema's columns. */
public final class Directives {
  private static final String CODE = "invalid_directive";

  private Directives() {}

  /**
   * The directive of a column.
   *
   * @return empty if it has none, or one that {@link #check} tells of
   */
  public static Optional<Directive> of(Column column) {
    try {
      return read(column.comment());
    } catch (InvalidDirectiveException toldByCheck) {
      return Optional.empty();
    }
  }

  private static Optional<Directive> read(Optional<String> comment)
      throws InvalidDirectiveException {
    return comment.isPresent() ? DirectiveReader.read(comment.get()) : Optional.empty();
  }

  /** Tells every directive that cannot be read, or that stands where it has no effect. */
  public static void check(DatabaseSchema schema, Problems problems) {
    for (int s = 0; s < schema.schemas().size(); s++) {
      Schema of = schema.schemas().get(s);
      for (int t = 0; t < of.tables().size(); t++) {
        check(of, t, "/schemas/" + s + "/tables/" + t, problems);
      }
    }
  }

  private static void check(Schema of, int place, String path, Problems problems) {
    Table table = of.tables().get(place);
    String name = of.name() + "." + table.name();
    if (isThere(table.comment())) {
      problems.add(
          problem(path, name, "is about a column, stands at a table")
              .withHint("write it into the comment of the column"));
    }
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      String where = name + "." + column.name();
      String columnPath = path + "/columns/" + c;
      try {
        if (read(column.comment()).isPresent() && !table.holdsRows()) {
          problems.add(
              problem(columnPath, where, "is about generated rows, which the relation has none of")
                  .withHint("write it into the comment of the table whose rows these are"));
        }
      } catch (InvalidDirectiveException e) {
        problems.add(problem(columnPath, where, e.getMessage()).withHint(e.hint()));
      }
    }
  }

  private static boolean isThere(Optional<String> comment) {
    try {
      return read(comment).isPresent();
    } catch (InvalidDirectiveException e) {
      return true;
    }
  }

  private static Problem problem(String path, String where, String what) {
    return Problem.error(CODE, path + "/comment", where + ": comment: @datalchemy: " + what);
  }
}
