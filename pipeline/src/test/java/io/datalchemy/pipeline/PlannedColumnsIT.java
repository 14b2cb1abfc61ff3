package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.propose.size.SizePolicy;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.TableId;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proposed plan fills columns with what a person expects there, by lists written by hand. */
class PlannedColumnsIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 15);
  private static final Map<String, String> KINDS = pairs("kinds.tsv");

  @Test
  void everyColumnOfTheSampleIsWhatAPersonWouldCallIt() throws SQLException {
    SampleDatabase.create(TestServer.get(), "planned_columns_it");
    DatabaseSchema schema = TestServer.schema("planned_columns_it");

    assertEquals(List.of(), misses("sample", schema, 69));
  }

  @Test
  void nineOfTenColumnsWithEnglishNamesAreReadRight() throws SQLException {
    List<String> misses = misses("english", schema("english"), 91);

    assertTrue(misses.size() <= 9, misses::toString);
  }

  @Test
  void nineOfTenColumnsWithAbbreviatedNamesAreReadRight() throws SQLException {
    List<String> misses = misses("abbreviated", schema("abbreviated"), 82);

    assertTrue(misses.size() <= 8, misses::toString);
  }

  private static DatabaseSchema schema(String name) throws SQLException {
    return TestServer.schema(TestServer.database(text(name + ".sql")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"english", "abbreviated"})
  void theServerTakesTheRowsOfEveryTable(String name) throws SQLException, IOException {
    String database = TestServer.database(text(name + ".sql"));
    ResolvedPlan plan = resolve(TestServer.schema(database));
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    try (DirectCopy copy = new DirectCopy(plan, generators, database)) {
      assertEquals(List.of(), copy.refusals());
    }
  }

  /** The columns that are filled with something else, each with what that is. */
  private static List<String> misses(String name, DatabaseSchema schema, int listed) {
    ResolvedPlan plan = resolve(schema);
    Map<String, String> expected = pairs(name + ".tsv");
    assertEquals(listed, expected.size());
    List<String> misses = new ArrayList<>();
    expected.forEach(
        (column, kind) -> {
          List<String> calls = calls(plan, column);
          String pattern = KINDS.get(kind);
          boolean isRight =
              !calls.isEmpty() && calls.stream().allMatch(call -> call.matches(pattern));
          if (!isRight) {
            misses.add(column + " as " + kind + ": " + calls);
          }
        });
    System.out.println(
        name + ": " + (listed - misses.size()) + " of " + listed + " columns are read right");
    misses.forEach(miss -> System.out.println("  " + miss));
    return misses;
  }

  private static ResolvedPlan resolve(DatabaseSchema schema) {
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request =
        ProposalRequest.of(100, BigInteger.valueOf(42), AS_OF).sized(SizePolicy.SHAPE);
    var plan =
        new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
            .propose(schema, request)
            .plan();
    return PlanResolver.resolve(new ResolutionRequest(plan, schema, generators, Overfull.REFUSE))
        .orThrow();
  }

  /** Every generator that fills the column in some row, with its parameters. */
  private static List<String> calls(ResolvedPlan plan, String path) {
    String whole = path.chars().filter(c -> c == '.').count() == 1 ? "public." + path : path;
    String[] names = whole.split("\\.", 3);
    ResolvedTable table = plan.table(new TableId(names[0], names[1])).orElseThrow();
    ColumnSource source = table.column(names[2]).orElseThrow().source();
    Stream<ColumnSource> sources = Stream.of(source);
    if (source instanceof ColumnSource.Shaped shaped) {
      var group = table.shapeGroups().get(shaped.group());
      int place = group.columns().indexOf(names[2]);
      sources =
          Stream.concat(group.shapes().stream(), group.otherShapes().stream())
              .map(shape -> shape.columns().get(place));
    }
    return sources
        .filter(ColumnSource.Generated.class::isInstance)
        .map(ColumnSource.Generated.class::cast)
        .map(ColumnSource.Generated::generator)
        .map(PlannedColumnsIT::text)
        .distinct()
        .toList();
  }

  private static String text(GeneratorCall call) {
    return call.id() + " " + call.params().values();
  }

  private static Map<String, String> pairs(String resource) {
    return text(resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> pair[1],
                (one, other) -> {
                  throw new IllegalStateException("twice: " + one);
                },
                LinkedHashMap::new));
  }

  private static String text(String resource) {
    String path = "/io/datalchemy/propose/" + resource;
    try (InputStream in = PlannedColumnsIT.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
