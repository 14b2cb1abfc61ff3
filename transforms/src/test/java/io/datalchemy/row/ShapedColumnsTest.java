package io.datalchemy.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapedColumnsTest {
  private static final int ROWS = 50;

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 50", "200, 9950"})
  void rowsThatNeverPassAreDrawnUpToTheBoundAndCounted(int maxDraws, long redraws) {
    RowBlock block = filled(maxDraws, (b, i) -> false);
    assertEquals(redraws, block.redraws());
    assertEquals(ROWS, block.unsatisfied());
  }

  @Test
  void rowsThatPassAtOnceAreNotDrawnAgain() {
    RowBlock block = filled(200, (b, i) -> true);
    assertEquals(0, block.redraws());
    assertEquals(0, block.unsatisfied());
  }

  @Test
  void onlyTheRowsThatBreakAConditionCount() {
    RowBlock block = filled(3, (b, i) -> i % 2 == 0);
    assertEquals(50, block.redraws());
    assertEquals(25, block.unsatisfied());
  }

  private static RowBlock filled(int maxDraws, RowCondition condition) {
    ShapedColumns step =
        new ShapedColumns(
            List.of("a"),
            List.of(),
            List.of(),
            7,
            new WeightedShapes(
                List.of(
                    new CompiledShape(
                        1,
                        List.of(
                            new CompiledShape.Part(
                                "a", Optional.empty(), false, Optional.empty()))))),
            Optional.empty(),
            new WeightedShapes(List.of()),
            List.of(condition),
            List.of(),
            maxDraws);
    TableProgram program = new TableProgram(table(), List.of(step));
    RowBlock block = program.newBlock(List.of("a"), ROWS);
    block.rows().setRange(0, ROWS);
    program.fill(block, (parent, columns, rows, out) -> {});
    return block;
  }

  private static ResolvedTable table() {
    ResolvedColumn column =
        new ResolvedColumn(
            "a",
            ValueType.of(TypeFamily.INTEGER, "int4"),
            new ColumnSource.Shaped(0),
            DecidedBy.CONSTRAINT,
            "a shape",
            Optional.empty());
    return new ResolvedTable(
        "s", "t", ROWS, "asked", List.of(column), List.of(), List.of(), List.of());
  }
}
