package io.datalchemy.row;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.foreign.ParentRows;
import io.datalchemy.schema.TableId;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.nio.ByteBuffer;
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
      ByteBuffer type,
      long number,
      String foreignKey,
      TableId parent,
      String parentColumn,
      ParentRows rows,
      long factor) {
    static ByteBuffer utf8(String type) {
      return ByteBuffer.wrap(type.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The foreign keys to the tables. */
  List<String> foreignKeys() {
    return choices.stream().map(Choice::foreignKey).toList();
  }

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
    ColumnVector keys =
        block.scratch(
            this, ColumnVector.class, () -> new ColumnVector(out.type(), block.rows().capacity()));
    for (Choice choice : choices) {
      RowSet picked = block.parents(choice.foreignKey());
      picked.clear();
      for (int i = 0; i < size; i++) {
        boolean isChosen = isOf(choice, types, i);
        picked.add(
            isChosen ? choice.rows().parentOf(block.rows().row(i)) : ForeignContext.NO_ROW, 0);
      }
      keys.reset();
      parents.read(choice.parent(), List.of(choice.parentColumn()), picked, List.of(keys));
      copyChosen(choice, picked, keys, out);
    }
  }

  private static void copyChosen(
      Choice choice, RowSet picked, ColumnVector keys, ColumnVector out) {
    for (int i = 0; i < picked.size(); i++) {
      if (picked.row(i) == ForeignContext.NO_ROW || keys.isNull(i)) {
        continue;
      }
      out.copyFrom(keys, i, i);
      if (choice.factor() != 1) {
        out.setLong(i, Math.multiplyExact(out.longAt(i), choice.factor()));
      }
    }
  }

  private static boolean isOf(Choice choice, ColumnVector types, int i) {
    if (types.isNull(i)) {
      return false;
    }
    if (types.type().family().isLong()) {
      return types.longAt(i) == choice.number();
    }
    byte[] type = choice.type().array();
    int start = types.start(i);
    return Arrays.equals(types.heap(), start, start + types.length(i), type, 0, type.length);
  }
}
