package io.datalchemy.load;

import io.datalchemy.ddl.SchemaDdl;
import io.datalchemy.existing.ExistingKeys;
import io.datalchemy.existing.ExistingTable;
import io.datalchemy.problem.Problem;
import io.datalchemy.problem.Problems;
import io.datalchemy.problem.UnavailableException;
import io.datalchemy.run.KeyFolder;
import io.datalchemy.run.Manifest;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.server.DatabaseServer;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Asks a real PostgreSQL whether the rows of a run keep every rule of the schema.
 *
 * <p>The rows are copied into a database made for it, without constraints; then each constraint is
 * added by itself, so that each one that the rows break is told. The database is always dropped.
 */
public final class Verifier {
  private Verifier() {}

  /**
   * Verifies the files of a finished run.
   *
   * @throws io.datalchemy.problem.InvalidInputException if the run did not finish or is not one of
   *     this schema
   * @throws UnavailableException if the server fails
   */
  public static VerificationReport verify(
      DatabaseSchema schema, Path runFolder, DatabaseServer server) {
    Manifest manifest = Manifest.read(runFolder);
    requireFit(schema, manifest);
    KeyFolder keys = new KeyFolder(runFolder.resolve(ExistingKeys.FOLDER));
    manifest.existing().forEach(keys::requireIntact);
    DatabaseSchema known = KeptTables.of(schema, manifest);
    SchemaDdl ddl = SchemaDdl.of(known);
    try (ThrowAwayDatabase database = ThrowAwayDatabase.create(server)) {
      return new Verification(database.connection(), known, ddl).run(runFolder, manifest);
    } catch (SQLException e) {
      throw new UnavailableException(
          "verification: the server failed, "
              + Refusal.of(e).words()
              + "; name a server where you may create databases");
    }
  }

  private static void requireFit(DatabaseSchema schema, Manifest manifest) {
    Problems problems = new Problems();
    manifest
        .schemaFingerprint()
        .filter(expected -> schema.schemaFingerprint().filter(f -> !f.equals(expected)).isPresent())
        .ifPresent(
            expected ->
                problems.add(
                    Problem.error(
                            "schema_fingerprint_mismatch",
                            "/schema_fingerprint",
                            "schema_fingerprint: must be that of the schema, was another")
                        .withHint("name the schema that the run was generated from")));
    for (int i = 0; i < manifest.tables().size(); i++) {
      Manifest.Table table = manifest.tables().get(i);
      if (schema.table(table.id()).isEmpty()) {
        problems.add(
            Problem.error(
                "unknown_table",
                "/tables/" + i,
                table.id() + ": must be a table of the schema, but is not"));
      }
    }
    for (ExistingTable table : manifest.existing()) {
      if (schema.table(table.id()).isEmpty()) {
        problems.add(
            Problem.error(
                "unknown_table",
                "/existing",
                table.id() + ": must be a table of the schema, but is not"));
      }
    }
    problems.throwIfErrors();
  }
}
