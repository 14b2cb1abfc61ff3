package io.datalchemy.existing;

import io.datalchemy.existing.KeySelection.Named;
import io.datalchemy.problem.InvalidInputException;
import io.datalchemy.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one text by the grammar of {@link KeySelection}. */
final class KeySelectionParser {
  private static final String SPECIAL = ".,()\"*";

  private final String text;
  private int at;

  KeySelectionParser(String text) {
    this.text = text;
  }

  List<Named> parse() {
    List<Named> tables = new ArrayList<>();
    do {
      tables.add(table());
    } while (take(','));
    if (at < text.length()) {
      throw expected("a comma or the end");
    }
    return tables;
  }

  private Named table() {
    Optional<String> first = nameOrStar();
    if (!take('.')) {
      if (first.isEmpty()) {
        throw expected("a schema before '.*'");
      }
      return new Named(Optional.empty(), first, columns());
    }
    if (first.isEmpty()) {
      throw expected("a schema's name before the point");
    }
    Optional<String> table = nameOrStar();
    List<String> columns = columns();
    if (table.isEmpty() && !columns.isEmpty()) {
      throw expected("no columns after '*'");
    }
    return new Named(first, table, columns);
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    if (take('(')) {
      do {
        columns.add(name());
      } while (take(','));
      if (!take(')')) {
        throw expected("a closing parenthesis");
      }
    }
    return columns;
  }

  private Optional<String> nameOrStar() {
    return take('*') ? Optional.empty() : Optional.of(name());
  }

  private String name() {
    skipBlanks();
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = at;
    while (at < text.length() && SPECIAL.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at).strip();
    if (name.isEmpty()) {
      throw expected("a name");
    }
    return name;
  }

  private String quoted() {
    StringBuilder name = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        name.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        name.append(c);
        at++;
      } else if (name.length() > 0) {
        skipBlanks();
        return name.toString();
      } else {
        throw expected("a name between the quotes");
      }
    }
    throw expected("a closing quote");
  }

  private boolean take(char wanted) {
    skipBlanks();
    boolean found = at < text.length() && text.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private InvalidInputException expected(String what) {
    return new InvalidInputException(
        Problem.error(
                "invalid_key_selection",
                "",
                "keys: must have " + what + " at character " + (at + 1) + ", was " + text)
            .withHint(
                "write TABLE, SCHEMA.TABLE, SCHEMA.TABLE(COLUMN,…) or SCHEMA.*, odd names in double"
                    + " quotes"));
  }
}
