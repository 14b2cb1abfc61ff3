package io.datalchemy.cli;

import io.datalchemy.json.JsonSchemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code schema plan|schema}: the JSON Schema of a document. */
@Command(name = "schema", description = "Prints the JSON Schema of a document.")
final class SchemaCommand implements Runnable {
  /** The documents that have a JSON Schema. */
  enum Document {
    PLAN,
    SCHEMA
  }

  @ParentCommand private Datalchemy root;

  @Parameters(
      paramLabel = "plan|schema",
      description = "Which document: plan (plan.json) or schema (schema.json).")
  private Document document;

  @Override
  public void run() {
    root.console().document(document == Document.PLAN ? JsonSchemas.plan() : JsonSchemas.schema());
  }
}
