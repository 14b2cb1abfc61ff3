package io.datalchemy.propose;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/** What tables can hold, found by resolving the plan that would ask for as many rows everywhere. */
public final class ResolvedCapacity implements Capacity {
  private final Map<TableId, RowLimit> limits;

  private ResolvedCapacity(Map<TableId, RowLimit> limits) {
    this.limits = limits;
  }

  /** The capacity of a schema's tables for a proposal. */
  public static ResolvedCapacity of(
      DatabaseSchema schema, ProposalRequest request, GeneratorCatalogue catalogue) {
    Objects.requireNonNull(schema, "schema");
    Proposal unlimited = new PlanProposer(catalogue, Capacity.UNLIMITED).propose(schema, request);
    return new ResolvedCapacity(
        PlanResolver.resolve(
                new ResolutionRequest(
                        unlimited.plan(), schema, catalogue, ResolutionRequest.Overfull.LOWER)
                    .keeping(request.existing()))
            .limits());
  }

  @Override
  public OptionalLong maxRows(TableId table, Map<TableId, Long> rowsSoFar) {
    RowLimit limit = limits.get(table);
    return limit == null ? OptionalLong.empty() : OptionalLong.of(limit.maxRows());
  }
}
