package io.datalchemy.inject;

import io.datalchemy.registry.Generators;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedInjection.Break.Orphan;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;

/** How many more rows a parent table could have before its keys run out or repeat. */
final class ParentRoom {
  private ParentRoom() {}

  static long of(ResolvedPlan plan, Orphan orphan) {
    ResolvedTable parent = plan.table(orphan.parent()).orElseThrow();
    ResolvedColumn column = parent.column(orphan.parentColumn()).orElseThrow();
    ColumnSource.Generated source = (ColumnSource.Generated) column.source();
    boolean caseInsensitive =
        source.distinct() instanceof Distinctness.Bijection b && b.caseInsensitive();
    boolean ascending = source.distinct() instanceof Distinctness.Bijection b && b.ascending();
    long size =
        Generators.builtIn()
            .forPlan(plan.locale(), plan.asOf())
            .valueSpace(source.generator(), column.type(), caseInsensitive)
            .orElse(0);
    long stride = ascending ? Math.max(1, size / Math.max(1, parent.rows())) : 1;
    return Math.max(0, size / stride - parent.rows());
  }
}
