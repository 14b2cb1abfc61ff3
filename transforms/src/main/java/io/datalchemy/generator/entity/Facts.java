package io.datalchemy.generator.entity;

import io.datalchemy.generator.Cells;
import io.datalchemy.generator.person.Sex;
import io.datalchemy.generator.place.Cities;
import io.datalchemy.generator.place.City;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.CivilDate;
import java.util.function.LongUnaryOperator;

/**
 * What is known of one record in the row that is being filled. Made for one call and moved from
 * cell to cell; not thread-safe.
 */
final class Facts {
  private final Cells cells;
  private final Places places;
  private final Person person;
  private final LongUnaryOperator numberOfRow;
  private int i;
  private long record;

  /** The facts of some cells; {@code numberOfRow} is null where rows have no numbers. */
  Facts(Cells cells, Anchors anchors, long today, LongUnaryOperator numberOfRow) {
    this.cells = cells;
    this.places = new Places(anchors);
    this.person = new Person(anchors, today);
    this.numberOfRow = numberOfRow;
  }

  void moveTo(int cell) {
    i = cell;
    record = cells.recordBits(cell);
  }

  /** The bits of a fact that all columns of the record share. */
  long bits(Fact fact) {
    return CellRandom.more(record, fact.word());
  }

  /** The bits of this column alone. */
  long own() {
    return cells.bits(i);
  }

  /** The row's own number where values must differ, else one that is drawn below a bound. */
  long number(long bound) {
    return numberOfRow == null
        ? CellRandom.below(own(), bound)
        : numberOfRow.applyAsLong(cells.row(i));
  }

  boolean isNumbered() {
    return numberOfRow != null;
  }

  City city() {
    return Cities.brazil().city(places.city(cells, i, bits(Fact.PLACE)));
  }

  Sex sex() {
    return person.sex(cells, i, bits(Fact.SEX));
  }

  /** Days since 1970 of the day of birth. */
  long birthDay() {
    return person.birthDay(cells, i, bits(Fact.BIRTH_DATE));
  }

  int birthYear() {
    return (int) CivilDate.year(CivilDate.ofEpochDay(birthDay()));
  }
}
