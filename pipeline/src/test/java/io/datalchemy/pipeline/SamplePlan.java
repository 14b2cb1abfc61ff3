package io.datalchemy.pipeline;

import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.problem.Problem;
import io.datalchemy.resolve.ColumnSource;
import io.datalchemy.resolve.Distinctness;
import io.datalchemy.resolve.ParentPick;
import io.datalchemy.resolve.ResolvedColumn;
import io.datalchemy.resolve.ResolvedColumn.DecidedBy;
import io.datalchemy.resolve.ResolvedForeignKey;
import io.datalchemy.resolve.ResolvedPlan;
import io.datalchemy.resolve.ResolvedTable;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Engine;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A small resolved plan by hand: regions, their customers, their orders. */
final class SamplePlan {
  static final long CUSTOMERS = 500;

  private static final ValueType BIGINT = ValueType.of(TypeFamily.INTEGER, "int8");

  private SamplePlan() {}

  static Documents documents(byte[] planDocument) {
    return new Documents(schema(), planDocument, plan());
  }

  /** Documents of a plan whose last table fails at row 700 of 1,000. */
  static Documents failing(byte[] planDocument) {
    return new Documents(schema(), planDocument, plan(FailsAtRow700.ID));
  }

  /** Documents of a plan that names a generator which does not exist. */
  static Documents uncompilable(byte[] planDocument) {
    return new Documents(schema(), planDocument, plan("no.such.generator"));
  }

  static ResolvedPlan plan() {
    return plan("primitive.int.sequence_hint");
  }

  private static ResolvedPlan plan(String orderId) {
    Problem warning = Problem.warning("a_warning", "/targets/0", "rows: are few");
    return new ResolvedPlan(
        ResolvedPlan.CURRENT_VERSION,
        ResolvedPlan.GENERATION_FORMAT,
        BigInteger.valueOf(7),
        LocalDate.of(2026, 1, 31),
        "pt_BR",
        1_000_000,
        Optional.empty(),
        List.of(regions(), customers(), orders(orderId)),
        List.of(warning, warning));
  }

  private static ResolvedTable regions() {
    return table("regiao", 10, List.of(id(), text(DecidedBy.RULE, Optional.empty())), List.of());
  }

  private static ResolvedTable customers() {
    return table(
        "cliente",
        CUSTOMERS,
        List.of(id(), parent("regiao"), text(DecidedBy.TYPE, Optional.of("name"))),
        List.of(key("regiao", 10)));
  }

  private static ResolvedTable orders(String generator) {
    ResolvedColumn id = generated("id", BIGINT, generator, new Distinctness.None());
    return table(
        "pedido", 1_000, List.of(id, parent("cliente")), List.of(key("cliente", CUSTOMERS)));
  }

  private static ResolvedTable table(
      String name, long rows, List<ResolvedColumn> columns, List<ResolvedForeignKey> keys) {
    return new ResolvedTable("loja", name, rows, "asked for", columns, keys, List.of(), List.of());
  }

  private static ResolvedColumn id() {
    return generated(
        "id", BIGINT, "primitive.int.sequence_hint", new Distinctness.Bijection("pk", false, true));
  }

  private static ResolvedColumn text(DecidedBy decidedBy, Optional<String> piiTag) {
    ResolvedColumn text =
        generated("nome", ValueType.text(), "primitive.text.lorem", new Distinctness.None());
    return new ResolvedColumn(
        text.name(), text.type(), text.source(), decidedBy, text.reason(), piiTag);
  }

  private static ResolvedColumn generated(
      String name, ValueType type, String generator, Distinctness distinct) {
    return new ResolvedColumn(
        name,
        type,
        new ColumnSource.Generated(GeneratorCall.of(generator), List.of(), 0, distinct),
        DecidedBy.RULE,
        "a rule",
        Optional.empty());
  }

  private static ResolvedColumn parent(String parent) {
    return new ResolvedColumn(
        parent + "_id",
        BIGINT,
        new ColumnSource.ForeignKeyColumn("fk_" + parent, "id"),
        DecidedBy.FOREIGN_KEY,
        "a foreign key",
        Optional.empty());
  }

  private static ResolvedForeignKey key(String parent, long rows) {
    return new ResolvedForeignKey(
        "fk_" + parent,
        List.of(parent + "_id"),
        "loja",
        parent,
        List.of("id"),
        new ParentPick.Uniform(rows),
        0,
        List.of());
  }

  private static DatabaseSchema schema() {
    return new DatabaseSchema(
        DatabaseSchema.CURRENT_VERSION,
        Engine.POSTGRES,
        Optional.of("loja"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
