package io.datalchemy.inject;

import io.datalchemy.foreign.ForeignContext;
import io.datalchemy.resolve.ResolvedInjection;
import io.datalchemy.row.RowBlock;
import io.datalchemy.row.TablePrograms;
import io.datalchemy.schema.TableId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Breaks rows of one table as the plan asks, after they are made: what others read of them stays.
 *
 * <p>Which rows, and how, depends on seed, names and row number alone. A row is broken by one rule
 * at most, the first in the plan that can. Counts what it does; not thread-safe.
 */
public final class TableInjector {
  private final ForeignContext parents;
  private final List<Injection> injections = new ArrayList<>();
  private final Set<Long> exempt = new HashSet<>();

  /** One rule at work. */
  private static final class Injection {
    private final ResolvedInjection resolved;
    private final RowChoice choice;
    private final Breaker breaker;
    private long broken;
    private long unbroken;

    Injection(ResolvedInjection resolved, RowChoice choice, Breaker breaker) {
      this.resolved = resolved;
      this.choice = choice;
      this.breaker = breaker;
    }
  }

  /**
   * The rules of a plan on one table.
   *
   * @throws IllegalArgumentException if one of them has a condition that cannot be read
   */
  public TableInjector(TablePrograms programs, TableId table, ForeignContext parents) {
    this.parents = parents;
    List<ResolvedInjection> resolved = programs.plan().injections(table);
    List<RowChoice> choices =
        resolved.stream().map(i -> RowChoice.of(i, programs.plan().seedBits())).toList();
    BreakerCompiler compiler = new BreakerCompiler(programs, row -> isWhole(row, choices), parents);
    for (int i = 0; i < resolved.size(); i++) {
      Breaker breaker = compiler.compile(resolved.get(i));
      injections.add(new Injection(resolved.get(i), choices.get(i), breaker));
      exempt.addAll(breaker.exempt());
    }
  }

  private boolean isWhole(long row, List<RowChoice> choices) {
    return exempt.contains(row) || choices.stream().noneMatch(choice -> choice.isChosen(row));
  }

  /** Whether the plan breaks rows of the table at all. */
  public boolean isActive() {
    return !injections.isEmpty();
  }

  /** Breaks rows of a block that was filled with all written columns; gives them in row order. */
  public List<BrokenRow> apply(RowBlock block) {
    Map<Integer, BrokenRow> broken = new TreeMap<>();
    for (Injection injection : injections) {
      List<Integer> places = places(block, injection.choice, broken.keySet());
      Map<Integer, List<String>> changed = injection.breaker.apply(block, places, parents);
      changed.forEach(
          (place, columns) -> broken.put(place, row(block, place, injection.resolved, columns)));
      injection.broken += changed.size();
      injection.unbroken += places.size() - changed.size();
    }
    return List.copyOf(broken.values());
  }

  private List<Integer> places(RowBlock block, RowChoice choice, Set<Integer> broken) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < block.rows().size(); i++) {
      long row = block.rows().row(i);
      if (choice.isChosen(row) && !exempt.contains(row) && !broken.contains(i)) {
        places.add(i);
      }
    }
    return places;
  }

  private static BrokenRow row(
      RowBlock block, int place, ResolvedInjection injection, List<String> columns) {
    return new BrokenRow(
        block.rows().row(place), injection.constraint(), injection.kind(), columns);
  }

  /** What was done so far, by rule in the plan's order. */
  public List<InjectionCount> counts() {
    return injections.stream()
        .map(
            i ->
                new InjectionCount(
                    i.resolved.constraint(),
                    i.resolved.kind(),
                    i.resolved.rate(),
                    i.broken,
                    i.unbroken))
        .toList();
  }
}
