package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.load.VerificationReport;
import io.datalchemy.load.Verifier;
import io.datalchemy.load.Violation;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server finds exactly the rows that were broken on purpose, and no others. */
class InjectionIT {
  private static final int ROWS = 3000;

  private static final String DDL =
      """
      CREATE TABLE parent (id serial PRIMARY KEY, name text NOT NULL);
      CREATE TABLE missing (id serial PRIMARY KEY, name text NOT NULL, note text);
      CREATE TABLE child (
        id serial PRIMARY KEY, parent_id integer NOT NULL REFERENCES parent, amount integer);
      CREATE TABLE keyed (id serial PRIMARY KEY, name text);
      CREATE TABLE coded (id serial PRIMARY KEY, code varchar(12) UNIQUE);
      CREATE TABLE owned (id serial PRIMARY KEY, owner integer NOT NULL, is_main boolean NOT NULL);
      CREATE UNIQUE INDEX owned_main ON owned (owner) WHERE is_main;
      CREATE TABLE priced (
        id serial PRIMARY KEY,
        price numeric(8,2) NOT NULL CONSTRAINT priced_price CHECK (price > 0 AND price < 1000),
        discount numeric(8,2) CHECK (discount < price));
      CREATE TABLE dated (
        id serial PRIMARY KEY,
        starts date NOT NULL,
        ends date,
        CONSTRAINT dated_order CHECK (ends >= starts));
      CREATE TABLE stated (
        id serial PRIMARY KEY,
        state text NOT NULL CONSTRAINT stated_state CHECK (state IN ('new', 'paid', 'sent')),
        paid_at timestamp,
        CONSTRAINT stated_paid CHECK ((state = 'new') = (paid_at IS NULL)));
      CREATE TABLE mailed (
        id serial PRIMARY KEY,
        mail text NOT NULL CONSTRAINT mailed_mail CHECK (mail LIKE '%_@_%'),
        born date CONSTRAINT mailed_born CHECK (born < CURRENT_DATE));
      CREATE TABLE one_of (
        id serial PRIMARY KEY, a_id integer REFERENCES parent, b_id integer REFERENCES parent,
        CONSTRAINT one_of_them CHECK (num_nonnulls(a_id, b_id) = 1));
      CREATE DOMAIN score AS integer CONSTRAINT score_range CHECK (VALUE >= 0 AND VALUE <= 100);
      CREATE TABLE scored (id serial PRIMARY KEY, first score, second score NOT NULL);
      """;

  private static final Map<String, String> RULES =
      new TreeMap<>(
          Map.ofEntries(
              rule("missing", "\"column\": \"name\""),
              rule("child", "\"constraint\": \"child_parent_id_fkey\""),
              rule("keyed", "\"constraint\": \"keyed_pkey\""),
              rule("coded", "\"constraint\": \"coded_code_key\""),
              rule("owned", "\"constraint\": \"owned_main\""),
              rule("priced", "\"constraint\": \"priced_price\""),
              rule("dated", "\"constraint\": \"dated_order\""),
              rule("stated", "\"constraint\": \"stated_paid\""),
              rule("mailed", "\"constraint\": \"mailed_born\""),
              rule("one_of", "\"constraint\": \"one_of_them\""),
              rule("scored", "\"column\": \"second\", \"constraint\": \"score_range\"")));

  private static Map.Entry<String, String> rule(String table, String broken) {
    return Map.entry(table, broken);
  }

