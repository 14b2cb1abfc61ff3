package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.load.Verifier;
import io.datalchemy.load.Violation;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.postgres.TestPostgres;
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
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small schemas of every shape, each copied in several sizes to a PostgreSQL that accepts it. */
class SchemaZooIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

  @TempDir private Path out;

  /** One copy: so many rows of each table, from that seed. */
  private record Copy(long rows, long seed) {}

  /** On servers other than the newest, one copy is enough: they judge the same bytes. */
  private static final List<Copy> COPIES =
      TestPostgres.isNewestEmbedded()
          ? List.of(
              new Copy(1, 1),
              new Copy(1, 2),
              new Copy(7, 1),
              new Copy(7, 2),
              new Copy(100, 1),
              new Copy(100, 2))
          : List.of(new Copy(7, 1));

  static Stream<String> shapes() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @EveryServer
  @ParameterizedTest
  @MethodSource("shapes")
  void copiesOfAnySizeAreAccepted(String shape) throws Exception {
    DatabaseSchema schema = schema(shape);
    List<String> refused = new ArrayList<>();
    for (Copy copy : COPIES) {
      violations(schema, copy).forEach(v -> refused.add(copy + ": " + v));
    }
    assertEquals(List.of(), refused);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cycle_deferrable.sql",
        "converted_keys.sql",
        "exactly_one_key.sql",
        "junction_in_tenant.sql",
        "junction_of_three.sql",
        "key_types.sql",
        "partitions_nested.sql",
        "self_reference_tenant.sql",
        "tenant_nested.sql",
        "two_keys_that_differ.sql",
        "unique_lower.sql",
        "unique_overlapping.sql",
        "unique_partial.sql",
      })
  void copiesOfThousandsOfRowsAreAccepted(String shape) throws Exception {
    assertEquals(List.of(), violations(schema(shape), new Copy(5000, 1)));
  }

  private List<Violation> violations(DatabaseSchema schema, Copy copy) {
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request =
        ProposalRequest.of(copy.rows(), BigInteger.valueOf(copy.seed()), AS_OF);
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
    return Verifier.verify(schema, result.run().path(), TestServer.get()).violations();
  }

  private static DatabaseSchema schema(String shape)
      throws IOException, URISyntaxException, SQLException {
    return TestServer.schema(TestServer.database(Files.readString(folder().resolve(shape))));
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(SchemaZooIT.class.getResource("zoo").toURI());
  }
}
