package io.datalchemy.generator.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.ValueType;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CitiesTest {
  private static final Cities CITIES = Cities.brazil();
  private static final int SAO_PAULO = 3550308;
  private static final int DRAWS = 200_000;

  private static City city(int number) {
    return CITIES.city(number);
  }

  private static City ofCode(int code) {
    return city(CITIES.index().cityOfCode(code));
  }

  private static String named(String text, int state, int areaCode) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    ColumnVector folded = new ColumnVector(ValueType.text(), 1);
    folded.begin(0);
    AsciiFolding.putDotted(utf8, 0, utf8.length, folded);
    folded.end(0);
    int found = CITIES.index().cityOfName(folded, state, areaCode, 0);
    return found == CityIndex.NONE ? "none" : Integer.toString(city(found).code());
  }

  @Test
  void drawsCitiesByTheirInhabitants() {
    long all = 0;
    for (int k = 0; k < CITIES.size(); k++) {
      all += city(k).inhabitants();
    }
    int hits = 0;
    for (int k = 0; k < DRAWS; k++) {
      hits += city(CITIES.draw(CellRandom.mix(k), 0, 0)).code() == SAO_PAULO ? 1 : 0;
    }
    double expected = (double) ofCode(SAO_PAULO).inhabitants() / all;
    double deviation = Math.sqrt(expected * (1 - expected) / DRAWS);

    assertEquals(expected, (double) hits / DRAWS, 4 * deviation);
  }

  @Test
  void drawsWithinTheStateAndTheAreaCode() {
    for (int k = 0; k < 2000; k++) {
      long bits = CellRandom.mix(k);
      assertEquals(35, city(CITIES.draw(bits, 35, 0)).state().code());
      assertEquals(61, city(CITIES.draw(bits, 0, 61)).areaCode());
      City inGoias = city(CITIES.draw(bits, 52, 61));
      assertEquals(52, inGoias.state().code());
      assertEquals(61, inGoias.areaCode());
    }
  }

  @Test
  void leavesAnAreaCodeAsideThatTheStateHasNot() {
    assertEquals(35, city(CITIES.draw(7, 35, 21)).state().code());
  }

  @Test
  void drawsCepsOfTheCityAlone() {
    for (int k = 0; k < CITIES.size(); k++) {
      for (int draw = 0; draw < 5; draw++) {
        int cep = city(k).cep(CellRandom.mix(k * 5L + draw));
        assertEquals(k, CITIES.index().cityOfCep(cep));
        assertTrue(cep % 1000 >= 1 && cep % 1000 <= 899);
      }
    }
  }

  @Test
  void findsCitiesByNameWithoutAccentsInAnyCase() {
    assertEquals("3550308", named("SAO PAULO", 0, 0));
    assertEquals("3550308", named("são paulo", 35, 11));
    assertEquals("none", named("São Paulo", 33, 0));
    assertEquals("none", named("Xanadu", 0, 0));
    assertEquals("none", named("", 0, 0));
  }

  @Test
  void tellsCitiesOfOneNameApartByTheirState() {
    assertEquals("2605202", named("Escada", 26, 0));
    assertEquals("4114609", named("Marechal Cândido Rondon", 41, 0));
    assertFalse(named("Bom Jesus", 43, 0).equals(named("Bom Jesus", 22, 0)));
  }

  @Test
  void findsNothingForWhatIsNoCodeOrCep() {
    for (long number : new long[] {-1, 0, 999, 99_999_999, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertEquals(CityIndex.NONE, CITIES.index().cityOfCep(number));
      assertEquals(CityIndex.NONE, CITIES.index().cityOfCode(number));
      assertFalse(CITIES.hasAreaCode(number));
    }
    assertEquals(CityIndex.NONE, CITIES.index().stateOfLetters('X', 'X'));
    assertEquals(35, CITIES.index().stateOfLetters('s', 'p'));
  }
}
