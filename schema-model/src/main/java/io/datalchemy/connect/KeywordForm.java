package io.datalchemy.connect;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The keyword form of connection texts, {@code host=db user=ana password='it''s'}, as libpq reads
 * it: values with spaces are quoted, a backslash keeps the next character as it is.
 */
final class KeywordForm {
  private static final Pattern PAIR = Pattern.compile("[A-Za-z_]+\\s*=");

  private final String text;
  private int at;
  private int pair;

  private KeywordForm(String text) {
    this.text = text;
  }

  static SortedMap<String, String> parse(String text) {
    return new KeywordForm(text).pairs();
  }

  private SortedMap<String, String> pairs() {
    SortedMap<String, String> parameters = new TreeMap<>();
    skipSpaces();
    while (at < text.length()) {
      pair++;
      String keyword = keyword();
      parameters.put(keyword, value());
      skipSpaces();
    }
    return parameters;
  }

  private String keyword() {
    int start = at;
    while (at < text.length() && text.charAt(at) != '=' && !isSpace()) {
      at++;
    }
    String name = text.substring(start, at);
    skipSpaces();
    if (at == text.length() || text.charAt(at) != '=') {
      throw invalid();
    }
    at++;
    return DriverOptions.driverName(name).orElseThrow(this::invalid);
  }

  /**
   * Spaces may stand before a value, but what follows them is none where it is the next pair: so
   * {@code user= password=…} has an empty user, not one that shows the password.
   */
  private String value() {
    int afterEquals = at;
    skipSpaces();
    if (at > afterEquals && PAIR.matcher(text).region(at, text.length()).lookingAt()) {
      return "";
    }
    boolean quoted = at < text.length() && text.charAt(at) == '\'';
    return quoted ? quotedValue() : plainValue();
  }

  private String plainValue() {
    StringBuilder value = new StringBuilder();
    while (at < text.length() && !isSpace()) {
      value.append(character());
    }
    return value.toString();
  }

  /** A value in quotes; besides {@code \'}, a doubled quote stands for one as well. */
  private String quotedValue() {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      if (text.charAt(at) != '\'') {
        value.append(character());
      } else if (text.startsWith("''", at)) {
        value.append('\'');
        at += 2;
      } else {
        at++;
        return value.toString();
      }
    }
    throw ConnectionText.invalid(
        "connection: a quoted value must end with a quote, number " + pair + " does not",
        "close the quote, and write \\' for a quote within");
  }

  private char character() {
    if (text.charAt(at) == '\\' && at + 1 < text.length()) {
      at++;
    }
    return text.charAt(at++);
  }

  private boolean isSpace() {
    return Character.isWhitespace(text.charAt(at));
  }

  private void skipSpaces() {
    while (at < text.length() && isSpace()) {
      at++;
    }
  }

  private RuntimeException invalid() {
    return ConnectionText.invalid(
        "connection: must be a list of known keyword=value, number " + pair + " is not",
        "quote values that hold spaces: password='…'; known are " + DriverOptions.known());
  }
}
