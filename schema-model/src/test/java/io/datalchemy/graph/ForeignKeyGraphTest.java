package io.datalchemy.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.schema.Column;
import io.datalchemy.schema.Constraint;
import io.datalchemy.schema.Constraint.ForeignKey;
import io.datalchemy.schema.Constraint.MatchType;
import io.datalchemy.schema.Constraint.ReferentialAction;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Engine;
import io.datalchemy.schema.PartitionOf;
import io.datalchemy.schema.Schema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import io.datalchemy.schema.TableKind;
import io.datalchemy.schema.type.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForeignKeyGraphTest {
  private static final ColumnType INTEGER =
      new ColumnType(
          "integer",
          "pg_catalog",
          "int4",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  @Test
  void putsParentsFirstAndTheRestByName() {
    ForeignKeyGraph graph =
        graph(table("a", key("c")), table("b"), table("c"), table("d", key("b")));
    assertEquals("b c a d", order(graph));
    assertEquals(List.of(), graph.cycles());
    assertEquals(2, graph.edges().size());
  }

  @Test
  void keepsSelfReferencesApart() {
    ForeignKeyGraph graph = graph(table("a", key("a")), table("b", key("a")));
    assertEquals("a b", order(graph));
    assertEquals(List.of(), graph.cycles());
    assertEquals(
        List.of("s.a (fk_a) -> s.a"),
        graph.selfReferences().stream().map(Reference::toString).toList());
  }

  @Test
  void breaksACycleAtANullableKeyBeforeADeferrableOne() {
    ForeignKeyGraph graph =
        graph(table("a", deferrable(key("b"))), table("b", nullable("c")), table("c", key("a")));
    assertEquals(List.of("s.b fk_c NULLABLE"), breaks(graph));
    assertEquals("b a c", order(graph));
    assertEquals("a b c", names(graph.cycles().get(0).tables()));
  }

  @Test
  void breaksACycleWithoutNullableKeysAtADeferrableOne() {
    ForeignKeyGraph graph =
        graph(table("a", key("b")), table("b", deferrable(key("c"))), table("c", key("a")));
    assertEquals(List.of("s.b fk_c DEFERRABLE"), breaks(graph));
    assertTrue(graph.breakAt(new TableId("s", "b"), "fk_c").orElseThrow().isLoadable());
  }

  @Test
  void breaksACycleSomewhereIfNoKeyGivesWay() {
    ForeignKeyGraph graph = graph(table("a", key("b")), table("b", key("a")));
    assertEquals(List.of("s.a fk_b NONE"), breaks(graph));
    assertEquals("a b", order(graph));
  }

  @Test
  void takesTheKeyThatBreaksMost() {
    ForeignKeyGraph graph =
        graph(
            table("a", nullable("b"), nullable("hub")),
            table("b", nullable("hub")),
            table("hub", nullable("a")));
    assertEquals(List.of("s.hub fk_a NULLABLE"), breaks(graph));
  }

  @Test
  void breaksNestedCyclesUntilNoneIsLeft() {
    ForeignKeyGraph graph =
        graph(
            table("a", nullable("b"), nullable("c")),
            table("b", nullable("a")),
            table("c", nullable("a")));
    assertEquals(1, graph.cycles().size());
    assertEquals(2, graph.breaks().size());
    assertEquals(3, graph.order().size());
  }

  @Test
  void tellsSeparateCyclesApartFromTheirDescendants() {
    ForeignKeyGraph graph =
        graph(
            table("a", nullable("b")),
            table("b", key("a")),
            table("d", nullable("e")),
            table("e", key("d")),
            table("z", key("a"), key("e")));
    assertEquals(
        List.of("a b", "d e"), graph.cycles().stream().map(c -> names(c.tables())).toList());
  }

  @Test
  void needsEveryColumnNullableUnderMatchFull() {
    ForeignKey full =
        new ForeignKey(
            "fk_b",
            List.of("required", "optional"),
            "s",
            "b",
            List.of("x", "y"),
            ReferentialAction.NO_ACTION,
            ReferentialAction.NO_ACTION,
            MatchType.FULL,
            false,
            false,
            false);
    ForeignKeyGraph graph = graph(table("a", full), table("b", key("a")));
    assertEquals(List.of("s.a fk_b NONE"), breaks(graph));
  }

  @Test
  void countsAPartitionAsItsRoot() {
    Table root = of("root", TableKind.PARTITIONED_TABLE, Optional.empty(), key("p"));
    Table part =
        of(
            "part",
            TableKind.TABLE,
            Optional.of(new PartitionOf(new TableId("s", "root"), "DEFAULT")),
            key("p"));
    ForeignKeyGraph graph = graph(root, part, table("p"), table("child", key("part")));
    assertEquals("p root child", order(graph));
    assertEquals(
        List.of("s.child (fk_part) -> s.root", "s.root (fk_p) -> s.p"),
        graph.edges().stream().map(Reference::toString).toList());
  }

  @Test
  void leavesOutViewsAndExternalTables() {
    Table view = of("v", TableKind.VIEW, Optional.empty());
    assertEquals("a", order(graph(view, table("a", key("elsewhere")))));
  }

  private static ForeignKeyGraph graph(Table... tables) {
    return ForeignKeyGraph.of(
        new DatabaseSchema(
            "0.3",
            Engine.POSTGRES,
            Optional.empty(),
            List.of(new Schema("s", List.of(tables))),
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
            Optional.empty()));
  }

  private static Table table(String name, ForeignKey... keys) {
    return of(name, TableKind.TABLE, Optional.empty(), keys);
  }

  private static Table of(
      String name, TableKind kind, Optional<PartitionOf> partitionOf, ForeignKey... keys) {
    return new Table(
        name,
        kind,
        Optional.empty(),
        List.of(column("required", false), column("optional", true)),
        Arrays.<Constraint>asList(keys),
        List.of(),
        Optional.empty(),
        partitionOf,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Column column(String name, boolean isNullable) {
    return new Column(
        1,
        name,
        INTEGER,
        isNullable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ForeignKey key(String parent) {
    return key(parent, "required", false);
  }

  private static ForeignKey nullable(String parent) {
    return key(parent, "optional", false);
  }

  private static ForeignKey deferrable(ForeignKey key) {
    return key(key.referencedTable(), key.columns().get(0), true);
  }

  private static ForeignKey key(String parent, String column, boolean isDeferrable) {
    return new ForeignKey(
        "fk_" + parent,
        List.of(column),
        "s",
        parent,
        List.of("required"),
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION,
        MatchType.SIMPLE,
        isDeferrable,
        false,
        false);
  }

  private static String order(ForeignKeyGraph graph) {
    return names(graph.order());
  }

  private static String names(List<TableId> tables) {
    return tables.stream().map(TableId::table).collect(Collectors.joining(" "));
  }

  private static List<String> breaks(ForeignKeyGraph graph) {
    return graph.breaks().stream()
        .map(
            b -> b.reference().child() + " " + b.reference().foreignKey().name() + " " + b.reason())
        .toList();
  }
}
