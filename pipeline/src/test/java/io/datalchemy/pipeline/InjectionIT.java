package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
      """;

  private static final Map<String, String> RULES =
      new TreeMap<>(
          Map.of(
              "missing", "\"column\": \"name\"",
              "child", "\"constraint\": \"child_parent_id_fkey\"",
              "keyed", "\"constraint\": \"keyed_pkey\"",
              "coded", "\"constraint\": \"coded_code_key\"",
              "owned", "\"constraint\": \"owned_main\""));

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
    expected.put("missing not_null", labels(result, "missing").values().stream().count());
    expected.put("child foreign_key", labels(result, "child").values().stream().count());
    expected.put("keyed primary_key", sharing(result, "keyed", 0, "keyed_pkey"));
    expected.put("coded unique", sharing(result, "coded", 1, "coded_code_key"));
    expected.put("owned unique_index", sharingMain(result));
    assertEquals(expected, found);
    assertEquals(List.of(), report.notEvaluated());
  }

  /** Holds the labels against the rows whose key appeared before; counts all that share one. */
  private static long sharing(GenerationResult result, String table, int column, String name)
      throws IOException {
    List<String> keys = column(result, table, column);
    return sharing(result, table, keys, name);
  }

  private static long sharing(
      GenerationResult result, String table, List<String> keys, String name) throws IOException {
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
    Documents documents =
        new Documents(
            schema,
            PlanDocument.write(plan),
            PlanResolver.resolve(
                    new ResolutionRequest(plan, schema, Generators.builtIn(), Overfull.REFUSE))
                .orThrow());
    return Generation.run(GenerationRequest.of(documents, out));
  }

  private static GenerationPlan plan(String rate) {
    String targets =
        RULES.keySet().stream()
            .map(t -> "{\"schema\": \"public\", \"table\": \"%s\", \"rows\": %d}".formatted(t, ROWS))
            .collect(Collectors.joining(","));
    String rules =
        RULES.entrySet().stream()
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
