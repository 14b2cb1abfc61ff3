package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import io.datalchemy.json.Json;
import io.datalchemy.load.Verifier;
import io.datalchemy.load.Violation;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.Proposal;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.Resolution;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.resolve.ConstraintOutcome;
import io.datalchemy.resolve.ConstraintOutcome.By;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every CHECK of the corpus in a table of its own: generated as proposed, and judged by PostgreSQL.
 */
class CheckCorpusIT {
  private static final Path CORPUS = Path.of("..", "schema-model", "src/test/resources/checks");
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final long ROWS = 200;

  @TempDir private Path out;

  /** One CHECK and the table that it stands in. */
  private record Case(String table, String written, String ddl, String outcome) {}

  @Test
  void theServerAcceptsEveryRowOfEveryCheckThatIsNotUnsupported() throws Exception {
    List<Case> cases = cases();
    DatabaseSchema schema = TestServer.schema(TestServer.database(script(cases)));
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request = ProposalRequest.of(ROWS, BigInteger.ONE, AS_OF);
    Proposal proposal =
        new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
            .propose(schema, request);
    Resolution resolution =
        PlanResolver.resolve(
            new ResolutionRequest(proposal.plan(), schema, generators, Overfull.REFUSE));
    assertEquals(List.of(), resolution.problems().stream().filter(p -> p.isError()).toList());
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, PlanDocument.write(proposal.plan()), resolution.orThrow()),
                out));
    List<Violation> broken =
        Verifier.verify(schema, result.run().path(), TestServer.get()).violations();
    Map<String, By> held = held(resolution);
    print(cases, held);
    Set<String> refused = new TreeSet<>();
    broken.forEach(v -> refused.add(v.table().table()));
    List<String> faults = new ArrayList<>();
    for (Case each : cases) {
      boolean isUnsupported = held.get(each.table()) == By.UNSUPPORTED;
      if (isUnsupported != each.outcome().equals("unsupported")) {
        faults.add(each.written() + ": " + each.outcome() + ", but " + held.get(each.table()));
      }
      if (!isUnsupported && refused.contains(each.table())) {
        faults.add(each.written() + ": rows are refused");
      }
    }
    assertEquals(List.of(), faults);
    long unsupported = held.values().stream().filter(by -> by == By.UNSUPPORTED).count();
    assertTrue(unsupported * 20 <= cases.size(), () -> "5 % at most, were " + unsupported);
  }

  private static void print(List<Case> cases, Map<String, By> held) {
    Map<By, Integer> counts = new TreeMap<>();
    cases.forEach(each -> counts.merge(held.get(each.table()), 1, Integer::sum));
    System.out.println(cases.size() + " checks as generated: " + counts);
  }

  private static Map<String, By> held(Resolution resolution) {
    Map<String, By> held = new LinkedHashMap<>();
    for (var table : resolution.orThrow().tables()) {
      table.constraints().stream()
          .filter(o -> o.kind().equals("check"))
          .map(ConstraintOutcome::by)
          .reduce((a, b) -> a.compareTo(b) > 0 ? a : b)
          .ifPresent(by -> held.put(table.table(), by));
    }
    return held;
  }

  private static String script(List<Case> cases) throws IOException {
    String types =
        Files.readString(CORPUS.resolve("universe.sql"))
            .lines()
            .filter(line -> line.startsWith("CREATE TYPE"))
            .collect(Collectors.joining("\n"));
    return types + cases.stream().map(Case::ddl).collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static List<Case> cases() throws IOException {
    List<Map<String, String>> entries =
        Json.mapper().readValue(CORPUS.resolve("checks.json").toFile(), new TypeReference<>() {});
    Map<String, String> columns = columns();
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Map<String, String> entry = entries.get(i);
      String table = String.format(Locale.ROOT, "check_%03d", i);
      List<String> used = new ArrayList<>(List.of("row_id bigint PRIMARY KEY"));
      columns.forEach(
          (name, line) -> {
            if (names(entry.get("printed"), name)) {
              used.add(line);
            }
          });
      String ddl =
          "CREATE TABLE "
              + table
              + " ("
              + String.join(", ", used)
              + ", CONSTRAINT ck CHECK ("
              + entry.get("written")
              + "));";
      cases.add(new Case(table, entry.get("written"), ddl, entry.get("outcome")));
    }
    return cases;
  }

  private static boolean names(String check, String column) {
    return Pattern.compile("\\b" + Pattern.quote(column) + "\\b").matcher(check).find();
  }

  private static Map<String, String> columns() throws IOException {
    Map<String, String> columns = new LinkedHashMap<>();
    Files.readString(CORPUS.resolve("universe.sql"))
        .lines()
        .filter(l -> l.startsWith("  "))
        .forEach(
            line -> {
              String text = line.strip().replaceAll(",$", "");
              String name =
                  text.startsWith("\"")
                      ? text.substring(1, text.indexOf('"', 1))
                      : text.substring(0, text.indexOf(' '));
              columns.put(name, text);
            });
    return columns;
  }
}
