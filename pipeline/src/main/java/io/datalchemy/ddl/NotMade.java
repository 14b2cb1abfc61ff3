package io.datalchemy.ddl;

import io.datalchemy.problem.Problem;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Index;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import io.datalchemy.schema.code.UserFunction;
import io.datalchemy.schema.type.RangeType;
import java.util.ArrayList;
import java.util.List;

/** What a schema holds and no statement makes, each with its place in the document. */
final class NotMade {
  private final List<Problem> problems = new ArrayList<>();

  private NotMade() {}

  static List<Problem> of(DatabaseSchema database) {
    NotMade notMade = new NotMade();
    for (int s = 0; s < database.schemas().size(); s++) {
      String schema = database.schemas().get(s).name();
      List<Table> tables = database.schemas().get(s).tables();
      for (int t = 0; t < tables.size(); t++) {
        TableId id = new TableId(schema, tables.get(t).name());
        notMade.addTable("/schemas/" + s + "/tables/" + t, id, tables.get(t));
      }
    }
    notMade.addFunctions(database.functions());
    notMade.addRanges(database.rangeTypes());
    return notMade.problems;
  }

  private void addTable(String path, TableId id, Table table) {
    if (table.kind() == TableKind.FOREIGN_TABLE) {
      add("foreign_table_not_made", path, "foreign table " + id + ": its server is not captured");
    }
    for (int i = 0; i < table.indexes().size(); i++) {
      Index index = table.indexes().get(i);
      if (!index.isValid()) {
        add(
            "invalid_index_not_made",
            path + "/indexes/" + i,
            "index " + index.name() + " of " + id + ": is not complete in the source");
      }
    }
  }

  private void addFunctions(List<UserFunction> functions) {
    for (int i = 0; i < functions.size(); i++) {
      UserFunction function = functions.get(i);
      if (function.definition().isEmpty()) {
        add(
            "function_not_made",
            "/functions/" + i,
            function.kind().name().toLowerCase(java.util.Locale.ROOT)
                + " "
                + function
                + ": its text is not captured, as its language is "
                + function.language());
      }
    }
  }

  private void addRanges(List<RangeType> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).canonical().isPresent()) {
        add(
            "canonical_function_not_made",
            "/range_types/" + i + "/canonical",
            "range type "
                + ranges.get(i).schema()
                + "."
                + ranges.get(i).name()
                + ": is made without its canonical function "
                + ranges.get(i).canonical().get());
      }
    }
  }

  private void add(String code, String path, String message) {
    problems.add(
        Problem.warning(code, path, message)
            .withHint("verify on a server that has it, or make it by hand"));
  }
}
