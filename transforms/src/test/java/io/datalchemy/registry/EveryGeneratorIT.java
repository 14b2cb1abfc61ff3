package io.datalchemy.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.postgres.EveryServer;
import io.datalchemy.postgres.TestPostgres;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PostgreSQL itself reads what the generators write, in every type that they declare. */
@EveryServer
class EveryGeneratorIT {
  private static final int ROWS = 500;
  private static final Generators GENERATORS = Generators.builtIn();
  private static Connection connection;

  @BeforeAll
  static void start() throws SQLException {
    connection = TestPostgres.get().database("todos_os_geradores").open();
    connection
        .createStatement()
        .execute(
            "create type mood as enum ('a', 'B', 'b', 'ção');"
                + "create type address as (street varchar(20), number integer)");
  }

  @AfterAll
  static void stop() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }

  @Test
  void postgresqlTakesEveryValue() {
    TreeSet<String> refused = new TreeSet<>();
    for (GeneratorDeclaration declaration : GENERATORS.generators()) {
      for (TypeFamily family : declaration.produces()) {
        for (ValueType type : SampleTypes.of(family)) {
          refusal(declaration, type).ifPresent(refused::add);
        }
      }
    }
    assertEquals(new TreeSet<>(), refused);
  }

  private static java.util.Optional<String> refusal(
      GeneratorDeclaration declaration, ValueType type) {
    GeneratorCall call = SampleCalls.of(declaration, type);
    boolean isRead = !GENERATORS.inputColumns(call).isEmpty();
    if (isRead || !isKnown(type) || !GENERATORS.check(call, type).isEmpty()) {
      return java.util.Optional.empty();
    }
    List<String> texts =
        Filled.texts(
            Filled.column(GENERATORS.create(call, type, List.of(), false), type, ROWS, List.of()),
            ROWS);
    try {
      return counted(texts, sql(type)) == ROWS
          ? java.util.Optional.empty()
          : java.util.Optional.of(declaration.id() + " " + sql(type) + ": lost values");
    } catch (SQLException e) {
      return java.util.Optional.of(declaration.id() + " " + sql(type) + ": " + e.getMessage());
    }
  }

  /** Of multiranges, PostgreSQL 12 and 13 know nothing. */
  private static boolean isKnown(ValueType type) {
    return TestPostgres.get().majorVersion() >= 14 || !sql(type).contains("multirange");
  }

  private static long counted(List<String> texts, String sqlType) throws SQLException {
    String query = "select count(cast(v as " + sqlType + ")) from unnest(?::text[]) v";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static String sql(ValueType type) {
    if (type.family() == TypeFamily.ARRAY) {
      return sql(type.element().orElseThrow()) + "[]";
    }
    if (type.family() == TypeFamily.DECIMAL && type.precision().isPresent()) {
      return "numeric(" + type.precision().get() + "," + type.decimals() + ")";
    }
    return type.name() + type.maxLength().map(n -> "(" + n + ")").orElse("");
  }
}
