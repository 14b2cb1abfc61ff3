package io.datalchemy.generator;

import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import io.datalchemy.vector.RowSet;
import java.util.List;

/**
 * The cells of one column that a generator is to fill: their bits, their rows and the columns of
 * the same rows that it reads. Valid for one call only.
 */
public final class Cells {
  /** How often a row is drawn with the same facts before others are tried. */
  private static final int STEADY_DRAWS = 32;

  private final long key;
  private final long recordKey;
  private final RowSet rows;
  private final List<ColumnVector> inputs;

  /** Cells of the stream {@code key}; {@code inputs} are the generator's input columns in order. */
  public Cells(long key, RowSet rows, List<ColumnVector> inputs) {
    this(key, CellRandom.mix(key), rows, inputs);
  }

  /** The same, of columns that share the stream {@code recordKey} with others of their rows. */
  public Cells(long key, long recordKey, RowSet rows, List<ColumnVector> inputs) {
    this.key = key;
    this.recordKey = recordKey;
    this.rows = rows;
    this.inputs = inputs;
  }

  /** How many cells there are. */
  public int size() {
    return rows.size();
  }

  /** The row number of a cell. */
  public long row(int i) {
    return rows.row(i);
  }

  /** The 64 bits of a cell. */
  public long bits(int i) {
    return CellRandom.bits(key, rows.row(i), rows.draw(i));
  }

  /**
   * The 64 bits that a cell shares with the other columns of its record in the row.
   *
   * <p>A row that is drawn again keeps them for some draws, as the other columns may not be drawn
   * again with it. Only a row that no draw of this column alone has made right gets others.
   */
  public long recordBits(int i) {
    int draw = rows.draw(i);
    return CellRandom.bits(recordKey, rows.row(i), draw < STEADY_DRAWS ? 0 : draw);
  }

  /** The 64 bits that all cells of the stream share: a secret as good as the plan's seed. */
  public long streamBits() {
    return CellRandom.mix(~key);
  }

  /** Cells of the same stream for other rows, without inputs: for the parts of a value. */
  public Cells parts(RowSet parts) {
    return new Cells(CellRandom.mix(key), parts, List.of());
  }

  /** The input column at that place among {@code input_columns}; its rows are the cells' rows. */
  public ColumnVector input(int place) {
    return inputs.get(place);
  }
}