  @TempDir private Path out;

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.5", "1.0"})
  void serverFindsTheRowsThatAreListed(String rate) throws Exception {
    String database = TestServer.database(DDL);
    DatabaseSchema schema = TestServer.schema(database);
    GenerationResult result = generate(schema, plan(rate));
    VerificationReport report = Verifier.verify(schema, result.run().path(), TestServer.get());
    Map<String, Long> found = new TreeMap<>();
    for (Violation violation : report.violations()) {
      found.put(violation.table().table() + " " + violation.kind(), violation.rows().orElse(-1));
    }
    Map<String, Long> expected = new TreeMap<>();
    expected.put("missing not_null", (long) labels(result, "missing").size());
    expected.put("child foreign_key", (long) labels(result, "child").size());
    expected.put("keyed primary_key", sharing(result, "keyed", 0, "keyed_pkey"));
    expected.put("coded unique", sharing(result, "coded", 1, "coded_code_key"));
    expected.put("owned unique_index", sharingMain(result));
    for (String table : List.of("priced", "dated", "stated", "mailed", "one_of")) {
      expected.put(table + " check", (long) labels(result, table).size());
    }
    expected.put("scored domain", (long) labels(result, "scored").size());
    assertEquals(expected, found);
    assertEquals(List.of(), report.notEvaluated());
  }

  @Test
  void overlapsAndMissingParentsOfOtherTypesAreFound() throws Exception {
    String ddl =
        """
        CREATE EXTENSION btree_gist;
        CREATE TABLE agency (code uuid PRIMARY KEY);
        CREATE TABLE branch (
          id serial PRIMARY KEY, agency uuid NOT NULL REFERENCES agency);
        CREATE TABLE booked (
          id serial PRIMARY KEY, room integer NOT NULL, during daterange NOT NULL,
          CONSTRAINT booked_once EXCLUDE USING gist (room WITH =, during WITH &&));
        """;
    DatabaseSchema schema = TestServer.schema(TestServer.database(ddl));
    Map<String, String> rules =
        new TreeMap<>(
            Map.ofEntries(
                rule("branch", "\"constraint\": \"branch_agency_fkey\""),
                rule("booked", "\"constraint\": \"booked_once\"")));
    GenerationResult result = generate(schema, plan(rules, "0.1"));
    VerificationReport report = Verifier.verify(schema, result.run().path(), TestServer.get());
    Map<String, Long> found = new TreeMap<>();
    for (Violation violation : report.violations()) {
      found.put(violation.table().table() + " " + violation.kind(), violation.rows().orElse(-1));
    }
    List<String> booked =
        lines(result, "public.booked.csv").stream()
            .map(line -> line.substring(line.indexOf(',') + 1))
            .toList();
    assertEquals(
        Map.of(
            "branch foreign_key",
            (long) labels(result, "branch").size(),
            "booked exclusion",
            sharing(result, "booked", booked, "booked_once")),
        found);
    assertTrue(labels(result, "booked").size() > ROWS / 20);
  }

  /** Holds the labels against the rows whose key appeared before; counts all that share one. */
  private static long sharing(GenerationResult result, String table, int column, String name)
      throws IOException {
    List<String> keys = column(result, table, column);
    return sharing(result, table, keys, name);
  }

  private static long sharing(GenerationResult result, String table, List<String> keys, String name)
      throws IOException {
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    List<Long> repeated = new ArrayList<>();
    for (int row = 0; row < keys.size(); row++) {
      String key = keys.get(row);
      if (!key.isEmpty()) {
        counts.merge(key, 1, Integer::sum);
        if (first.putIfAbsent(key, row) != null) {
          repeated.add((long) row);
        }
      }
    }
    assertEquals(repeated, List.copyOf(labels(result, table).keySet()), name);
    return counts.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
  }

