package io.datalchemy.generator.person;

import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.random.AliasTable;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The given names of Brazil, single and compound, each as usual as the census counted it among
 * those of a sex who were born in a decade. Immutable and thread-safe; draws allocate nothing.
 *
 * <p>Whoever was born after the last decade that was counted, the 2000s, is called as those of it.
 */
public final class GivenNames {
  private static final int FIRST_DECADE = 1920;

  private final Dictionary names;
  private final Dictionary firstNames;
  private final int[] firsts;
  private final byte[] sexes;
  private final AliasTable[][] cohorts;
  private final AliasTable[] bySex;

  private GivenNames(List<GivenName> all) {
    Map<String, Integer> places = new LinkedHashMap<>();
    all.forEach(name -> places.putIfAbsent(name.text(), places.size()));
    double[][][] weights = new double[Sex.values().length][GivenName.DECADES][places.size()];
    double[][] totals = new double[Sex.values().length][places.size()];
    for (GivenName name : all) {
      int place = places.get(name.text());
      for (int decade = 0; decade < GivenName.DECADES; decade++) {
        double count = name.counts().get(decade);
        weights[name.sex().place()][decade][place] += count;
        totals[name.sex().place()][place] += count;
      }
    }
    names = Dictionary.weighted(sums(places.keySet(), totals));
    firstNames = names.map(GivenNames::firstWord);
    firsts = firsts(names, firstNames);
    sexes = sexes(totals);
    bySex = tables(totals);
    cohorts = new AliasTable[weights.length][];
    for (int sex = 0; sex < weights.length; sex++) {
      cohorts[sex] = tables(weights[sex]);
    }
  }

  private static final class Brazil {
    static final GivenNames ALL = new GivenNames(GivenName.load("brazil"));
  }

  /** The given names of Brazil, loaded when first asked for. */
  public static GivenNames brazil() {
    return Brazil.ALL;
  }

  private static Map<String, Double> sums(Set<String> texts, double[][] totals) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (String text : texts) {
      int place = sums.size();
      sums.put(text, totals[0][place] + totals[1][place]);
    }
    return sums;
  }

  private static int[] firsts(Dictionary names, Dictionary firstNames) {
    Map<String, Integer> places = new LinkedHashMap<>();
    firstNames.words().forEach(word -> places.put(word, places.size()));
    return names.words().stream().mapToInt(name -> places.get(firstWord(name))).toArray();
  }

  private static byte[] sexes(double[][] totals) {
    byte[] sexes = new byte[totals[0].length];
    for (int place = 0; place < sexes.length; place++) {
      sexes[place] = (byte) (totals[0][place] >= totals[1][place] ? 0 : 1);
    }
    return sexes;
  }

  private static AliasTable[] tables(double[][] weights) {
    List<AliasTable> tables = new ArrayList<>();
    for (double[] row : weights) {
      tables.add(AliasTable.of(row));
    }
    return tables.toArray(AliasTable[]::new);
  }

  static String firstWord(String name) {
    return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
  }

  /** All given names, each as usual as among all people; a place here is what draws give. */
  public Dictionary names() {
    return names;
  }

  /** The first words of the given names. */
  public Dictionary firstNames() {
    return firstNames;
  }

  /** The place in {@link #names} that those bits draw, as usual as among all people. */
  public int draw(long bits) {
    return names.indexFor(bits);
  }

  /** The place in {@link #names} that those bits draw for a sex. */
  public int draw(long bits, Sex sex) {
    return bySex[sex.place()].draw(bits);
  }

  /** The place in {@link #names} that those bits draw for somebody born in a year. */
  public int draw(long bits, Sex sex, int birthYear) {
    int decade = Math.floorDiv(birthYear - FIRST_DECADE, 10);
    int cohort = Math.max(0, Math.min(GivenName.DECADES - 1, decade));
    return cohorts[sex.place()][cohort].draw(bits);
  }

  /** The sex of most of those who bear the name of a place. */
  public Sex sex(int place) {
    return sexes[place] == 0 ? Sex.FEMALE : Sex.MALE;
  }

  /** The place in {@link #firstNames} of the first word of the name of a place. */
  public int first(int place) {
    return firsts[place];
  }

  /** Appends the name of a place. */
  public void put(int place, ColumnVector out) {
    names.put(place, out);
  }
}
