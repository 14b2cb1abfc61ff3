package io.datalchemy.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.datalchemy.type.TypeFamily;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueSearchTest {
  private static final GeneratorDeclaration CPF =
      new GeneratorDeclaration(
          "semantic.br.cpf",
          "Numbers of tax payers",
          List.of(
              ParameterDeclaration.optional(
                  "formatted", ParameterDeclaration.Type.BOOLEAN, "With separators")),
          Set.of(TypeFamily.TEXT),
          Optional.of("document"),
          1);

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "cpf", "CPF", "tax", "formatted", "TEXT", "document", "br tax"})
  void findsWordsWhereverTheyStand(String words) {
    assertTrue(CatalogueSearch.of(words).finds(CPF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cnpj", "tax cnpj", "separators", "integer"})
  void needsEachWord(String words) {
    assertEquals(false, CatalogueSearch.of(words).finds(CPF));
  }

  @Test
  void findsTransforms() {
    var parameter =
        ParameterDeclaration.required("rate", ParameterDeclaration.Type.DECIMAL, "The share");
    var transform = new TransformDeclaration("transform.null_rate", "NULLs", List.of(parameter), 1);
    assertTrue(CatalogueSearch.of("null rate").finds(transform));
    assertEquals(false, CatalogueSearch.of("null rates").finds(transform));
  }

  @Test
  void namesIdsThatAreNearlySo() {
    List<String> ids = List.of("semantic.br.cpf", "semantic.br.cnpj", "primitive.int.range");
    assertEquals(List.of("semantic.br.cpf"), CatalogueSearch.of("cpff").near(ids));
    assertEquals(List.of("primitive.int.range"), CatalogueSearch.of("rnage").near(ids));
    assertEquals(List.of(), CatalogueSearch.of("whatever").near(ids));
  }

  @Test
  void rangesIncludeTheirEnds() {
    ParameterRange range = ParameterRange.of(1, 12);
    assertEquals(Optional.empty(), range.brokenBy(IntNode.valueOf(1)));
    assertEquals(Optional.empty(), range.brokenBy(TextNode.valueOf("12.0")));
    assertEquals(Optional.of("must be from 1 to 12"), range.brokenBy(IntNode.valueOf(0)));
    assertEquals(
        Optional.of("must be from 1 to 12"),
        range.brokenBy(DecimalNode.valueOf(new BigDecimal("12.001"))));
    assertEquals(
        Optional.of("must be at least 0"), ParameterRange.from(0).brokenBy(IntNode.valueOf(-1)));
  }

  @Test
  void onlyNumbersHaveARange() {
    ParameterDeclaration text =
        ParameterDeclaration.optional("format", ParameterDeclaration.Type.TEXT, "A form");
    assertThrows(IllegalArgumentException.class, () -> text.within(ParameterRange.from(0)));
  }
}
