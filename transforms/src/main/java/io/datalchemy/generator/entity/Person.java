package io.datalchemy.generator.entity;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.person.Sex;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;

/**
 * Sex and day of birth of a record's person: what the anchors tell, else drawn.
 *
 * <p>Persons are of age, and the older the fewer: from 18 to 80 years, in shares that fall evenly,
 * as those of the census' age groups roughly do.
 */
record Person(Anchors anchors, long today) {
  private static final double DAYS_PER_YEAR = 365.25;
  private static final int LEAST_AGE = 18;
  private static final int AGES = 62;

  Sex sex(Cells cells, int i, long bits) {
    ColumnVector told = anchors.column(Anchor.SEX, cells, i);
    if (told != null && told.length(i) > 0) {
      int first = told.heap()[told.start(i)] | 0x20;
      int second = told.length(i) > 1 ? told.heap()[told.start(i) + 1] | 0x20 : 0;
      if (first == 'f' || first == 'w' || (first == 'm' && second == 'u')) {
        return Sex.FEMALE;
      }
      if (first == 'm' || first == 'h') {
        return Sex.MALE;
      }
    }
    return Sex.drawn(bits);
  }

  long birthDay(Cells cells, int i, long bits) {
    long told = anchors.day(Anchor.BIRTH_DATE, cells, i);
    if (told != Long.MIN_VALUE) {
      return told;
    }
    double age = LEAST_AGE + AGES * (1 - Math.sqrt(1 - CellRandom.unit(bits)));
    return today - 1 - (long) (age * DAYS_PER_YEAR);
  }
}
