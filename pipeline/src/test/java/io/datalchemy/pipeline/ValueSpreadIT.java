package io.datalchemy.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.load.Loader;
import io.datalchemy.plan.PlanDocument;
import io.datalchemy.propose.PlanProposer;
import io.datalchemy.propose.Proposal;
import io.datalchemy.propose.ProposalRequest;
import io.datalchemy.propose.ResolvedCapacity;
import io.datalchemy.registry.Generators;
import io.datalchemy.resolution.PlanResolver;
import io.datalchemy.resolution.ResolutionRequest;
import io.datalchemy.resolution.ResolutionRequest.Overfull;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.SampleDatabase;
import io.datalchemy.server.TestServer;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values that the sample database's proposed plan gives, as the server counts them. */
class ValueSpreadIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
  private static final String DATABASE = "value_spread_it";

  /** Keys apart: those of as many children as parents are all the first of their parent. */
  private static final String COLUMNS =
      "SELECT format('%I.%I', table_schema, table_name), format('%I', column_name)"
          + " FROM information_schema.columns JOIN information_schema.tables"
          + " USING (table_schema, table_name) WHERE table_type = 'BASE TABLE'"
          + " AND table_schema IN ('cadastro', 'rh', 'crm', 'vendas')"
          + " AND table_name NOT LIKE 'movimento_estoque_2%'"
          + " AND data_type IN ('integer', 'bigint', 'smallint', 'numeric', 'double precision',"
          + " 'date', 'timestamp without time zone', 'timestamp with time zone', 'interval')"
          + " AND (table_schema, table_name, column_name) NOT IN"
          + " (SELECT table_schema, table_name, column_name FROM information_schema.key_column_usage)"
          + " ORDER BY 1, 2";

  /** The share of a column's rows at one of its bounds is this at most. */
  private static final double MOST_AT_A_BOUND = 0.06;

  /** With few different values, each may have so many times its even share. */
  private static final double TIMES_EVEN_SHARE = 2.5;

  @TempDir private Path out;

  @Test
  void noColumnIsPiledOnItsBounds() throws SQLException {
    load();
    List<String> piled = new ArrayList<>();
    int counted = 0;
    try (Connection connection = TestServer.get().connect(DATABASE);
        Statement columns = connection.createStatement();
        ResultSet found = columns.executeQuery(COLUMNS)) {
      while (found.next()) {
        counted += judge(connection, found.getString(1), found.getString(2), piled) ? 1 : 0;
      }
    }
    assertEquals(List.of(), piled);
    assertTrue(counted > 40, counted + " columns with enough values");
  }

  private static boolean judge(
      Connection connection, String table, String column, List<String> piled) throws SQLException {
    String query =
        "SELECT count(c), count(DISTINCT c), count(*) FILTER (WHERE c = least),"
            + " count(*) FILTER (WHERE c = most) FROM (SELECT "
            + column
            + " AS c, min("
            + column
            + ") OVER () AS least, max("
            + column
            + ") OVER () AS most FROM "
            + table
            + ") AS t";
    try (Statement statement = connection.createStatement();
        ResultSet counts = statement.executeQuery(query)) {
      counts.next();
      long values = counts.getLong(1);
      long different = counts.getLong(2);
      long atBound = Math.max(counts.getLong(3), counts.getLong(4));
      double allowed = Math.max(MOST_AT_A_BOUND, TIMES_EVEN_SHARE / Math.max(1, different));
      if (values >= 100 && (different < 2 || atBound > allowed * values)) {
        piled.add(
            table + "." + column + ": " + atBound + " of " + values + ", " + different + " values");
      }
      return values >= 100;
    }
  }

  private void load() throws SQLException {
    SampleDatabase.create(TestServer.get(), DATABASE);
    DatabaseSchema schema = TestServer.schema(DATABASE);
    Generators generators = Generators.builtIn().forPlan("pt_BR", AS_OF);
    ProposalRequest request = ProposalRequest.of(1000, BigInteger.valueOf(42), AS_OF);
    Proposal proposal =
        new PlanProposer(generators, ResolvedCapacity.of(schema, request, generators))
            .propose(schema, request);
    var resolved =
        PlanResolver.resolve(
                new ResolutionRequest(proposal.plan(), schema, generators, Overfull.REFUSE))
            .orThrow();
    GenerationResult result =
        Generation.run(
            GenerationRequest.of(
                new Documents(schema, PlanDocument.write(proposal.plan()), resolved), out));
    Loader.load(result.run().path(), TestServer.settings(DATABASE));
  }
}
