package io.datalchemy.propose.size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.datalchemy.fixture.SchemaFixture;
import io.datalchemy.fixture.TableFixture;
import io.datalchemy.schema.DatabaseSchema;
import io.datalchemy.schema.Table;
import io.datalchemy.schema.TableId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TableSizesTest {
  private final SchemaFixture schema = new SchemaFixture();

  private static TableId id(String table) {
    return new TableId("s", table);
  }

  private static TableFixture table(String name) {
    return new TableFixture(name)
        .column("id", "int8 not null")
        .column("valor", "numeric(10,2)")
        .primaryKey("id");
  }

  /** A table whose rows each have a row of the parents. */
  private static TableFixture child(String name, String... parents) {
    TableFixture child = table(name);
    for (String parent : parents) {
      String column = parent + "_id";
      child.column(column, "int8 not null").foreignKey(column, id(parent), "id");
    }
    return child;
  }

  private TableSizesTest with(TableFixture table) {
    schema.table("s", table);
    return this;
  }

  private String sizes(long rows) {
    return sizes(SizePolicy.SHAPE, rows);
  }

  private String sizes(SizePolicy policy, long rows) {
    DatabaseSchema built = schema.build();
    TableSizes sizes = TableSizes.of(built, policy, rows);
    return built
        .tableIds()
        .filter(id -> built.table(id).filter(Table::holdsRows).isPresent())
        .map(id -> id.table() + " " + sizes.of(id).rows())
        .collect(Collectors.joining(", "));
  }

  @Test
  void givesATableThatStandsAloneWhatWasAsked() {
    assertEquals("a 1000", with(table("a")).sizes(1000));
  }

  @Test
  void letsChildrenHaveThreeTimesTheirParents() {
    with(table("a")).with(child("b", "a")).with(child("c", "b"));

    assertEquals("a 1000, b 3000, c 9000", sizes(1000));
    assertEquals("a 1, b 3, c 9", sizes(1));
  }

  @Test
  void makesTheRootsOfLongChainsSmallButNotEmpty() {
    with(table("a")).with(child("b", "a")).with(child("c", "b")).with(child("d", "c"));
    with(child("e", "d")).with(child("f", "e"));

    assertEquals("a 37, b 111, c 333, d 1000, e 3000, f 9000", sizes(1000));
    assertEquals("a 10, b 10, c 10, d 30, e 90, f 270", sizes(30));
    assertEquals("a 1, b 1, c 1, d 1, e 3, f 9", sizes(1));
  }

  @Test
  void keepsLeavesNearTheirParentsHoweverLongOtherChainsAre() {
    with(table("a")).with(child("b", "a")).with(child("c", "b")).with(child("d", "c"));
    with(child("leaf", "a"));

    assertEquals("a 333, b 1000, c 3000, d 9000, leaf 1000", sizes(1000));
  }

  @Test
  void letsAJunctionGrowWithTheLargerOfItsParents() {
    with(table("a")).with(child("b", "a")).with(child("ab", "a", "b"));

    assertEquals("a 1000, ab 9000, b 3000", sizes(1000));
  }

  @Test
  void givesOneToOneChildrenNoMoreThanTheirParents() {
    with(table("a")).with(child("b", "a"));
    with(child("profile", "b").unique("b_id"));
    with(
        new TableFixture("part")
            .column("id", "int8 not null")
            .primaryKey("id")
            .foreignKey("id", id("b"), "id"));

    assertEquals("a 1000, b 3000, part 3000, profile 3000", sizes(1000));
  }

  @Test
  void countsOptionalParentsForLittle() {
    with(table("a"));
    with(table("log").column("a_id", "int8").foreignKey("a_id", id("a"), "id"));
    with(table("tree").column("up", "int8 not null").foreignKey("up", id("tree"), "id"));

    assertEquals("a 1000, log 1000, tree 1000", sizes(1000));
  }

  @Test
  void survivesCycles() {
    with(child("a", "b")).with(child("b", "a")).with(child("c", "b"));

    assertEquals("a 1000, b 3000, c 9000", sizes(1000));
  }

  @Test
  void knowsLookUpTablesByNameAndByForm() {
    with(label("uf"))
        .with(
            label("municipio")
                .column("uf_id", "int8 not null")
                .column("area", "numeric(9,2)")
                .column("x", "text")
                .column("y", "text")
                .foreignKey("uf_id", id("uf"), "id"));
    with(label("armazem")).with(label("fornecedor")).with(label("unused"));
    with(child("z", "municipio", "armazem", "fornecedor"));

    assertEquals(
        "armazem 30, fornecedor 1000, municipio 300, uf 30, unused 1000, z 3000", sizes(1000));
    assertEquals("armazem 5, fornecedor 5, municipio 5, uf 5, unused 5, z 15", sizes(5));
  }

  private static TableFixture label(String name) {
    return new TableFixture(name)
        .column("id", "int8 not null")
        .column("nome", "varchar(40) not null")
        .primaryKey("id");
  }

  @Test
  void takesWhoSpeaksOfPeopleOrMoneyForNoLookUp() {
    with(label("conta").column("email", "text")).with(label("plano").column("valor", "int4"));
    with(child("z", "conta", "plano"));

    assertEquals("conta 1000, plano 1000, z 3000", sizes(1000));
  }

  @Test
  void takesTheDatabasesEstimatesOfTablesAndPartitions() {
    with(table("a").estimated(123));
    with(table("b").partitionedBy("RANGE (id)"));
    with(table("b1").partitionOf(id("b")).estimated(40));
    with(table("b2").partitionOf(id("b")).estimated(2));
    with(child("c", "a").estimated(0));

    assertEquals("a 123, b 42, c 3000", sizes(SizePolicy.DATABASE, 1000));
    assertEquals("a 1000, b 1000, c 3000", sizes(SizePolicy.SHAPE, 1000));
    assertEquals("a 1000, b 1000, c 1000", sizes(SizePolicy.SAME, 1000));
  }

  @Test
  void doesNotOverflow() {
    with(table("a")).with(child("b", "a"));

    assertEquals("a " + Long.MAX_VALUE + ", b " + Long.MAX_VALUE, sizes(Long.MAX_VALUE));
  }

  @Test
  void saysWhy() {
    with(label("uf")).with(child("a", "uf")).with(child("b", "a")).with(child("c", "b"));
    with(child("d", "c"));
    TableSizes sizes = TableSizes.of(schema.build(), SizePolicy.SHAPE, 900);

    assertEquals("a table that others look values up in", sizes.of(id("uf")).reason());
    assertEquals(
        "a part of the rows asked for, as others follow from it", sizes.of(id("a")).reason());
    assertEquals("as many rows as asked for", sizes.of(id("b")).reason());
    assertEquals(
        "9 times the rows asked for, as it follows from others", sizes.of(id("d")).reason());
    assertEquals(
        "table s.x: holds no rows in this schema",
        assertThrows(IllegalArgumentException.class, () -> sizes.of(id("x"))).getMessage());
  }
}
