package io.datalchemy.inject;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.resolve.ResolvedInjection;
import io.datalchemy.resolve.ResolvedInjection.Break;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.row.ResidualCondition;
import io.datalchemy.row.TableProgram;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.type.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** Turns a resolved injection into what breaks the rows. */
final class BreakerCompiler {
  private static final int LATER_YEARS = 20;

  private final TablePrograms programs;
  private final LongPredicate isWhole;
  private final ForeignContext parents;

  BreakerCompiler(TablePrograms programs, LongPredicate isWhole, ForeignContext parents) {
    this.programs = programs;
    this.isWhole = isWhole;
    this.parents = parents;
  }

  Breaker compile(ResolvedInjection injection) {
    ResolvedPlan plan = programs.plan();
    ResolvedTable table = plan.table(injection.tableId()).orElseThrow();
    Map<String, ValueType> types = new LinkedHashMap<>();
    table.columns().forEach(column -> types.put(column.name(), column.type()));
    List<ResidualCondition> kept =
        injection.kept().stream()
            .map(sql -> ResidualCondition.of(sql, plan.asOf(), types))
            .filter(condition -> isWritten(condition, table))
            .toList();
    if (injection.breaks() instanceof Break.ToNull toNull) {
      return new NullBreaker(toNull.column(), kept);
    } else if (injection.breaks() instanceof Break.Orphan orphan) {
      return orphan(orphan, kept, table);
    }
    TableProgram program = programs.program(injection.tableId());
    if (injection.breaks() instanceof Break.Falsify falsify) {
      CandidateValues candidates = CandidateValues.of(program, falsify, parents);
      return new FalsifyBreaker(candidates, targets(falsify, plan, types), kept);
    }
    Break.Repeat repeat = (Break.Repeat) injection.breaks();
    var predicate = repeat.predicate().map(sql -> ResidualCondition.of(sql, plan.asOf(), types));
    return new RepeatBreaker(
        program, repeat, new RepeatBreaker.KeyConditions(predicate, kept), isWhole, parents);
  }

  private Breaker orphan(Break.Orphan orphan, List<ResidualCondition> kept, ResolvedTable table) {
    long room = ParentRoom.of(programs.plan(), orphan);
    if (room == 0 || (orphan.distinct() && room < table.rows())) {
      return (block, places, context) -> Map.of();
    }
    ValueType type = table.column(orphan.column()).orElseThrow().type();
    return new OrphanBreaker(programs, orphan, kept, type, room);
  }

  /** The condition as of the plan's day, and as of a later one, when the rows may be loaded. */
  private static List<ResidualCondition> targets(
      Break.Falsify falsify, ResolvedPlan plan, Map<String, ValueType> types) {
    return List.of(
        ResidualCondition.of(falsify.condition(), plan.asOf(), types),
        ResidualCondition.of(falsify.condition(), plan.asOf().plusYears(LATER_YEARS), types));
  }

  /**
   * What the database fills is not there to be tested, nor is anything that it rests on changed.
   */
  private static boolean isWritten(ResidualCondition condition, ResolvedTable table) {
    return condition.columns().stream()
        .allMatch(name -> table.column(name).filter(c -> c.isWritten()).isPresent());
  }
}
