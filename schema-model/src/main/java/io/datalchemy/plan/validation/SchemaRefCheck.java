package io.datalchemy.plan.validation;

import io.datalchemy.json.ContractVersion;
import io.datalchemy.plan.GenerationPlan.SchemaRef;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Engine;
import java.util.Locale;
import java.util.Optional;

/** Is the plan for this schema? */
final class SchemaRefCheck {
  private SchemaRefCheck() {}

  static void check(PlanInSchema context) {
    checkEngine(context);
    checkVersion(context);
    checkFingerprint(context);
  }

  private static void checkEngine(PlanInSchema context) {
    String asked = context.plan().schemaRef().engine();
    Engine engine = context.schema().engine();
    String found = engine.name().toLowerCase(Locale.ROOT);
    if (!asked.equals(found)) {
      context.error(
          "engine_mismatch",
          "/schema_ref/engine",
          "schema_ref.engine: must be '" + found + "' as in schema.json, was '" + asked + "'",
          "set it to '" + found + "', or give the schema.json that the plan is for");
    }
  }

  /** A plan written for an older form of schema.json runs with a newer one, not the reverse. */
  private static void checkVersion(PlanInSchema context) {
    String asked = context.plan().schemaRef().schemaVersion();
    String found = context.schema().schemaVersion();
    if (!new ContractVersion("schema_version", found).reads(asked)) {
      context.error(
          "schema_version_mismatch",
          "/schema_ref/schema_version",
          "schema_ref.schema_version: must be 0.x, at most "
              + found
              + " as in schema.json, was '"
              + asked
              + "'",
          "introspect the database again, or set it to '" + found + "'");
    }
  }

  private static void checkFingerprint(PlanInSchema context) {
    SchemaRef ref = context.plan().schemaRef();
    DatabaseSchema schema = context.schema();
    Optional<String> asked = ref.schemaFingerprint();
    Optional<String> found = schema.schemaFingerprint();
    if (asked.isEmpty() && found.isPresent()) {
      context.warn(
          "schema_fingerprint_not_set",
          "/schema_ref",
          "schema_ref.schema_fingerprint: is not set, so a changed schema goes unnoticed",
          "set it to '" + found.get() + "'");
    } else if (asked.isPresent() && found.isEmpty()) {
      context.error(
          "schema_fingerprint_missing",
          "/schema_ref/schema_fingerprint",
          "schema_ref.schema_fingerprint: cannot be compared, schema.json has none",
          "introspect the database again, or leave the field out");
    } else if (!asked.equals(found)) {
      context.error(
          "schema_fingerprint_mismatch",
          "/schema_ref/schema_fingerprint",
          "schema_ref.schema_fingerprint: must be '"
              + found.get()
              + "' as in schema.json, was '"
              + asked.get()
              + "'",
          "the schema has changed since the plan was written: propose a plan anew, or set the"
              + " new fingerprint");
    }
  }
}
