package io.datalchemy.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.datalchemy.json.Json;
import io.datalchemy.resolve.ConstraintOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** An explanation as lines for people: each cell, and below it what made it. */
public final class ExplanationText {
  private static final String INDENT = "    ";

  private ExplanationText() {}

  /** The lines of an explanation, without line breaks. */
  public static List<String> lines(RowExplanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(
        explanation.schema()
            + "."
            + explanation.table()
            + ", row "
            + explanation.row()
            + " of "
            + explanation.rows()
            + ", counted from 0");
    for (RowExplanation.Cell cell : explanation.cells()) {
      lines.add("");
      lines.add(cell.column() + " = " + value(cell));
      made(cell.made()).forEach(line -> lines.add(INDENT + line));
      lines.add(INDENT + "because: " + cell.reason() + " (" + cell.decidedBy() + ")");
      cell.constraints().forEach(outcome -> lines.add(INDENT + held(outcome)));
    }
    return lines;
  }

  private static String value(RowExplanation.Cell cell) {
    if (!cell.isWritten()) {
      return "filled by the database";
    }
    return cell.value().map(ExplanationText::quoted).orElse("NULL");
  }

  /** The value on one line: JSON's string syntax shows blanks, quotes and control characters. */
  private static String quoted(String value) {
    return Json.mapper().getNodeFactory().textNode(value).toString();
  }

  private static List<String> made(RowExplanation.Made made) {
    List<String> lines = new ArrayList<>();
    made.generator().ifPresent(call -> lines.add("generator: " + words("id", call)));
    made.transforms().forEach(call -> lines.add("transform: " + words("id", call)));
    made.distinct().ifPresent(distinct -> lines.add("distinct: " + words("kind", distinct)));
    made.parent().ifPresent(parent -> lines.add(parent(parent)));
    made.shape().ifPresent(shape -> lines.add(shape(shape)));
    made.children().ifPresent(children -> lines.add(children(children)));
    return lines;
  }

  private static String parent(RowExplanation.Parent parent) {
    String row = parent.row().map(r -> "row " + r + " of " + parent.table()).orElse("no parent");
    String column = parent.column().map(c -> "column " + c + " of ").orElse("place within ");
    return "foreign key "
        + parent.foreignKey()
        + ": "
        + column
        + row
        + ", "
        + words("kind", parent.pick());
  }

  private static String children(RowExplanation.Children children) {
    boolean isNone = children.firstRow() == children.endRow();
    String rows = "rows " + children.firstRow() + " to " + (children.endRow() - 1);
    return children.function()
        + children.column().map(column -> " of " + column).orElse("")
        + " over "
        + (isNone ? "no row" : rows)
        + " of "
        + children.table()
        + " by foreign key "
        + children.foreignKey()
        + children.where().map(sql -> ", where " + sql).orElse("");
  }

  private static String shape(RowExplanation.Shape shape) {
    return "shape "
        + (shape.shape() + 1)
        + " of "
        + shape.of()
        + " for "
        + String.join(", ", shape.columns())
        + "; draw "
        + (shape.draw() + 1);
  }

  private static String held(ConstraintOutcome outcome) {
    return outcome.kind()
        + " "
        + outcome.name()
        + ": "
        + outcome.by().name().toLowerCase(Locale.ROOT)
        + ", "
        + outcome.detail();
  }

  /** A decision as {@code name (field value, …)}, without what it leaves open. */
  private static String words(String nameField, Object decision) {
    JsonNode tree = Json.mapper().valueToTree(decision);
    StringJoiner fields = new StringJoiner(", ", " (", ")").setEmptyValue("");
    tree.properties()
        .forEach(
            field -> {
              boolean isOpen =
                  field.getValue().isNull()
                      || (field.getValue().isEmpty() && field.getValue().isContainerNode());
              if (!field.getKey().equals(nameField) && !isOpen) {
                fields.add(field.getKey() + " " + field.getValue());
              }
            });
    return tree.path(nameField).asText() + fields;
  }
}
