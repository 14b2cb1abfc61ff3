package io.datalchemy.ddl;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions as the server prints them, so written that it reads what it had.
 *
 * <p>{@code ARRAY['a'::varchar]::text[]} is printed of an array that is converted as a whole, but
 * is read as an array of converted elements, which is printed otherwise. Naming the type that the
 * array has of its own, {@code ARRAY['a'::varchar]::varchar[]::text[]}, keeps it whole.
 */
final class ListCasts {
  private static final String NAME = "(?:[\\w$]++|\"[^\"]++\")";
  private static final String TYPE = "(?:[a-z]++(?: [a-z]++)*+|" + NAME + "\\." + NAME + ")";
  private static final String LITERAL = "'[^']*+(?:''[^']*+)*+'";

  /** The end of an array before its cast; else a literal or quoted name, to be passed over. */
  private static final Pattern TOKEN =
      Pattern.compile(
          String.format(
              Locale.ROOT,
              "(?<end>(?:%1$s)?::(?<type>%2$s)\\])(?=\\)?::(?!\\k<type>\\[)%2$s\\[\\])|%1$s|\"[^\"]*+\"",
              LITERAL,
              TYPE));

  private ListCasts() {}

  static String stable(String expression) {
    Matcher matcher = TOKEN.matcher(expression);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String end = matcher.group("end");
      String written = end == null ? matcher.group() : end + "::" + matcher.group("type") + "[]";
      matcher.appendReplacement(text, Matcher.quoteReplacement(written));
    }
    return matcher.appendTail(text).toString();
  }
}
