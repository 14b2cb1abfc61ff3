package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.introspect.IntrospectionOptions;
import io.datalchemy.introspect.Introspector;
import io.datalchemy.plan.GenerationPlan;
import io.datalchemy.plan.GenerationPlan.Target;
import io.datalchemy.problem.Problem;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.server.TestServer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that cannot be kept are refused before the run, with the reason and a way out. */
class RefusedSchemasIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          smallint_key | 40000 | public.small: small_pkey allows 32767 rows at most (32767 values of id), asked were 40000
          unique_enum | 3 | none
          unique_enum | 4 | public.price: price_size_key allows 3 rows at most (3 values of size), asked were 4
          junction | 2 | none
          differing_keys | 1 | public.flight: flight_check allows 0 rows at most (public.airport has 1 row and it takes two), asked were 1
          unique_function | 1 | public.page: unique_index page_plain_title cannot be held: the expression public.plain(title) is not understood
          unique_json | 1 | public.event: unique_index event_key cannot be held: the expression (data ->> 'key'::text) is not understood
          exclusion_of_points | 1 | public.circle_of: exclusion circle_of_c_excl cannot be held: only equal columns WITH = and one range WITH && are understood, over columns that a generator fills
          contradiction | 1 | public.never: no row can meet never_a_check, never_a_check1 cannot hold together: "a" > 5 and "a" < 3 (NOT NULL: a)
          key_types | 1 | public.child.parent_id: foreign key child_parent_id_fkey would turn numeric(10,2) into integer, which can change the value
          no_common_ancestor | 1 | public.both_of_them: the foreign keys [both_of_them_x_y_fkey, both_of_them_x_z_fkey] share columns but do not lead to one common ancestor
          types_without_generator | 1 | public.shape.place: type gtsvector has no generator and may not be NULL // public.shape.odd: type public.holder, which holds gtsvector, has no generator and may not be NULL // public.shape.kept: type public.query_int has no generator: left to its default // public.shape.none: type gtsvector[], which holds gtsvector, has no generator: left NULL
          smallserial_key | 32767 | none
          smallserial_key | 40000 | public.small: small_pkey allows 32767 rows at most (32767 values of id), asked were 40000
          smallint_identity | 40000 | public.small: small_pkey allows 32767 rows at most (32767 values of id), asked were 40000
          one_digit | 9 | none
          one_digit | 10 | public.small: small_digit_key allows 9 rows at most (9 values of digit), asked were 10
          """)
  void reasonIsToldBeforeTheRun(String shape, long rows, String problems) throws Exception {
    Path file = Path.of(getClass().getResource("refused/" + shape + ".sql").toURI());
    DatabaseSchema schema = TestServer.schema(TestServer.database(Files.readString(file)));
    assertEquals(problems, told(resolve(schema, rows)));
  }

  @Test
  void parentsOfSchemasThatWereNotSelectedAreNullOrRefused() throws Exception {
    String database =
        TestServer.database(
            """
            CREATE SCHEMA other;
            CREATE TABLE other.parent (id integer PRIMARY KEY);
            CREATE TABLE may (id integer PRIMARY KEY, parent_id integer REFERENCES other.parent);
            CREATE TABLE must (
              id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES other.parent);
            """);
    DatabaseSchema schema =
        Introspector.introspect(
                TestServer.settings(database), new IntrospectionOptions(List.of("public"), false))
            .schema();
    assertEquals(
        "public.may: foreign key may_parent_id_fkey refers to other.parent, whose rows are not"
            + " generated: left NULL // public.must: foreign key must_parent_id_fkey refers to"
            + " other.parent, whose rows are not generated, and none of its columns may be NULL",
        told(resolve(schema, 3)));
  }

  private static List<Problem> resolve(DatabaseSchema schema, long rows) {
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    List<Target> targets =
        schema
            .tableIds()
            .filter(id -> schema.table(id).filter(Table::holdsRows).isPresent())
            .map(id -> target(id, rows))
            .toList();
    GenerationPlan plan =
        new GenerationPlan(
            GenerationPlan.CURRENT_VERSION,
            BigInteger.ONE,
            new GenerationPlan.SchemaRef(schema.schemaVersion(), Optional.empty(), "postgres"),
            Optional.empty(),
            targets,
            List.of(),
            List.of(),
            Optional.empty());
    return PlanResolver.resolve(new ResolutionRequest(plan, schema, generators, Overfull.REFUSE))
        .problems();
  }

  private static Target target(TableId id, long rows) {
    return new Target(
        id.schema(), id.table(), rows, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static String told(List<Problem> problems) {
    return problems.isEmpty()
        ? "none"
        : String.join(" // ", problems.stream().map(Problem::message).toList());
  }
}
