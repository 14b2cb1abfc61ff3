package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.plan.PlanDocument;
import io.datalchemy.problem.Problem;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.Proposal;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proposed plan runs as it is, whatever the schema has that cannot be. */
class ProposedPlanIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final Generators GENERATORS = Generators.builtIn().forPlan("pt_BR", AS_OF);

  @TempDir private Path out;

  @Test
  void whatCannotBeIsLeftOutWithWhatNeedsIt() throws Exception {
    String database =
        TestServer.database(
            """
            CREATE TABLE bad (id int PRIMARY KEY, n int NOT NULL, CHECK (n > 10 AND n < 5));
            CREATE TABLE dep (id int PRIMARY KEY, bad_id int NOT NULL REFERENCES bad);
            CREATE TABLE opt (id int PRIMARY KEY, bad_id int REFERENCES bad,
              dep_id int REFERENCES dep);
            CREATE TABLE other (id serial PRIMARY KEY, opt_id int NOT NULL REFERENCES opt);
            CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE
              AS 'select left($1, 3)';
            CREATE TABLE page (id serial PRIMARY KEY, title text NOT NULL);
            CREATE UNIQUE INDEX page_plain ON page (plain(title));
            CREATE TABLE visit (id serial PRIMARY KEY, page_id int REFERENCES page,
              other_id int REFERENCES other, CHECK (num_nonnulls(page_id, other_id) = 1));
            CREATE TABLE gone (id int PRIMARY KEY,
              other_id int NOT NULL REFERENCES other CHECK (other_id > 100000));
            """);
    DatabaseSchema schema = TestServer.schema(database);
    ProposalRequest request = ProposalRequest.of(20, BigInteger.ONE, AS_OF);
    Proposal proposal =
        new PlanProposer(GENERATORS, ResolvedCapacity.of(schema, request, GENERATORS))
            .propose(schema, request);
    assertEquals(
        List.of("public.opt", "public.other", "public.visit"),
        proposal.plan().targets().stream().map(target -> target.id().toString()).toList());
    assertEquals(
        List.of(
            "rows of public.bad: no row can meet bad_n_check can hold of no row: \"n\" > 10 and"
                + " \"n\" < 5 (NOT NULL: n)",
            "rows of public.dep: foreign key dep_bad_id_fkey refers to public.bad, which is left"
                + " out, and none of its columns may be NULL",
            "rows of public.gone: its constraints allow no rows",
            "rows of public.page: unique_index page_plain cannot be held: the expression"
                + " public.plain(title) is not understood"),
        proposal.plan().rulesUnsupported().stream()
            .map(wish -> wish.description() + ": " + wish.reason())
            .toList());
    Resolution resolution =
        PlanResolver.resolve(
            new ResolutionRequest(proposal.plan(), schema, GENERATORS, Overfull.REFUSE));
    assertEquals(List.of(), resolution.problems().stream().filter(Problem::isError).toList());
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, PlanDocument.write(proposal.plan()), resolution.orThrow()),
                out));
    assertEquals(
        List.of(),
        io.datalchemy.load.Verifier.verify(schema, result.run().path(), TestServer.get())
            .violations());
  }
}
