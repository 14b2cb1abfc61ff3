package io.datalchemy.generator.person;

import io.datalchemy.random.CellRandom;

/** The two sexes that the census counts names by. */
public enum Sex {
  FEMALE(0),
  MALE(1);

  /** Women of a hundred residents of Brazil: IBGE, Censo Demográfico 2022. */
  private static final double FEMALE_SHARE = 0.515;

  private final int place;

  Sex(int place) {
    this.place = place;
  }

  /** The place of its figures in tables. */
  int place() {
    return place;
  }

  /** The sex that those bits draw, by its share of the residents of Brazil. */
  public static Sex drawn(long bits) {
    return CellRandom.unit(bits) < FEMALE_SHARE ? FEMALE : MALE;
  }
}
