package io.datalchemy.generator.company;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.WordList;
import java.util.List;

/** Economic activities by the CNAE, and the words that companies take for them. */
record Activities(List<List<String>> rows) {
  private static final class Brazil {
    static final Activities ALL =
        new Activities(
            WordList.load("brazil/activities.txt").stream()
                .map(line -> List.of(line.split(";", -1)))
                .toList());
  }

  /** Those of the list, read when first asked for. */
  static Activities brazil() {
    return Brazil.ALL;
  }

  /** The codes of seven digits, as 4721-1/02 or plain. */
  Dictionary codes(boolean formatted) {
    return Dictionary.of(
        rows.stream().map(row -> formatted ? written(row.get(0)) : row.get(0)).toList());
  }

  private static String written(String code) {
    return code.substring(0, 4) + "-" + code.charAt(4) + "/" + code.substring(5);
  }

  /** What the codes stand for. */
  Dictionary names() {
    return field(1);
  }

  /** What stands for the activity in a legal name. */
  Dictionary legalWords() {
    return field(2);
  }

  /** What a shop or firm of the kind calls itself. */
  Dictionary tradeWords() {
    return field(3);
  }

  private Dictionary field(int place) {
    return Dictionary.of(rows.stream().map(row -> row.get(place)).toList());
  }
}
