package io.datalchemy.load;

import io.datalchemy.ddl.SqlText;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.Column;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.type.Domain;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CHECKs of domains that rows were refused for: taken away, so that the rows come in and can be
 * counted, and all other rules asked about.
 */
final class BrokenDomains {
  private static final Pattern CHECK =
      Pattern.compile("CHECK \\((.*)\\)(?: NOT VALID)?", Pattern.DOTALL);

  private final Connection connection;
  private final DatabaseSchema schema;
  private final List<Broken> broken = new ArrayList<>();

  /** A CHECK, and where it was found broken first. */
  private record Broken(Domain domain, Domain.Check check, Violation first) {}

  BrokenDomains(Connection connection, DatabaseSchema schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /** Takes away the CHECK that refused a table's rows; false if none did. */
  boolean relax(TableId table, Refusal refusal, Violation violation) throws SQLException {
    Optional<Broken> found = find(table, refusal, violation);
    if (found.isEmpty()) {
      return false;
    }
    Domain domain = found.get().domain();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "ALTER DOMAIN "
              + SqlText.qualified(domain.schema(), domain.name())
              + " DROP CONSTRAINT "
              + SqlText.identifier(found.get().check().name()));
    }
    broken.add(found.get());
    return true;
  }

  private Optional<Broken> find(TableId table, Refusal refusal, Violation violation) {
    for (Column column : schema.table(table).map(Table::columns).orElse(List.of())) {
      for (Domain domain : schema.domains(column.columnType()).toList()) {
        for (Domain.Check check : domain.checks()) {
          boolean isMeant =
              refusal.dataType().filter(domain.name()::equals).isPresent()
                  && refusal.constraint().filter(check.name()::equals).isPresent()
                  && CHECK.matcher(check.expression()).matches();
          if (isMeant) {
            return Optional.of(new Broken(domain, check, violation));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What the tables of a run hold against the CHECKs that were taken away. */
  List<Violation> violations(Manifest manifest) throws SQLException {
    List<Violation> violations = new ArrayList<>();
    for (Broken rule : broken) {
      for (Manifest.Table table : manifest.tables()) {
        long rows = count(table.id(), rule);
        if (rows > 0) {
          violations.add(violation(table.id(), rule, rows));
        }
      }
    }
    return violations;
  }

  private static Violation violation(TableId table, Broken rule, long rows) {
    Violation first = rule.first();
    return new Violation(
        table,
        rule.check().name(),
        "domain",
        OptionalLong.of(rows),
        first.table().equals(table) ? first.place() : Optional.empty(),
        first.reason());
  }

  private long count(TableId id, Broken rule) throws SQLException {
    Matcher check = CHECK.matcher(rule.check().expression());
    if (!check.matches()) {
      throw new IllegalStateException("was matched before: " + rule.check().name());
    }
    List<String> failures = new ArrayList<>();
    for (Column column : schema.table(id).map(Table::columns).orElse(List.of())) {
      if (schema.domains(column.columnType()).anyMatch(rule.domain()::equals)) {
        failures.add(
            "EXISTS (SELECT FROM (SELECT row."
                + SqlText.identifier(column.name())
                + " AS value) AS cell WHERE NOT ("
                + check.group(1)
                + "))");
      }
    }
    return failures.isEmpty() ? 0 : count(id, failures);
  }

  private long count(TableId id, List<String> failures) throws SQLException {
    String sql =
        "SELECT count(*) FROM "
            + SqlText.qualified(id)
            + " AS row WHERE "
            + String.join(" OR ", failures);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
