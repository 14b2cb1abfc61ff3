package io.datalchemy.inject;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedInjection;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TableProgram;
import io.datalchemy.row.TablePrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tries each rule that breaks rows on the first rows of its table, before the run. */
public final class InjectionProbe {
  private static final int SAMPLE_ROWS = 1_000;

  private InjectionProbe() {}

  /** An error for each rule that cannot break any of the first 1,000 rows. */
  public static List<Problem> problems(TablePrograms programs, ForeignContext parents) {
    List<Problem> problems = new ArrayList<>();
    for (ResolvedInjection injection : programs.plan().injections()) {
      if (injection.rate() > 0 && !breaksAny(programs, injection, parents)) {
        problems.add(impossible(programs, injection));
      }
    }
    return problems;
  }

  private static boolean breaksAny(
      TablePrograms programs, ResolvedInjection injection, ForeignContext parents) {
    Breaker breaker = new BreakerCompiler(programs, row -> true, parents).compile(injection);
    TableProgram program = programs.program(injection.tableId());
    int rows = (int) Math.min(SAMPLE_ROWS, program.rows());
    List<String> columns = program.writtenColumns().stream().map(ResolvedColumn::name).toList();
    RowBlock block = program.newBlock(columns, Math.max(1, rows));
    block.rows().setRange(0, rows);
    program.fill(block, parents);
    List<Integer> places =
        IntStream.range(0, rows)
            .boxed()
            .filter(place -> !breaker.exempt().contains((long) place))
            .toList();
    return !breaker.apply(block, places, parents).isEmpty();
  }

  private static Problem impossible(TablePrograms programs, ResolvedInjection injection) {
    long rows = Math.min(SAMPLE_ROWS, programs.program(injection.tableId()).rows());
    boolean isOrphan = injection.breaks() instanceof ResolvedInjection.Break.Orphan;
    String why =
        isOrphan
            ? "its parent has every key that there can be, or nearly"
            : "none of the first " + rows + " rows can";
    return Problem.error(
            "injection_impossible",
            "/rules/" + injection.rule(),
            injection.tableId()
                + ": "
                + injection.kind()
                + " "
                + injection.constraint()
                + ": cannot be broken alone: "
                + why)
        .withHint("remove the rule, or break another constraint");
  }
}
