package io.datalchemy.load;

import io.datalchemy.ddl.Addition;
import io.datalchemy.ddl.Preparation;
import io.datalchemy.ddl.SchemaDdl;
import io.datalchemy.ddl.SqlText;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** One verification on one empty database: build, copy, add every rule, and keep the record. */
final class Verification {
  private static final int COUNT_LIMIT_SECONDS = 60;

  private final Connection connection;
  private final DatabaseSchema schema;
  private final SchemaDdl ddl;
  private final List<Violation> violations = new ArrayList<>();
  private final List<NotEvaluated> notEvaluated = new ArrayList<>();
  private final Set<TableId> missing = new TreeSet<>();
  private final BrokenDomains domains;
  private int rulesHeld;

  Verification(Connection connection, DatabaseSchema schema, SchemaDdl ddl) {
    this.connection = connection;
    this.schema = schema;
    this.ddl = ddl;
    this.domains = new BrokenDomains(connection, schema);
  }

  VerificationReport run(Path folder, Manifest manifest) throws SQLException {
    connection.setAutoCommit(false);
    for (Preparation preparation : ddl.beforeData()) {
      prepare(preparation);
    }
    for (ExistingTable table : manifest.existing()) {
      copyKeys(new KeyCopy(folder.resolve(ExistingKeys.FOLDER), table), table);
    }
    long rows = 0;
    for (Manifest.Table table : manifest.tables()) {
      rows += copy(new TableCopy(folder, table), table);
    }
    connection.commit();
    connection.setAutoCommit(true);
    violations.addAll(domains.violations(manifest));
    for (Addition addition : ddl.afterData()) {
      add(addition);
    }
    int tables = manifest.tables().size();
    return new VerificationReport(tables, rows, rulesHeld, violations, notEvaluated);
  }

  /** What the database keeps is not judged: only that others can refer to it. */
  private void copyKeys(KeyCopy copy, ExistingTable table) throws SQLException {
    notEvaluated.add(
        new NotEvaluated(
            "table " + table.id(),
            "its " + table.rows() + " rows stay, and only their keys are known"));
    Savepoint before = connection.setSavepoint();
    try {
      copy.into(connection);
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      connection.rollback(before);
      missing.add(table.id());
      notEvaluated.add(new NotEvaluated("keys of " + table.id(), Refusal.of(e).words()));
    }
  }

  private void prepare(Preparation preparation) throws SQLException {
    Optional<Refusal> refusal = attempt(preparation.sql());
    if (refusal.isPresent() && preparation.withoutCollations().isPresent()) {
      Optional<Refusal> other = attempt(preparation.withoutCollations().get());
      if (other.isEmpty()) {
        notEvaluated.add(
            new NotEvaluated(preparation.subject() + ", collations", "this server lacks one"));
        return;
      }
    }
    refusal.ifPresent(
        found -> notEvaluated.add(new NotEvaluated(preparation.subject(), found.words())));
  }

  private Optional<Refusal> attempt(String sql) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      execute(sql);
      connection.releaseSavepoint(before);
      return Optional.empty();
    } catch (SQLException e) {
      connection.rollback(before);
      return Optional.of(Refusal.of(e));
    }
  }

  private long copy(TableCopy copy, Manifest.Table table) throws SQLException {
    Optional<Refusal> refusal = attempt(copy, table);
    while (refusal.isPresent()
        && domains.relax(table.id(), refusal.get(), copy.violation(refusal.get()))) {
      refusal = attempt(copy, table);
    }
    if (refusal.isEmpty()) {
      return table.rows();
    }
    missing.add(table.id());
    violations.add(copy.violation(refusal.get()));
    return 0;
  }

  private Optional<Refusal> attempt(TableCopy copy, Manifest.Table table) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      violations.addAll(copy.into(connection, SqlText.qualified(table.id())));
      connection.releaseSavepoint(before);
      return Optional.empty();
    } catch (SQLException e) {
      connection.rollback(before);
      return Optional.of(Refusal.of(e));
    }
  }

  private void add(Addition addition) throws SQLException {
    Optional<String> obstacle = obstacle(addition);
    if (obstacle.isPresent()) {
      notEvaluated.add(new NotEvaluated(subject(addition), obstacle.get()));
      return;
    }
    try {
      execute(addition.sql());
      if (addition.validation().isPresent()) {
        execute(addition.validation().get());
      }
      rulesHeld++;
    } catch (SQLException e) {
      judge(addition, Refusal.of(e));
    }
  }

  /** Why a rule's verdict would say nothing. */
  private Optional<String> obstacle(Addition addition) {
    if (addition.isNotEnforced()) {
      return Optional.of("the database does not enforce it");
    }
    if (missing.contains(addition.table())) {
      return Optional.of("the table's rows were refused");
    }
    if (addition.rule() instanceof Addition.Rule.OfConstraint rule
        && rule.constraint() instanceof Constraint.ForeignKey key) {
      if (missing.contains(key.referenced())) {
        return Optional.of("the rows of " + key.referenced() + " were refused");
      }
      if (schema.table(key.referenced()).isEmpty()) {
        return Optional.of(key.referenced() + " is not in the schema file");
      }
    }
    return Optional.empty();
  }

  /** A rule may also be refused because another was, such as a foreign key's parent key. */
  private void judge(Addition addition, Refusal refusal) throws SQLException {
    OptionalLong count = count(addition);
    boolean broken = refusal.isAboutRows() || count.orElse(0) > 0;
    if (broken) {
      violations.add(
          new Violation(
              addition.table(),
              addition.name(),
              addition.kind().id(),
              count,
              Optional.empty(),
              refusal.words()));
    } else {
      notEvaluated.add(new NotEvaluated(subject(addition), refusal.words()));
    }
  }

  private OptionalLong count(Addition addition) {
    boolean onlyItself =
        schema.table(addition.table()).map(Table::kind).filter(TableKind.TABLE::equals).isPresent();
    Optional<String> query =
        new ViolationCount(addition.table(), onlyItself).query(addition.rule());
    if (query.isEmpty()) {
      return OptionalLong.empty();
    }
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(COUNT_LIMIT_SECONDS);
      try (ResultSet result = statement.executeQuery(query.get())) {
        result.next();
        return OptionalLong.of(result.getLong(1));
      }
    } catch (SQLException e) {
      // The count is a courtesy: the refusal itself is told either way, without a number.
      return OptionalLong.empty();
    }
  }

  private static String subject(Addition addition) {
    return addition.table() + ": " + addition.kind().id() + " " + addition.name();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
