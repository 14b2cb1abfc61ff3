package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.load.Verifier;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.problem.Problem;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.Proposal;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.server.TestServer;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schema of hundreds of tables, as real ones have them, is filled whole. */
class LargeSchemaIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static DatabaseSchema schema;

  @TempDir private Path out;

  @BeforeAll
  static void introspect() throws SQLException {
    schema = TestServer.schema(TestServer.database(LargeSchema.ddl()));
  }

  @Test
  void hasTheTablesKeysAndChecksThatItIsSaidToHave() {
    List<Table> tables = schema.tableIds().map(id -> schema.table(id).orElseThrow()).toList();
    assertEquals(LargeSchema.TABLES, tables.size());
    assertEquals(LargeSchema.FOREIGN_KEYS, tables.stream().flatMap(Table::foreignKeys).count());
    assertEquals(
        LargeSchema.CHECKS,
        tables.stream().flatMap(t -> t.constraints(Constraint.Check.class)).count());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 2", "100, 3"})
  void copiesOfAnySizeAreAccepted(long rows, long seed) {
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request = ProposalRequest.of(rows, BigInteger.valueOf(seed), AS_OF);
    Proposal proposal =
        new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
            .propose(schema, request);
    Resolution resolution =
        PlanResolver.resolve(
            new ResolutionRequest(proposal.plan(), schema, generators, Overfull.REFUSE));
    assertEquals(List.of(), resolution.problems().stream().filter(Problem::isError).toList());
    Documents documents =
        new Documents(schema, PlanDocument.write(proposal.plan()), resolution.orThrow());
    GenerationResult result = Generation.run(GenerationRequest.of(documents, out));
    assertEquals(LargeSchema.TABLES, result.manifest().tables().size());
    assertEquals(
        List.of(), Verifier.verify(schema, result.run().path(), TestServer.get()).violations());
  }
}
