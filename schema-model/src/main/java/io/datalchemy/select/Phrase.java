package io.datalchemy.select;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Words in a row that a name may hold.
 *
 * @param words for each place, the words that may stand there
 */
record Phrase(Place place, List<Set<String>> words) {

  /** Where in the name it must stand. */
  enum Place {
    ANYWHERE,
    START,
    END,
    WHOLE
  }

  Phrase {
    words = List.copyOf(words);
  }

  /** Reads {@code nome @person}, {@code =nome}, {@code ^data} or {@code data$}. */
  static Phrase parse(String text, Words dictionary) {
    Place place = Place.ANYWHERE;
    String plain = text;
    if (text.startsWith("=") || text.startsWith("^")) {
      place = text.startsWith("=") ? Place.WHOLE : Place.START;
      plain = text.substring(1);
    } else if (text.endsWith("$")) {
      place = Place.END;
      plain = text.substring(0, text.length() - 1);
    }
    return new Phrase(place, places(plain, dictionary));
  }

  private static List<Set<String>> places(String text, Words dictionary) {
    return Arrays.stream(text.split(" "))
        .map(word -> word.startsWith("@") ? dictionary.ofClass(word) : Set.of(word))
        .toList();
  }

  /** Whether a name of those words holds the phrase where it must. */
  boolean isIn(List<String> name) {
    int last = name.size() - words.size();
    if (last < 0) {
      return false;
    }
    return switch (place) {
      case WHOLE -> last == 0 && standsAt(0, name);
      case START -> standsAt(0, name);
      case END -> standsAt(last, name);
      case ANYWHERE -> standsAnywhere(last, name);
    };
  }

  private boolean standsAnywhere(int last, List<String> name) {
    int at = 0;
    while (at <= last && !standsAt(at, name)) {
      at++;
    }
    return at <= last;
  }

  private boolean standsAt(int at, List<String> name) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).contains(name.get(at + i))) {
        return false;
      }
    }
    return true;
  }
}
