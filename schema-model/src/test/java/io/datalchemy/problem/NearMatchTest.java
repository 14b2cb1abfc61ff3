package io.datalchemy.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMatchTest {
  @ParameterizedTest
  @CsvSource({
    "'','',0",
    "abc,abc,0",
    "abc,'',3",
    "'',abc,3",
    "kitten,sitting,3",
    "cliente,clinete,1",
    "ab,ba,1",
    "nome,nomes,1",
    "ca,abc,3",
  })
  void countsTypingErrors(String a, String b, int distance) {
    assertEquals(distance, NearMatch.distance(a, b));
    assertEquals(distance, NearMatch.distance(b, a));
  }

  @Test
  void findsTheNearestNameWhateverItsCase() {
    List<String> known = List.of("NotaFiscal", "pedido", "pedido_item");

    assertEquals(Optional.of("NotaFiscal"), NearMatch.of("notafical", known));
    assertEquals(Optional.of("pedido"), NearMatch.of("peddio", known));
    assertEquals(Optional.empty(), NearMatch.of("cliente", known));
  }

  @Test
  void takesTheFirstByNameOfTwoThatAreEquallyNear() {
    assertEquals(Optional.of("casa"), NearMatch.of("caxa", List.of("cava", "casa")));
  }

  @Test
  void listsSomeNamesWhenNoneIsNear() {
    assertEquals("there are: a, b", NearMatch.hint("xyz", List.of("b", "a")));
    assertEquals("there are none to choose from", NearMatch.hint("xyz", List.of()));
    assertEquals(
        "there are: a, b, c, d, e, f, g, h, … (9 in all)",
        NearMatch.hint("xyz", List.of("i", "h", "g", "f", "e", "d", "c", "b", "a")));
  }
}
