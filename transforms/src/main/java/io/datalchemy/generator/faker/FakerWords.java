package io.datalchemy.generator.faker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.datafaker.service.FakeValuesService;
import net.datafaker.service.FakerContext;
import net.datafaker.service.RandomService;

/**
 * The word lists of Datafaker, by topic: the one place that knows that library.
 *
 * <p>A list is read when it is asked for, from one file of the library. Its values are taken as
 * data, so that drawing and numbering them is ours and costs as little as any other dictionary.
 */
final class FakerWords {
  private static final FakeValuesService SERVICE = new FakeValuesService();

  static {
    for (String locale : List.of("pt_BR", "en_US")) {
      SERVICE.updateFakeValuesInterfaceMap(context(locale).getLocaleChain());
    }
  }

  private FakerWords() {}

  /**
   * The library's name of one of our locales. American English is its default; by that name it
   * would read all of its files, which takes a second.
   */
  private static Locale locale(String name) {
    return Vocabulary.isEnglish(name)
        ? Locale.ENGLISH
        : Locale.forLanguageTag(name.replace('_', '-'));
  }

  /**
   * The words of a topic such as {@code job.field}; English ones where the locale has none.
   *
   * @param topic the key of a list, with {@code /n} behind it for the n-th list of a list of lists
   */
  static List<String> of(String locale, String topic) {
    int slash = topic.indexOf('/');
    String key = slash < 0 ? topic : topic.substring(0, slash);
    Object found = SERVICE.fetchObject(key, context(locale));
    if (!(found instanceof List<?> list)) {
      throw new IllegalStateException("topic " + topic + ": no list in this version of Datafaker");
    }
    Object words = slash < 0 ? list : list.get(Integer.parseInt(topic.substring(slash + 1)));
    List<String> texts = new ArrayList<>();
    ((List<?>) words).forEach(word -> texts.add(word.toString()));
    return texts;
  }

  /** Lists are taken whole: nothing is drawn from the random numbers that a context must have. */
  private static FakerContext context(String locale) {
    return new FakerContext(locale(locale), new RandomService(new Random(0)));
  }
}
