package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.load.VerificationReport;
import io.datalchemy.load.Verifier;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.Proposal;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole way, from the sample database to a PostgreSQL that accepts its copy. */
@EveryServer
class SampleCopyIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

  private static DatabaseSchema schema;

  @TempDir private Path out;

  @BeforeAll
  static void introspect() throws SQLException {
    schema = sampleSchema();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "10, 1", "10, 2", "10, 3", "1000, 1", "1000, 2", "1000, 3"})
  void copyIsAcceptedWithEveryConstraintOn(long rows, long seed) {
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request = ProposalRequest.of(rows, BigInteger.valueOf(seed), AS_OF);
    Proposal proposal =
        new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
            .propose(schema, request);
    Resolution resolution =
        PlanResolver.resolve(
            new ResolutionRequest(proposal.plan(), schema, generators, Overfull.REFUSE));
    assertEquals(List.of(), resolution.problems());
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, PlanDocument.write(proposal.plan()), resolution.orThrow()),
                out));
    VerificationReport report = Verifier.verify(schema, result.run().path(), TestServer.get());
    assertEquals(List.of(), report.violations());
    assertTrue(result.manifest().rows() >= rows * 20);
  }

  private static DatabaseSchema sampleSchema() throws SQLException {
    SampleDatabase.create(TestServer.get(), "sample_database_it");
    return TestServer.schema("sample_database_it");
  }
}
