package io.datalchemy.generator.notation;

import io.datalchemy.generator.text.CharsetText;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.WordList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Texts of the types that have a notation of their own, by the type's name. */
public final class Notations {
  private static final Piece WORD = Dictionary.of(WordList.load("lorem.txt"));
  private static final Digits NUMBER = new Digits(1, 9_999, 1);
  private static final Map<String, Piece> BY_TYPE = new TreeMap<>();

  static {
    BY_TYPE.putAll(Geometry.all());
    BY_TYPE.putAll(ObjectNames.all());
    putSystemTypes();
    putQueries();
    putExtensions();
  }

  private Notations() {}

  /** The values of a type; empty if its notation is not known. */
  public static Optional<Piece> of(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  private static void putSystemTypes() {
    Piece snapshot =
        Sequence.of(new Digits(1_000, 499_999, 1), ":", new Digits(500_000, 999_999, 1), ":");
    BY_TYPE.put("pg_snapshot", snapshot);
    BY_TYPE.put("txid_snapshot", snapshot);
    BY_TYPE.put("pg_lsn", Sequence.of(hex(1), "/", hex(8)));
    BY_TYPE.put("tid", Sequence.of("(", new Digits(0, 99_999, 1), ",", new Digits(1, 200, 1), ")"));
    BY_TYPE.put("int2vector", Sequence.of(NUMBER, " ", NUMBER, " ", NUMBER));
    BY_TYPE.put("oidvector", Sequence.of(NUMBER, " ", NUMBER, " ", NUMBER));
  }

  /** So many hexadecimal digits of which the first is not 0. */
  private static Piece hex(int digits) {
    Piece first = new CharsetText("123456789ABCDEF".codePoints().toArray(), 1, 1);
    int[] all = "0123456789ABCDEF".codePoints().toArray();
    return digits == 1 ? first : Sequence.of(first, new CharsetText(all, digits - 1, digits - 1));
  }

  private static void putQueries() {
    BY_TYPE.put("tsquery", Sequence.of("'", WORD, "' & '", WORD, "' & '", WORD, "'"));
    BY_TYPE.put("jsonpath", Sequence.of("$.\"", WORD, "\".\"", WORD, "\"[", NUMBER, "]"));
    BY_TYPE.put("lquery", Sequence.of(WORD, ".*.", WORD));
    BY_TYPE.put("ltxtquery", Sequence.of(WORD, " & ", WORD));
  }

  private static void putExtensions() {
    BY_TYPE.put("ltree", Sequence.of(WORD, ".", WORD, ".", NUMBER));
    BY_TYPE.put("hstore", Sequence.of("\"id\"=>\"", NUMBER, "\", \"name\"=>\"", WORD, "\""));
    BY_TYPE.put("cube", Sequence.of("(", NUMBER, ", ", NUMBER, ", ", NUMBER, ")"));
    BY_TYPE.put(
        "seg", Sequence.of(new Digits(1_000, 4_999, 1), " .. ", new Digits(5_000, 9_999, 1)));
    BY_TYPE.put("ean13", new ArticleNumber("789", ""));
    BY_TYPE.put("upc", new ArticleNumber("07", ""));
    BY_TYPE.put("isbn", new ArticleNumber("97885", ""));
    BY_TYPE.put("isbn13", new ArticleNumber("97885", ""));
    BY_TYPE.put("ismn", new ArticleNumber("9790", ""));
    BY_TYPE.put("ismn13", new ArticleNumber("9790", ""));
    BY_TYPE.put("issn", new ArticleNumber("977", "00"));
    BY_TYPE.put("issn13", new ArticleNumber("977", "00"));
  }
}