  private static long sharingMain(GenerationResult result) throws IOException {
    List<String> owners = column(result, "owned", 1);
    List<String> mains = column(result, "owned", 2);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < owners.size(); i++) {
      keys.add(mains.get(i).equals("true") ? owners.get(i) : "");
    }
    return sharing(result, "owned", keys, "owned_main");
  }

  @Test
  void rateOfZeroBreaksNothing() throws Exception {
    DatabaseSchema schema = TestServer.schema(TestServer.database(DDL));
    GenerationResult result = generate(schema, plan("0"));
    VerificationReport report = Verifier.verify(schema, result.run().path(), TestServer.get());
    assertEquals(List.of(), report.violations());
    assertEquals(
        "row,constraint,kind,columns\n",
        Files.readString(result.run().path().resolve("injected.public.keyed.csv")));
  }

  private GenerationResult generate(DatabaseSchema schema, GenerationPlan plan) {
    return Generation.run(GenerationRequest.of(documents(schema, plan), out));
  }

  @Test
  void brokenRowsDoNotDependOnShards() throws Exception {
    DatabaseSchema schema = TestServer.schema(TestServer.database(DDL));
    Documents documents = documents(schema, plan("0.3"));
    GenerationResult whole = Generation.run(GenerationRequest.of(documents, out).withShards(1));
    GenerationResult parts = Generation.run(GenerationRequest.of(documents, out).withShards(4));
    for (String table : RULES.keySet()) {
      List<String> inParts = new ArrayList<>();
      List<String> rows = new ArrayList<>();
      for (int shard = 0; shard < 4; shard++) {
        String file = "public.%s-0000%d-of-00004.csv".formatted(table, shard);
        inParts.addAll(lines(parts, "injected." + file));
        rows.addAll(lines(parts, file));
      }
      assertEquals(lines(whole, "injected.public." + table + ".csv"), inParts, table);
      assertEquals(lines(whole, "public." + table + ".csv"), rows, table);
    }
  }

  @Test
  void otherRowsKeepTheirBytes() throws Exception {
    DatabaseSchema schema = TestServer.schema(TestServer.database(DDL));
    GenerationResult none = generate(schema, plan("0"));
    GenerationResult some = generate(schema, plan("0.2"));
    for (String table : RULES.keySet()) {
      Map<Long, String> labels = labels(some, table);
      List<String> before = lines(none, "public." + table + ".csv");
      List<String> after = lines(some, "public." + table + ".csv");
      List<Long> changed = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        if (!before.get(row).equals(after.get(row))) {
          changed.add((long) row);
        }
      }
      assertEquals(List.copyOf(labels.keySet()), changed, table);
    }
  }

  private static Documents documents(DatabaseSchema schema, GenerationPlan plan) {
    return new Documents(
        schema,
        PlanDocument.write(plan),
        PlanResolver.resolve(
                new ResolutionRequest(plan, schema, Generators.builtIn(), Overfull.REFUSE))
            .orThrow());
  }

  private static GenerationPlan plan(String rate) {
    return plan(RULES, rate);
  }

  private static GenerationPlan plan(Map<String, String> broken, String rate) {
    String targets =
        broken.keySet().stream()
            .map(
                t -> "{\"schema\": \"public\", \"table\": \"%s\", \"rows\": %d}".formatted(t, ROWS))
            .collect(Collectors.joining(","));
    String rules =
        broken.entrySet().stream()
            .map(
                e ->
                    "{\"type\": \"inject\", \"schema\": \"public\", \"table\": \"%s\", %s, \"rate\": %s}"
                        .formatted(e.getKey(), e.getValue(), rate))
            .collect(Collectors.joining(","));
    return PlanDocument.read(
        """
        {"plan_version": "0.3", "seed": 1,
         "schema_ref": {"schema_version": "0.3", "engine": "postgres"},
         "targets": [%s], "rules": [%s]}
        """
            .formatted(targets, rules)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The listed rows and their columns. */
  private static Map<Long, String> labels(GenerationResult result, String table)
      throws IOException {
    Map<Long, String> labels = new TreeMap<>();
    for (String line : lines(result, "injected.public." + table + ".csv")) {
      String[] fields = line.split(",", 4);
      labels.put(Long.valueOf(fields[0]), fields[3]);
    }
    return labels;
  }

  private static List<String> column(GenerationResult result, String table, int column)
      throws IOException {
    return lines(result, "public." + table + ".csv").stream()
        .map(line -> line.split(",", -1)[column])
        .toList();
  }

  private static List<String> lines(GenerationResult result, String file) throws IOException {
    return Files.readAllLines(result.run().path().resolve(file)).stream().skip(1).toList();
  }
}
