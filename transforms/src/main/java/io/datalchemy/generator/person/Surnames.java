package io.datalchemy.generator.person;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.WordList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Surnames as usual as they are, bare and with the particle before them: Silva and da Silva. */
public final class Surnames {
  private static final double PERCENT = 100;

  private final Dictionary bare;
  private final Piece pairs;
  private final Dictionary written;

  private Surnames(List<Surname> all) {
    Map<String, Double> bareWeights = new LinkedHashMap<>();
    Map<String, Double> writtenWeights = new LinkedHashMap<>();
    List<Integer> owners = new ArrayList<>();
    for (Surname surname : all) {
      bareWeights.put(surname.text(), surname.count());
      for (Map.Entry<String, Double> form : surname.forms().entrySet()) {
        writtenWeights.put(form.getKey(), form.getValue());
        owners.add(bareWeights.size() - 1);
      }
    }
    bare = Dictionary.weighted(bareWeights);
    written = Dictionary.weighted(writtenWeights);
    pairs = SurnamePairs.of(written, owners);
  }

  private static final class Brazil {
    static final Surnames ALL = load("brazil");
  }

  private static final class English {
    static final Surnames ALL = ranked(WordList.load("english/surnames.txt"));
  }

  /** The surnames of Brazil, loaded when first asked for. */
  public static Surnames brazil() {
    return Brazil.ALL;
  }

  static Surnames english() {
    return English.ALL;
  }

  private static Surnames load(String folder) {
    return new Surnames(
        WordList.load(folder + "/surnames.txt").stream()
            .map(line -> Surname.of(List.of(line.split(";", -1))))
            .toList());
  }

  private static Surnames ranked(List<String> words) {
    Dictionary ranked = Dictionary.ranked(words);
    List<Surname> all = new ArrayList<>();
    ranked.weights().forEach((word, weight) -> all.add(new Surname(word, weight, "", 0)));
    return new Surnames(all);
  }

  /** Surnames without particles. */
  public Dictionary bare() {
    return bare;
  }

  /** Surnames as they stand in names, some with a particle. */
  public Dictionary written() {
    return written;
  }

  /** Two different surnames as they stand in names, with a space between. */
  public Piece pairs() {
    return pairs;
  }

  private record Surname(String text, double count, String particle, double particleShare) {
    static Surname of(List<String> fields) {
      double count = Double.parseDouble(fields.get(1));
      return fields.size() == 2
          ? new Surname(fields.get(0), count, "", 0)
          : new Surname(
              fields.get(0), count, fields.get(2), Double.parseDouble(fields.get(3)) / PERCENT);
    }

    Map<String, Double> forms() {
      Map<String, Double> forms = new LinkedHashMap<>();
      if (particleShare < 1) {
        forms.put(text, count * (1 - particleShare));
      }
      if (particleShare > 0) {
        forms.put(particle + " " + text, count * particleShare);
      }
      return forms;
    }
  }
}
