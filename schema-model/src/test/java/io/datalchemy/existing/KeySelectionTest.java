package io.datalchemy.existing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.existing.KeySelection.Named;
import io.datalchemy.problem.InvalidInputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySelectionTest {
  private static Named named(String schema, String table, String... columns) {
    return new Named(Optional.ofNullable(schema), Optional.ofNullable(table), List.of(columns));
  }

  private static List<Named> parse(String... texts) {
    return KeySelection.parse(List.of(texts)).tables();
  }

  @Test
  void readsTablesWithAndWithoutColumns() {
    assertEquals(
        List.of(named("cadastro", "uf"), named("crm", "cliente", "id", "email")),
        parse("cadastro.uf,crm.cliente(id,email)"));
    assertEquals(List.of(named(null, "uf"), named("rh", null)), parse(" uf ", " rh . * "));
  }

  @Test
  void takesQuotedNamesAsTheyStand() {
    assertEquals(
        List.of(named("a.b", "c \"d\"", "x y", "(,)"), named("s", "*")),
        parse("\"a.b\" . \"c \"\"d\"\"\" ( \"x y\" , \"(,)\" ), s.\"*\""));
  }

  @Test
  void keepsCaseAndBlanksWithinPlainNames() {
    assertEquals(List.of(named("Vendas", "Nota Fiscal")), parse("Vendas.Nota Fiscal"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "a,",
        ".a",
        "a.",
        "*",
        "*.a",
        "a.b.c",
        "a(",
        "a()",
        "a(b",
        "a(b,)",
        "a(b)c",
        "\"a",
        "\"\"",
        "\"\".a",
        "a.*(b)",
        "a b\"c\"",
        "(a)"
      })
  void refusesWhatTheGrammarDoesNotHave(String text) {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> parse(text), text);
    assertEquals("invalid_key_selection", refused.problems().get(0).code());
    assertTrue(refused.getMessage().contains("at character "), refused.getMessage());
  }
}
