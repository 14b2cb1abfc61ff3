package io.datalchemy.beam;

import io.datalchemy.beam.keys.KeyPublication;
import io.datalchemy.beam.shard.Shard;
import io.datalchemy.catalogue.GeneratorCall;
import io.datalchemy.catalogue.Parameters;
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
import io.datalchemy.schema.TableId;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.type.ValueType;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A small resolved plan by hand: regions, customers of regions, orders of customers. */
final class SampleRun {
  static final TableId REGION = new TableId("loja", "regiao");
  static final TableId CUSTOMER = new TableId("loja", "cliente");
  static final TableId ORDER = new TableId("loja", "pedido");

  private static final ValueType BIGINT = ValueType.of(TypeFamily.INTEGER, "int8");

  private SampleRun() {}

  static ResolvedPlan plan(long regions, long customers, long orders) {
    return new ResolvedPlan(
        ResolvedPlan.CURRENT_VERSION,
        ResolvedPlan.GENERATION_FORMAT,
        BigInteger.valueOf(42),
        LocalDate.of(2026, 1, 31),
        "pt_BR",
        1_000_000,
        Optional.empty(),
        List.of(region(regions), customer(customers, regions), order(orders, customers)),
        List.of());
  }

  static DatabaseSchema schema() {
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

  static GenerationStages stages(ResolvedPlan plan, int shardCount, Set<TableId> published) {
    Map<TableId, List<Shard>> shards = new TreeMap<>();
    for (ResolvedTable table : plan.tables()) {
      shards.put(
          table.id(),
          Shard.split(table.id(), table.rows(), shardCount, i -> table.table() + "-" + i + ".csv"));
    }
    return new GenerationStages(plan, schema(), shards, publication(plan, published));
  }

  private static KeyPublication publication(ResolvedPlan plan, Set<TableId> published) {
    SortedMap<TableId, Set<TableId>> parents = new TreeMap<>();
    for (ResolvedTable table : plan.tables()) {
      if (published.contains(table.id())) {
        parents.put(
            table.id(),
            table.foreignKeys().stream()
                .map(ResolvedForeignKey::parent)
                .collect(Collectors.toSet()));
      }
    }
    return new KeyPublication(parents);
  }

  private static ResolvedTable region(long rows) {
    return table(
        REGION,
        rows,
        List.of(id("id"), unique("codigo", ValueType.varchar(20)), text("nome", 0)),
        List.of());
  }

  private static ResolvedTable customer(long rows, long regions) {
    return table(
        CUSTOMER,
        rows,
        List.of(
            id("id"),
            parent("regiao_id", BIGINT, "fk_regiao", "id"),
            parent("regiao_codigo", ValueType.varchar(20), "fk_regiao", "codigo"),
            text("apelido", 0.25)),
        List.of(
            key("fk_regiao", REGION, List.of("regiao_id"), new ParentPick.Uniform(regions), 0.1)));
  }

  private static ResolvedTable order(long rows, long customers) {
    return table(
        ORDER,
        rows,
        List.of(
            id("id"),
            parent("cliente_id", BIGINT, "fk_cliente", "id"),
            parent("regiao_codigo", ValueType.varchar(20), "fk_cliente", "regiao_codigo"),
            parent("anterior_id", BIGINT, "fk_anterior", "id"),
            text("nota", 0.5)),
        List.of(
            key(
                "fk_cliente",
                CUSTOMER,
                List.of("cliente_id"),
                new ParentPick.Uniform(customers),
                0),
            key(
                "fk_anterior",
                ORDER,
                List.of("anterior_id"),
                new ParentPick.Earlier(0.2, false, List.of()),
                0)));
  }

  private static ResolvedTable table(
      TableId id, long rows, List<ResolvedColumn> columns, List<ResolvedForeignKey> keys) {
    return new ResolvedTable(
        id.schema(), id.table(), rows, "asked for", columns, keys, List.of(), List.of());
  }

  private static ResolvedForeignKey key(
      String name, TableId parent, List<String> columns, ParentPick pick, double nullRate) {
    return new ResolvedForeignKey(
        name,
        columns,
        parent.schema(),
        parent.table(),
        List.of("id"),
        pick,
        nullRate,
        nullRate > 0 ? columns : List.of());
  }

  private static ResolvedColumn id(String name) {
    return generated(
        name,
        BIGINT,
        GeneratorCall.of("primitive.int.sequence_hint"),
        0,
        new Distinctness.Bijection("pk", false, true));
  }

  private static ResolvedColumn unique(String name, ValueType type) {
    return generated(
        name,
        type,
        GeneratorCall.of(
            "primitive.text.pattern", Parameters.none().with("pattern", "[A-Z]{4}[0-9]{4}")),
        0,
        new Distinctness.Bijection("uq_" + name, false, false));
  }

  private static ResolvedColumn text(String name, double nullRate) {
    return generated(
        name,
        ValueType.text(),
        GeneratorCall.of("primitive.text.lorem"),
        nullRate,
        new Distinctness.None());
  }

  private static ResolvedColumn generated(
      String name, ValueType type, GeneratorCall call, double nullRate, Distinctness distinct) {
    return new ResolvedColumn(
        name,
        type,
        new ColumnSource.Generated(call, List.of(), nullRate, distinct),
        DecidedBy.RULE,
        "a rule",
        Optional.empty());
  }

  private static ResolvedColumn parent(
      String name, ValueType type, String foreignKey, String parentColumn) {
    return new ResolvedColumn(
        name,
        type,
        new ColumnSource.ForeignKeyColumn(foreignKey, parentColumn),
        DecidedBy.FOREIGN_KEY,
        "a foreign key",
        Optional.empty());
  }
}
