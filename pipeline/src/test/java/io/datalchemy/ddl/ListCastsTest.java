package io.datalchemy.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCastsTest {
  @Test
  void namesTheTypeThatAListHasOfItsOwn() {
    assertEquals(
        "s::text = ANY (ARRAY['a'::character varying, 'it''s'::character varying]"
            + "::character varying[]::text[])",
        ListCasts.stable(
            "s::text = ANY (ARRAY['a'::character varying, 'it''s'::character varying]::text[])"));
    assertEquals(
        "((s)::text = ANY ((ARRAY['a'::character varying]::character varying[])::text[]))",
        ListCasts.stable("((s)::text = ANY ((ARRAY['a'::character varying])::text[]))"));
    assertEquals(
        "(ARRAY[x::\"A b\".c]::\"A b\".c[]::text[])",
        ListCasts.stable("(ARRAY[x::\"A b\".c]::text[])"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ARRAY['a'::text]::text[]",
        "s <> '''a''::character varying]::text[]'::text",
        "\"a::integer]::text[]\" > 1",
        "ARRAY['a'::character varying::text, 'b'::character varying::text]",
        "a[1]::text || b",
        "''::text = '",
        ""
      })
  void leavesEverythingElseAsItStands(String expression) {
    assertEquals(expression, ListCasts.stable(expression));
  }
}
