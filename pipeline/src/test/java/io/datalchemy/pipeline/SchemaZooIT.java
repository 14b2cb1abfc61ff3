package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.load.Verifier;
import io.datalchemy.load.Violation;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.plan.validation.PlanValidator;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.postgres.TestPostgres;
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

/** Small schemas of every shape, each copied in several sizes to a PostgreSQL that accepts it. */
class SchemaZooIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

  @TempDir private Path out;

  /** One copy: so many rows of each table, from that seed. */
  private record Copy(long rows, long seed) {}

  /** On servers other than the newest, one copy is enough: they judge the same bytes. */
  private static final List<Long> SIZES =
      TestPostgres.isNewestEmbedded() ? List.of(1L, 7L, 100L, 10_000L) : List.of(7L);

  private static final List<Long> SEEDS =
      TestPostgres.isNewestEmbedded() ? List.of(1L, 2L, 3L) : List.of(1L);

  static Stream<String> shapes() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return names.stream().filter(name -> name.endsWith(".sql")).sorted();
    }
  }

  @EveryServer
  @ParameterizedTest
  @MethodSource("shapes")
  void copiesOfAnySizeAreAccepted(String shape) throws Exception {
    DatabaseSchema schema = schema(shape);
    List<String> refused = new ArrayList<>();
    for (long rows : SIZES) {
      for (long seed : SEEDS) {
        Copy copy = new Copy(rows, seed);
        violations(schema, shape, copy).forEach(v -> refused.add(copy + ": " + v));
      }
    }
    assertEquals(List.of(), refused);
  }

  private List<Violation> violations(DatabaseSchema schema, String shape, Copy copy)
      throws IOException, URISyntaxException {
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request =
        ProposalRequest.of(copy.rows(), BigInteger.valueOf(copy.seed()), AS_OF);
    Proposal proposal =
        new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
            .propose(schema, request);
    GenerationPlan plan = ZooPlan.of(proposal.plan(), folder().resolve(shape));
    assertEquals(List.of(), errors(PlanValidator.validate(plan, schema, generators)));
    Resolution resolution =
        PlanResolver.resolve(new ResolutionRequest(plan, schema, generators, Overfull.REFUSE));
    assertEquals(List.of(), resolution.problems());
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, PlanDocument.write(plan), resolution.orThrow()), out));
    return Verifier.verify(schema, result.run().path(), TestServer.get()).violations();
  }

  private static List<Problem> errors(List<Problem> problems) {
    return problems.stream().filter(Problem::isError).toList();
  }

  private static DatabaseSchema schema(String shape)
      throws IOException, URISyntaxException, SQLException {
    return TestServer.schema(TestServer.database(Files.readString(folder().resolve(shape))));
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(SchemaZooIT.class.getResource("zoo").toURI());
  }
}
