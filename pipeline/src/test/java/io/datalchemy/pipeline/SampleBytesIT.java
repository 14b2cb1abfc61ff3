package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.beam.shard.SinkKind;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of the sample's copy depend on schema, plan and seed only. */
class SampleBytesIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final long ROWS = 300;

  private static DatabaseSchema schema;
  private static GenerationPlan plan;
  private static Map<TableId, String> expected;

  @TempDir private static Path out;

  @BeforeAll
  static void generateOnce() throws SQLException {
    SampleDatabase.create(TestServer.get(), "sample_bytes_it");
    schema = TestServer.schema("sample_bytes_it");
    plan = plan(1);
    expected = digests(plan, request -> request);
    assertEquals(24, expected.size());
  }

  @Test
  void threadsShardsContextAndSinkChangeNothing() {
    assertEquals(expected, digests(plan, r -> r.withRunner(RunnerOptions.direct(1))));
    assertEquals(expected, digests(plan, r -> r.withRunner(RunnerOptions.direct(8))));
    assertEquals(expected, digests(plan, r -> r.withShards(7)));
    assertEquals(expected, digests(plan, r -> r.withForeignContext(ForeignContextMode.COMPUTED)));
    assertEquals(expected, digests(plan, r -> r.withForeignContext(ForeignContextMode.SIDE_INPUT)));
    assertEquals(expected, digests(plan, r -> r.withSink(SinkKind.TEXT)));
  }

  @Test
  void localeAndTimeZoneChangeNothing() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertEquals(expected, digests(plan(1), r -> r));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anotherSeedChangesEveryTableThatHoldsChosenValues() {
    Map<TableId, String> other = digests(plan(2), r -> r);
    assertEquals(expected.keySet(), other.keySet());
    other.forEach((table, digest) -> assertNotEquals(expected.get(table), digest, table::toString));
  }

  @Test
  void tablesAddedToThePlanChangeNoOther() {
    Predicate<TableId> isCatalogue =
        table -> table.schema().equals("cadastro") || table.table().equals("produto");
    Map<TableId, String> fewer = digests(only(isCatalogue), r -> r);
    assertEquals(5, fewer.size()); // the three of cadastro, produto, and categoria that it needs
    fewer.forEach((table, digest) -> assertEquals(expected.get(table), digest, table::toString));
    Map<TableId, String> sales = digests(only(t -> t.schema().equals("vendas")), r -> r);
    assertTrue(sales.size() > 10, () -> sales.keySet().toString());
    sales.forEach((table, digest) -> assertEquals(expected.get(table), digest, table::toString));
  }

  private static GenerationPlan plan(long seed) {
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request = ProposalRequest.of(ROWS, BigInteger.valueOf(seed), AS_OF);
    return new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
        .propose(schema, request)
        .plan();
  }

  private static GenerationPlan only(Predicate<TableId> wanted) {
    List<GenerationPlan.Target> targets =
        plan.targets().stream()
            .filter(target -> wanted.test(target.id()) || target.table().equals("uf"))
            .toList();
    return new GenerationPlan(
        plan.planVersion(),
        plan.seed(),
        plan.schemaRef(),
        plan.global(),
        targets,
        plan.rules(),
        plan.rulesUnsupported(),
        plan.options());
  }

  private static Map<TableId, String> digests(
      GenerationPlan plan, UnaryOperator<GenerationRequest> how) {
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    var resolved =
        PlanResolver.resolve(new ResolutionRequest(plan, schema, generators, Overfull.REFUSE))
            .orThrow();
    Documents documents = new Documents(schema, PlanDocument.write(plan), resolved);
    GenerationResult result = Generation.run(how.apply(GenerationRequest.of(documents, out)));
    Map<TableId, String> digests = new TreeMap<>();
    for (Manifest.Table table : result.manifest().tables()) {
      digests.put(table.id(), table.sha256());
    }
    return digests;
  }
}
