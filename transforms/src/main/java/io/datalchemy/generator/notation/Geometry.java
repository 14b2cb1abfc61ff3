package io.datalchemy.generator.notation;

import io.datalchemy.generator.text.CharsetText;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import java.util.Map;

/** Geometric types, as PostgreSQL prints them: coordinates within a square of a thousand. */
final class Geometry {
  private static final Piece LOW = coordinate(0, 499);
  private static final Piece HIGH = coordinate(500, 999);
  private static final Piece ANY = coordinate(0, 999);

  private Geometry() {}

  /** Decimals that end in no zero, so that they are printed as they are read. */
  private static Piece coordinate(long first, long last) {
    Piece notZero = new CharsetText("123456789".codePoints().toArray(), 1, 1);
    return Sequence.of(new Digits(first, last, 1), ".", Digits.fixed(2), notZero);
  }

  static Map<String, Piece> all() {
    return Map.of(
        "point", Sequence.of("(", ANY, ",", ANY, ")"),
        "line", Sequence.of("{", coordinate(1, 99), ",-", ANY, ",", ANY, "}"),
        "lseg", Sequence.of("[(", LOW, ",", ANY, "),(", HIGH, ",", ANY, ")]"),
        "box", Sequence.of("(", HIGH, ",", HIGH, "),(", LOW, ",", LOW, ")"),
        "path", Variants.of(path("[", "]"), path("(", ")")),
        "polygon", path("(", ")"),
        "circle", Sequence.of("<(", ANY, ",", ANY, "),", coordinate(1, 99), ">"));
  }

  /** Three corners that lie in no line. */
  private static Piece path(String open, String close) {
    return Sequence.of(
        open, "(", LOW, ",", LOW, "),(", HIGH, ",", LOW, "),(", LOW, ",", HIGH, ")", close);
  }
}
