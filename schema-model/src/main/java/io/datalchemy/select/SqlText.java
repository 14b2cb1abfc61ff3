package io.datalchemy.select;

import java.util.regex.Pattern;

/** Raw SQL of the catalogue, looked through without being understood. */
public final class SqlText {
  private SqlText() {}

  /**
   * Whether the text may speak of the column: its name stands there as a word, quoted or not.
   *
   * <p>A literal with the same word counts too: the answer errs on the side of yes.
   */
  public static boolean mentions(String sql, String column) {
    String name = column.replace("\"", "\"\"");
    return Pattern.compile("(?<![\\p{L}\\p{N}_$])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_$])")
        .matcher(sql)
        .find();
  }
}
