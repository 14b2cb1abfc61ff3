package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.foreign.ParentRows;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The step of a column that holds the key of a row of one of several tables: another column of the
 * row says which. Where that one is NULL or names none of them, the key is NULL.
 */
record ReferencedKeyColumn(String column, String typeColumn, List<Choice> choices) implements Step {

  /**
   * One of the tables.
   *
   * @param type what the type column says of it, as bytes, or as a number where it holds numbers
   * @param factor what the parent's long is multiplied by to mean the same in this column's type
   */
  record Choice(
      byte[] type, long number, TableId parent, String parentColumn, ParentRows rows, long factor) {
    static byte[] utf8(String type) {
      return type.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Vectors of the tables' keys, of a block's size. */
  private record Scratch(RowSet picked, ColumnVector keys) {}

  @Override
  public List<String> outputs() {
    return List.of(column);
  }

  @Override
  public List<String> inputs() {
    return List.of(typeColumn);
  }

  @Override
  public void run(RowBlock block, ForeignContext parents) {
    ColumnVector out = block.column(column);
    ColumnVector types = block.column(typeColumn);
    int size = block.rows().size();
    for (int i = 0; i < size; i++) {
      out.setNull(i);
    }
    for (int c = 0; c < choices.size(); c++) {
      Choice choice = choices.get(c);
      Scratch scratch = block.scratch(this, Scratch.class, () -> scratch(block, out));
      scratch.picked().clear();
      for (int i = 0; i < size; i++) {
        boolean isChosen = isOf(choice, types, i);
        scratch
            .picked()
            .add(
                isChosen ? choice.rows().parentOf(block.rows().row(i)) : ForeignContext.NO_ROW, 0);
      }
      scratch.keys().reset();
      parents.read(
          choice.parent(),
          List.of(choice.parentColumn()),
          scratch.picked(),
          List.of(scratch.keys()));
      copyChosen(choice, scratch, out);
    }
  }

  private static void copyChosen(Choice choice, Scratch scratch, ColumnVector out) {
    for (int i = 0; i < scratch.picked().size(); i++) {
      if (scratch.picked().row(i) == ForeignContext.NO_ROW || scratch.keys().isNull(i)) {
        continue;
      }
      out.copyFrom(scratch.keys(), i, i);
      if (choice.factor() != 1) {
        out.setLong(i, Math.multiplyExact(out.longAt(i), choice.factor()));
      }
    }
  }

  private static Scratch scratch(RowBlock block, ColumnVector out) {
    int capacity = block.rows().capacity();
    return new Scratch(new RowSet(capacity), new ColumnVector(out.type(), capacity));
  }

  private static boolean isOf(Choice choice, ColumnVector types, int i) {
    if (types.isNull(i)) {
      return false;
    }
    if (types.type().family().isLong()) {
      return types.longAt(i) == choice.number();
    }
    int start = types.start(i);
    return Arrays.equals(
        types.heap(), start, start + types.length(i), choice.type(), 0, choice.type().length);
  }
}
