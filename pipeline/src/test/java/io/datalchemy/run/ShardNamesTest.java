package io.datalchemy.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.schema.TableId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardNamesTest {
  private static String only(String schema, String table) {
    TableId id = new TableId(schema, table);
    return ShardNames.of(List.of(id)).file(id, 0, 1);
  }

  @Test
  void keepsPlainNames() {
    assertEquals("public.Pedido_item-2.csv", only("public", "Pedido_item-2"));
  }

  @Test
  void numbersTheShardsOfATableOfSeveral() {
    TableId id = new TableId("public", "pedido");
    assertEquals("public.pedido-00003-of-00012.csv", ShardNames.of(List.of(id)).file(id, 3, 12));
  }

  @Test
  void encodesWhatDisksOrTheSeparatorCouldTakeForSomethingElse() {
    assertEquals("a%2Eb.c%2Fd%20%22e%22.csv", only("a.b", "c/d \"e\""));
    assertEquals("%2E%2E.%2E%2E.csv", only("..", ".."));
    assertEquals("vendas.a%C3%A7%C3%A3o.csv", only("vendas", "ação"));
    assertEquals("p.100%25.csv", only("p", "100%"));
  }

  @Test
  void marksNamesThatDifferInCaseAlone() {
    TableId lower = new TableId("public", "cliente");
    TableId upper = new TableId("public", "Cliente");
    TableId other = new TableId("public", "Pedido");
    ShardNames names = ShardNames.of(List.of(lower, upper, other));
    assertEquals("public.cliente.csv", names.file(lower, 0, 1));
    assertEquals("public.%43liente.csv", names.file(upper, 0, 1));
    assertEquals("public.Pedido.csv", names.file(other, 0, 1));
  }

  @Test
  void keepsATableNamedLikeAShardApartFromTheShard() {
    assertEquals("p.a%2D00000%2Dof%2D00002.csv", only("p", "a-00000-of-00002"));
  }

  @Test
  void cutsNamesThatAreTooLongForADiskAndKeepsThemApart() {
    String shared = "é".repeat(40);
    String first = only("public", shared + "a");
    String second = only("public", shared + "b");
    assertEquals(180 + 1 + 16 + 4, first.length());
    assertTrue(first.startsWith("public.%C3%A9"));
    assertEquals(first.substring(0, 180), second.substring(0, 180));
    assertTrue(!first.equals(second));
  }

  @Test
  void refusesAShardOutsideTheCount() {
    TableId id = new TableId("p", "t");
    ShardNames names = ShardNames.of(List.of(id));
    assertThrows(IllegalArgumentException.class, () -> names.file(id, 2, 2));
  }
}
