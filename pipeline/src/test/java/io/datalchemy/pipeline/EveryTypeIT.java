package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.problem.Problem;
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
import java.io.IOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type that a column can have on a real server, as the server itself lists them. */
class EveryTypeIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final Generators GENERATORS = Generators.builtIn().forPlan("pt_BR", AS_OF);

  /** Types whose input the server refuses, internal ones, and those of extensions not known. */
  private static final List<String> UNSUPPORTED =
      List.of(
          "gtsvector",
          "pg_brin_bloom_summary",
          "pg_brin_minmax_multi_summary",
          "pg_dependencies",
          "pg_mcv_list",
          "pg_ndistinct",
          "pg_node_tree");

  private static String database;
  private static DatabaseSchema every;
  private static DatabaseSchema nullable;

  @BeforeAll
  static void makeTables() throws Exception {
    TypeTables tables = TypeTables.after(script());
    List<String> types = new ArrayList<>(tables.baseTypes());
    TypeTables nullables = TypeTables.after(script());
    nullables.addNullable(types);
    nullable = TestServer.schema(nullables.database());
    types.removeAll(UNSUPPORTED);
    types.removeIf(type -> type.matches("ghstore|ltree_gist|gbtreekey.*|query_int|intbig_gkey"));
    types.addAll(Files.readAllLines(file("types.txt")));
    for (String type : types) {
      tables.add(type);
    }
    database = tables.database();
    every = TestServer.schema(tables.database());
  }

  private static String script() throws IOException, URISyntaxException {
    return Files.readString(file("types.sql"));
  }

  private static Path file(String name) throws URISyntaxException {
    return Path.of(EveryTypeIT.class.getResource("types/" + name).toURI());
  }

  @Test
  void namesExactlyTheTypesThatHaveNoGenerator() {
    List<String> left = new ArrayList<>();
    for (Problem problem : resolve(nullable, plan(nullable, 3)).problems()) {
      left.add(problem.message());
    }
    assertEquals(
        UNSUPPORTED.stream()
            .map(
                type ->
                    "public.nullable."
                        + type
                        + ": type "
                        + type
                        + " has no generator: left NULL")
            .toList(),
        left.stream().filter(m -> UNSUPPORTED.stream().anyMatch(m::contains)).toList());
    assertEquals(
        List.of(
            "public.ghstore", "public.intbig_gkey", "public.ltree_gist", "public.query_int"),
        left.stream()
            .filter(m -> UNSUPPORTED.stream().noneMatch(m::contains))
            .map(m -> m.replaceAll(".*: type (\\S+) has no generator: left NULL", "$1"))
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 100})
  void rowsOfEveryTypeAreAccepted(long rows) throws Exception {
    try (DirectCopy copy = copy(plan(every, rows))) {
      assertEquals(List.of(), copy.refusals());
    }
  }

  @Test
  void keysOfEveryTypeHoldTenThousandRowsOrAsManyAsThereAreValues() throws Exception {
    GenerationPlan plan = plan(every, 10_000);
    List<GenerationPlan.Target> keys =
        plan.targets().stream().filter(t -> t.table().startsWith("key")).toList();
    Map<String, Long> fewer = new TreeMap<>();
    keys.stream().filter(t -> t.rows() < 10_000).forEach(t -> fewer.put(t.table(), t.rows()));
    GenerationPlan ofKeys =
        new GenerationPlan(
            plan.planVersion(),
            plan.seed(),
            plan.schemaRef(),
            plan.global(),
            keys,
            List.of(),
            List.of(),
            plan.options());
    try (DirectCopy copy = copy(ofKeys)) {
      assertEquals(List.of(), copy.refusals());
    }
    assertEquals("", fewer.toString());
  }

  @Test
  void textsAreThoseThatPostgresqlPrintsButForTheseTypes() throws Exception {
    try (DirectCopy copy = copy(plan(every, 100))) {
      assertEquals(List.of(), copy.refusals());
      assertEquals("", copy.differing("v2").toString());
    }
  }

  @Test
  void columnsAreNotConstant() throws Exception {
    GenerationPlan plan = plan(every, 100);
    Map<String, Long> few = new TreeMap<>();
    try (DirectCopy copy = copy(plan)) {
      copy.refusals();
      for (GenerationPlan.Target target : plan.targets()) {
        if (target.table().startsWith("columns of ") && copy.distinct(target.table(), "v2") < 20) {
          few.put(target.table().substring(11), copy.distinct(target.table(), "v2"));
        }
      }
    }
    assertEquals("", few.toString());
  }

  private DirectCopy copy(GenerationPlan plan) throws SQLException {
    Resolution resolution = resolve(every, plan);
    assertEquals(List.of(), resolution.problems());
    return new DirectCopy(resolution.orThrow(), GENERATORS, database);
  }

  private static GenerationPlan plan(DatabaseSchema schema, long rows) {
    ProposalRequest request = ProposalRequest.of(rows, BigInteger.ONE, AS_OF);
    return new PlanProposer(GENERATORS, ResolvedCapacity.of(schema, request, GENERATORS))
        .propose(schema, request)
        .plan();
  }

  private static Resolution resolve(DatabaseSchema schema, GenerationPlan plan) {
    return PlanResolver.resolve(new ResolutionRequest(plan, schema, GENERATORS, Overfull.REFUSE));
  }
}
