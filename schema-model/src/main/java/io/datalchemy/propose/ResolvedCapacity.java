package io.datalchemy.propose;

import io.datalchemy.catalogue.GeneratorCatalogue;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.key.RowLimit;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What tables can hold, found by resolving the plan that would ask for as many rows everywhere. */
public final class ResolvedCapacity implements Capacity {
  private final Map<TableId, RowLimit> limits;
  private final Map<TableId, List<Problem>> leftOut;

  private ResolvedCapacity(Resolution resolution) {
    limits = resolution.limits();
    leftOut = resolution.leftOut();
  }

  /** The capacity of a schema's tables for a proposal. */
  public static ResolvedCapacity of(
      DatabaseSchema schema, ProposalRequest request, GeneratorCatalogue catalogue) {
    Objects.requireNonNull(schema, "schema");
    Proposal unlimited = new PlanProposer(catalogue, Capacity.UNLIMITED).propose(schema, request);
    return new ResolvedCapacity(
        PlanResolver.resolve(
            ResolutionRequest.keepGoing(unlimited.plan(), schema, catalogue)
                .keeping(request.existing())));
  }

  @Override
  public OptionalLong maxRows(TableId table, Map<TableId, Long> rowsSoFar) {
    RowLimit limit = limits.get(table);
    if (leftOut.containsKey(table)) {
      return OptionalLong.of(0);
    }
    return limit == null ? OptionalLong.empty() : OptionalLong.of(limit.maxRows());
  }

  @Override
  public Optional<String> obstacle(TableId table) {
    return leftOut.getOrDefault(table, List.of()).stream().map(Problem::message).findFirst();
  }
}
