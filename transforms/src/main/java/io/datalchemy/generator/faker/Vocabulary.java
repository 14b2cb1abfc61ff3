package io.datalchemy.generator.faker;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.WordList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a topic in a locale: ours where we have them, else those of the library. */
final class Vocabulary {
  private static final Map<String, Dictionary> READ = new ConcurrentHashMap<>();

  private Vocabulary() {}

  /** The words of a topic, drawn all alike; read once. */
  static Dictionary of(String locale, String topic) {
    return READ.computeIfAbsent(locale + " " + topic, key -> Dictionary.of(words(locale, topic)));
  }

  static List<String> words(String locale, String topic) {
    String head = topic + ": ";
    return WordList.load("faker/" + locale + ".txt").stream()
        .filter(line -> line.startsWith(head))
        .findFirst()
        .map(line -> List.of(line.substring(head.length()).split(", ")))
        .orElseGet(() -> FakerWords.of(locale, topic));
  }

  /** Whether a locale is the American one; the other is Brazilian. */
  static boolean isEnglish(String locale) {
    return locale.startsWith("en");
  }
}
