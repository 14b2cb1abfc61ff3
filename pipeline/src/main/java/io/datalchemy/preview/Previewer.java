package io.datalchemy.preview;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.inject.TableInjector;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import io.datalchemy.row.TablePrograms;
import java.util.List;
import java.util.Objects;

/** Computes rows of a plan alone, those broken on purpose included, and writes nothing. */
public final class Previewer {
  private final TablePrograms programs;
  private final ForeignContext parents;

  /**
   * A previewer of the rows of one run.
   *
   * @param parents where parents' values come from
   */
  public Previewer(TablePrograms programs, ForeignContext parents) {
    this.programs = Objects.requireNonNull(programs, "programs");
    this.parents = Objects.requireNonNull(parents, "parents");
  }

  /**
   * Rows of a table, as many as there are from the first on.
   *
   * @param firstRow the number of the first, from 0
   * @param count how many at most
   * @throws InvalidInputException if the table has rows, but none of that number
   */
  public SampleRows rows(ResolvedTable table, long firstRow, int count) {
    if (firstRow != 0 && firstRow >= table.rows()) {
      throw new InvalidInputException(
          Problem.error(
              "row_out_of_range",
              "",
              "row "
                  + firstRow
                  + " of "
                  + table.id()
                  + ": its rows are 0 to "
                  + (table.rows() - 1)));
    }
    TableProgram program = programs.program(table.id());
    int rows = (int) Math.min(count, table.rows() - firstRow);
    List<String> columns = table.writtenColumns().stream().map(ResolvedColumn::name).toList();
    RowBlock block = program.newBlock(columns, Math.max(1, rows));
    block.rows().setRange(firstRow, rows);
    if (rows > 0) {
      program.fill(block, parents);
      breakRows(table, block);
    }
    return new SampleRows(table, block);
  }

  private void breakRows(ResolvedTable table, RowBlock block) {
    TableInjector injector = new TableInjector(programs, table.id(), parents);
    if (injector.isActive()) {
      injector.apply(block);
    }
  }
}
