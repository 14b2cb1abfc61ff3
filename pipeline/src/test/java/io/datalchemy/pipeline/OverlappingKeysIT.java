package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.load.Verifier;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.TestServer;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tables with unique keys drawn at random over the same few columns and parents: whatever the plan
 * says is held, the server accepts.
 */
class OverlappingKeysIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final int TABLES = 40;
  private static final List<String> COLUMNS =
      List.of("a_id", "b_id", "c_id", "kind", "side", "n", "t");

  @TempDir private Path out;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keysThatOverlapInAnyWayAreHeldAsPlanned(long seed) throws Exception {
    DatabaseSchema schema = TestServer.schema(TestServer.database(ddl(new Random(seed))));
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request = ProposalRequest.of(60, BigInteger.valueOf(seed), AS_OF);
    var plan =
        new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
            .propose(schema, request)
            .plan();
    Resolution resolution =
        PlanResolver.resolve(new ResolutionRequest(plan, schema, generators, Overfull.REFUSE));
    assertEquals(List.of(), resolution.problems(), "seed " + seed);
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, PlanDocument.write(plan), resolution.orThrow()), out));
    assertEquals(
        List.of(),
        Verifier.verify(schema, result.run().path(), TestServer.get()).violations(),
        "seed " + seed);
  }

  private static String ddl(Random random) {
    StringBuilder ddl =
        new StringBuilder(
            """
            CREATE TYPE kind AS ENUM ('one', 'two', 'three');
            CREATE TYPE side AS ENUM ('left', 'right');
            CREATE TABLE a (id integer PRIMARY KEY);
            CREATE TABLE b (id side PRIMARY KEY);
            CREATE TABLE c (id smallint PRIMARY KEY);
            """);
    for (int table = 0; table < TABLES; table++) {
      ddl.append(table(table, random));
    }
    return ddl.toString();
  }

  private static String table(int number, Random random) {
    List<String> parts = new ArrayList<>();
    parts.add("id integer PRIMARY KEY");
    parts.add("a_id integer REFERENCES a" + nullable(random));
    parts.add("b_id side REFERENCES b" + nullable(random));
    parts.add("c_id smallint REFERENCES c" + nullable(random));
    parts.add("kind kind" + nullable(random));
    parts.add("side side" + nullable(random));
    parts.add("n integer" + nullable(random) + " CHECK (n BETWEEN 1 AND 7)");
    parts.add("t text" + nullable(random));
    StringBuilder partial = new StringBuilder();
    for (int key = 1 + random.nextInt(3); key > 0; key--) {
      Set<String> columns = new TreeSet<>();
      for (int size = 2 + random.nextInt(2); size > 0; size--) {
        columns.add(COLUMNS.get(random.nextInt(COLUMNS.size())));
      }
      String list = "(" + String.join(", ", columns) + ")";
      if (random.nextInt(4) == 0) {
        partial.append(
            "CREATE UNIQUE INDEX ON t" + number + " " + list + " WHERE side = 'left';\n");
      } else {
        parts.add("UNIQUE " + (random.nextInt(5) == 0 ? "NULLS NOT DISTINCT " : "") + list);
      }
    }
    return "CREATE TABLE t" + number + " (" + String.join(", ", parts) + ");\n" + partial;
  }

  private static String nullable(Random random) {
    return random.nextBoolean() ? " NOT NULL" : "";
  }
}
