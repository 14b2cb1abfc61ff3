package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.beam.keys.ForeignContextMode;
import io.datalchemy.load.Loader;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.problem.Problem;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parents as a plan wants them, in tables that the real server holds and is asked about. */
class ChosenParentsIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

  private static final Generators GENERATORS = Generators.builtIn().forPlan("pt_BR", AS_OF);

  @TempDir private Path out;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cycle_of_two.sql",
        "cycle_of_three.sql",
        "cycle_of_four.sql",
        "cycle_deferrable.sql",
        "self_reference.sql"
      })
  void circlesAreLoadedWithAllConstraintsInForce(String shape) throws Exception {
    String database = TestServer.database(Files.readString(shape(shape)));
    DatabaseSchema schema = TestServer.schema(database);
    GenerationResult result = generate(schema, plan(schema, shape, 50), r -> r);
    Loader.load(result.run().path(), TestServer.settings(database));
    for (Manifest.Table table : result.manifest().tables()) {
      assertEquals("50", TestServer.value(database, "SELECT count(*) FROM " + table.id()));
    }
  }

  @Test
  void circlesThatNothingCanLoadAreRefused() throws Exception {
    String database =
        TestServer.database(
            """
            CREATE TABLE egg (id integer PRIMARY KEY, hen_id integer NOT NULL);
            CREATE TABLE hen (id integer PRIMARY KEY, egg_id integer NOT NULL REFERENCES egg);
            ALTER TABLE egg ADD CONSTRAINT egg_hen FOREIGN KEY (hen_id) REFERENCES hen;
            CREATE TABLE fox (id integer PRIMARY KEY);
            """);
    DatabaseSchema schema = TestServer.schema(database);
    assertEquals(
        List.of(
            "error /targets/0: tables [public.egg, public.hen]: refer to each other by keys that may be"
                + " neither NULL nor deferred, so that no order of loading satisfies them:"
                + " public.egg (egg_hen) -> public.hen; public.hen (hen_egg_id_fkey) -> public.egg"
                + " [impossible_cycle]; make egg_hen of public.egg nullable or DEFERRABLE in the"
                + " database, disable it with a foreign_key_strategy that names it, or load the rows"
                + " before the keys are made and say so with a constraint_policy of warn for"
                + " foreign_key"),
        resolve(schema, enforced(proposed(schema, 10))).problems().stream()
            .map(Problem::toString)
            .toList());
    assertEquals(
        List.of("impossible_cycle"),
        resolve(schema, proposed(schema, 10)).problems().stream()
            .filter(problem -> !problem.isError())
            .map(Problem::code)
            .toList());
    GenerationPlan disabled =
        PlanDocument.read(
            new String(
                    PlanDocument.write(proposed(schema, 10)),
                    java.nio.charset.StandardCharsets.UTF_8)
                .replace(
                    "\"rules\" : [",
                    "\"rules\" : [{\"type\":\"foreign_key_strategy\",\"schema\":\"public\","
                        + "\"table\":\"egg\",\"mode\":\"disable\",\"foreign_key\":\"egg_hen\"}"
                        + comma(proposed(schema, 10)))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(List.of(), resolve(schema, disabled).problems());
  }

  /** The proposed plan without its word that the circle is known. */
  private static GenerationPlan enforced(GenerationPlan plan) {
    String text =
        new String(PlanDocument.write(plan), java.nio.charset.StandardCharsets.UTF_8)
            .replace("\"mode\" : \"warn\"", "\"mode\" : \"enforce\"");
    return PlanDocument.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String comma(GenerationPlan plan) {
    return plan.rules().isEmpty() ? "" : ",";
  }

  @Test
  void virtualKeysFindTheirParents() throws Exception {
    String database = loaded("virtual_keys.sql", 2000);
    assertEquals(
        "0",
        count(database, "customer c", "NOT EXISTS (SELECT FROM tenant t WHERE t.id = tenant_id)"));
    assertEquals(
        "0",
        count(
            database,
            "purchase p",
            "NOT EXISTS (SELECT FROM customer c"
                + " WHERE c.tenant_id = p.tenant_id AND c.id = p.customer_id)"));
    assertEquals(
        "0",
        count(
            database,
            "purchase p",
            "seller_id IS NOT NULL AND NOT EXISTS (SELECT FROM seller s"
                + " WHERE s.tenant_id = p.tenant_id AND s.id = p.seller_id)"));
    assertEquals(
        "0",
        count(
            database,
            "purchase p",
            "customer_code IS NOT NULL AND NOT EXISTS (SELECT FROM customer c"
                + " WHERE c.code = p.customer_code)"));
    assertShare(0.5, 2000, count(database, "purchase", "customer_code IS NULL"));
    int most =
        Integer.parseInt(
            TestServer.value(
                database,
                "SELECT max(n) FROM (SELECT count(*) n FROM purchase"
                    + " WHERE customer_code IS NOT NULL GROUP BY customer_code) x"));
    assertTrue(most > 80 && most < 180, "zipf's most chosen has " + most + " of 1000");
  }

  @Test
  void polymorphicReferencesFindTheTableThatTheirTypeNames() throws Exception {
    String database = loaded("polymorphic.sql", 3000);
    for (String[] target :
        new String[][] {
          {"comment", "subject_type = 'Post'", "subject_id", "post"},
          {"comment", "subject_type = 'Photo'", "subject_id", "photo"},
          {"comment", "subject_type = 'Comment'", "subject_id", "comment"},
          {"attachment", "owner_type = 'post'", "owner_id", "post"},
          {"attachment", "owner_type = 'comment'", "owner_id", "comment"},
          {"vote", "kind = 1", "about", "post"},
          {"vote", "kind = 2", "about", "photo"}
        }) {
      String orphans =
          target[1]
              + " AND NOT EXISTS (SELECT FROM "
              + target[3]
              + " t WHERE t.id = c."
              + target[2]
              + ")";
      assertEquals("0", count(database, target[0] + " c", orphans), target[1]);
    }
    assertShare(0.6, 3000, count(database, "comment", "subject_type = 'Post'"));
    assertShare(0.3, 3000, count(database, "comment", "subject_type = 'Photo'"));
    assertShare(0.3, 3000, count(database, "attachment", "owner_type IS NULL"));
    assertEquals("0", count(database, "attachment", "owner_type = 'nothing'"));
    String parents = TestServer.value(database, "SELECT count(DISTINCT subject_id) FROM comment");
    assertTrue(Integer.parseInt(parents) > 1500, parents + " different parents");
  }

  @Test
  void numbersOfChildrenAreAsAsked() throws Exception {
    String database = loaded("rows_per_parent.sql", 2000);
    String numbers =
        " FROM (SELECT count(l.line) n FROM invoice i LEFT JOIN invoice_line l"
            + " USING (customer_id, number) GROUP BY customer_id, number) x";
    String invoices = TestServer.value(database, "SELECT count(*) FROM invoice");
    assertEquals(2000 * 2, Integer.parseInt(invoices), 40);
    assertEquals("0", TestServer.value(database, "SELECT min(n)" + numbers));
    assertEquals("12", TestServer.value(database, "SELECT max(n)" + numbers));
    assertShare(
        0.1,
        Integer.parseInt(invoices),
        TestServer.value(database, "SELECT count(*) FILTER (WHERE n = 0)" + numbers));
    double variance =
        Double.parseDouble(TestServer.value(database, "SELECT variance(n)" + numbers));
    assertTrue(variance > 5 && variance < 15, "variance " + variance);
    assertEquals(
        "t",
        TestServer.value(
            database,
            "SELECT bool_and(last = n) FROM (SELECT max(line) last, count(*) n FROM invoice_line"
                + " GROUP BY customer_id, number) x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"picks.sql", "rows_per_parent.sql", "polymorphic.sql", "tree_shapes.sql"})
  void shardsThreadsAndContextsChangeNoByte(String shape) throws Exception {
    DatabaseSchema schema = TestServer.schema(TestServer.database(Files.readString(shape(shape))));
    GenerationPlan plan = plan(schema, shape, 3000);
    Map<TableId, String> expected = digests(generate(schema, plan, r -> r.withShards(1)));
    assertEquals(expected, digests(generate(schema, plan, r -> r.withShards(7))));
    assertEquals(
        expected, digests(generate(schema, plan, r -> r.withRunner(RunnerOptions.direct(8)))));
    for (ForeignContextMode mode :
        List.of(ForeignContextMode.COMPUTED, ForeignContextMode.SIDE_INPUT)) {
      assertEquals(
          expected, digests(generate(schema, plan, r -> r.withShards(3).withForeignContext(mode))));
    }
  }

  private String loaded(String shape, long rows) throws Exception {
    String database = TestServer.database(Files.readString(shape(shape)));
    DatabaseSchema schema = TestServer.schema(database);
    GenerationResult result = generate(schema, plan(schema, shape, rows), r -> r);
    Loader.load(result.run().path(), TestServer.settings(database));
    return database;
  }

  private GenerationResult generate(
      DatabaseSchema schema, GenerationPlan plan, UnaryOperator<GenerationRequest> how) {
    Documents documents =
        new Documents(schema, PlanDocument.write(plan), resolve(schema, plan).orThrow());
    return Generation.run(how.apply(GenerationRequest.of(documents, out)));
  }

  private static GenerationPlan plan(DatabaseSchema schema, String shape, long rows)
      throws IOException, URISyntaxException {
    return ZooPlan.of(proposed(schema, rows), shape(shape));
  }

  private static GenerationPlan proposed(DatabaseSchema schema, long rows) {
    ProposalRequest request = ProposalRequest.of(rows, BigInteger.TEN, AS_OF);
    return new PlanProposer(GENERATORS, ResolvedCapacity.of(schema, request, GENERATORS))
        .propose(schema, request)
        .plan();
  }

  private static Resolution resolve(DatabaseSchema schema, GenerationPlan plan) {
    return PlanResolver.resolve(new ResolutionRequest(plan, schema, GENERATORS, Overfull.REFUSE));
  }

  private static Map<TableId, String> digests(GenerationResult result) {
    return result.manifest().tables().stream()
        .collect(
            Collectors.toMap(
                Manifest.Table::id, Manifest.Table::sha256, (a, b) -> a, TreeMap::new));
  }

  private static String count(String database, String table, String condition) throws SQLException {
    return TestServer.value(database, "SELECT count(*) FROM " + table + " WHERE " + condition);
  }

  /** Within four standard deviations of a share drawn row by row. */
  private static void assertShare(double share, int rows, String found) {
    double tolerance = 4 * Math.sqrt(share * (1 - share) / rows);
    assertEquals(share, Double.parseDouble(found) / rows, tolerance);
  }

  private static Path shape(String name) throws URISyntaxException {
    return Path.of(SchemaZooIT.class.getResource("zoo").toURI()).resolve(name);
  }
}
