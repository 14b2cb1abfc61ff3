package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Target;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
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

  private static final long MOST_ROWS = 10_000;
  private static final List<String> types = new ArrayList<>();
  private static String database;
  private static GenerationPlan largest;
  private static DatabaseSchema every;
  private static DatabaseSchema nullable;

  @BeforeAll
  static void makeTables() throws Exception {
    TypeTables tables = TypeTables.after(script());
    types.addAll(tables.baseTypes());
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
    every = TestServer.schema(database);
    largest = plan(every, MOST_ROWS);
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
                    "public.nullable." + type + ": type " + type + " has no generator: left NULL")
            .toList(),
        left.stream().filter(m -> UNSUPPORTED.stream().anyMatch(m::contains)).toList());
    assertEquals(
        List.of("public.ghstore", "public.intbig_gkey", "public.ltree_gist", "public.query_int"),
        left.stream()
            .filter(m -> UNSUPPORTED.stream().noneMatch(m::contains))
            .map(m -> m.replaceAll(".*: type (\\S+) has no generator: left NULL", "$1"))
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void rowsOfEveryTypeAreAccepted(long rows) throws Exception {
    try (DirectCopy copy = copy(ofAtMost(rows, table -> true))) {
      assertEquals(List.of(), copy.refusals());
    }
  }

  @Test
  void keysOfEveryTypeHoldTenThousandRowsOrAsManyAsThereAreValues() throws Exception {
    try (DirectCopy copy = copy(ofAtMost(MOST_ROWS, table -> table.startsWith("key of ")))) {
      assertEquals(List.of(), copy.refusals());
    }
  }

  @Test
  void valuesAreManyAndThePageTellsHowTheyAreWritten() throws Exception {
    Map<String, Long> few = new TreeMap<>();
    Set<String> differing = new TreeSet<>();
    Resolution resolution = resolve(every, ofAtMost(100, table -> true));
    try (DirectCopy copy = new DirectCopy(resolution.orThrow(), GENERATORS, database)) {
      assertEquals(List.of(), copy.refusals());
      for (String type : types) {
        long distinct = copy.distinct("columns of " + type, "v2");
        if (distinct < 20) {
          few.put(type, distinct);
        }
      }
      copy.differing("v2").forEach(table -> differing.add(table.substring(11)));
    }
    assertEquals(
        "{aclitem=11, bit=2, bit(1)=2, bit(3)=8, boolean=2, color=4, interval month=12,"
            + " numeric(1,0)=9, regcollation=3, regconfig=16, regdictionary=16, regnamespace=3,"
            + " regoper=9, regrole=8, size=4}",
        few.toString());
    TypesPage.assertCurrent(types, resolution.orThrow(), largest, differing);
  }

  /** The largest plan with fewer rows, of some of its tables. */
  private static GenerationPlan ofAtMost(long rows, Predicate<String> isIn) {
    List<Target> targets = new ArrayList<>();
    for (Target t : largest.targets()) {
      if (isIn.test(t.table())) {
        long fewer = Math.min(rows, t.rows());
        targets.add(
            new Target(
                t.schema(),
                t.table(),
                fewer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return new GenerationPlan(
        largest.planVersion(),
        largest.seed(),
        largest.schemaRef(),
        largest.global(),
        targets,
        List.of(),
        List.of(),
        largest.options());
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
