package io.datalchemy.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.connect.ConnectionSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What introspection asks of a server, counted by the server. */
class CatalogueQueriesIT {
  @Test
  void asksAsManyQuestionsForFourHundredTablesAsForFive() throws IOException, SQLException {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
            .start()) {
      ConnectionSettings own =
          ConnectionSettings.postgres("localhost", server.getPort(), "postgres", "postgres", "");
      PostgresServer.execute(own, "CREATE EXTENSION pg_stat_statements");
      long forFive = statements(own, "cinco", 5);
      assertEquals(forFive, statements(own, "quatrocentas", 400));
      assertTrue(forFive > 15, () -> "counted " + forFive); // so the count is of something
    }
  }

  private static long statements(ConnectionSettings own, String database, int tables)
      throws SQLException {
    PostgresServer.execute(own, "CREATE DATABASE " + database);
    ConnectionSettings settings = own.withDatabase(database);
    PostgresServer.execute(settings, tables(tables));
    PostgresServer.execute(own, "SELECT pg_stat_statements_reset()");
    int found =
        (int)
            Introspector.introspect(settings, IntrospectionOptions.all())
                .schema()
                .tableIds()
                .count();
    assertEquals(tables, found);
    try (Connection connection = own.open();
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT sum(s.calls) FROM pg_stat_statements s"
                    + " JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = '"
                    + database
                    + "'")) {
      result.next();
      return result.getLong(1);
    }
  }

  private static String tables(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                """
                CREATE TYPE estado%1$d AS ENUM ('a', 'b');
                CREATE TABLE t%1$03d (
                  id serial PRIMARY KEY,
                  nome varchar(20) UNIQUE CHECK (nome <> ''),
                  estado estado%1$d NOT NULL DEFAULT 'a',
                  pai integer %2$s);
                CREATE INDEX ON t%1$03d (pai) WHERE nome IS NOT NULL;
                """
                    .formatted(i, i == 0 ? "" : "REFERENCES t%03d".formatted(i - 1)))
        .collect(Collectors.joining());
  }
}
