package io.datalchemy.generator.document;

import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Taxpayers' registrations with a state, inscrição estadual, by the rules that the states publish
 * with the Sintegra (sintegra.gov.br, "Roteiro de crítica da inscrição estadual").
 */
final class StateRegistration implements Piece {
  /** The characters with separators of the longest. */
  static final int FORMATTED_CHARS = 15;

  private static final Map<String, Rule> RULES = rules();

  private final Rule rule;
  private final byte[] mask;

  private StateRegistration(Rule rule, String mask) {
    this.rule = rule;
    this.mask = mask.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Registrations of a state, by its two letters.
   *
   * @throws IllegalArgumentException if its rule is not known here
   */
  static StateRegistration of(String state, boolean formatted) {
    Rule rule = RULES.get(state);
    if (rule == null) {
      throw new IllegalArgumentException(
          "uf: must be one of " + String.join(", ", RULES.keySet()) + ", was '" + state + "'");
    }
    return new StateRegistration(
        rule, formatted ? rule.mask() : rule.mask().replaceAll("[^0]", ""));
  }

  private static Map<String, Rule> rules() {
    int[] descending = {9, 8, 7, 6, 5, 4, 3, 2};
    Map<String, Rule> rules = new LinkedHashMap<>();
    rules.put("SP", new SaoPaulo());
    rules.put("RJ", new Plain("00.000.00-0", 1_000_000, 9_999_999, w(2, 7, 6, 5, 4, 3, 2)));
    rules.put("RS", new Plain("000/0000000", 1_000_000, 467_999_999, w(2, 9, 8, 7, 6, 5, 4, 3, 2)));
    rules.put(
        "PR",
        new Plain(
            "000.00000-00",
            10_000_000,
            99_999_999,
            w(3, 2, 7, 6, 5, 4, 3, 2),
            w(4, 3, 2, 7, 6, 5, 4, 3, 2)));
    rules.put("SC", new Plain("000.000.000", 25_000_000, 26_299_999, descending));
    rules.put("PE", new Plain("0000000-00", 1, 9_999_999, w(8, 7, 6, 5, 4, 3, 2), descending));
    rules.put("CE", new Plain("00000000-0", 6_000_000, 6_999_999, descending));
    rules.put("ES", new Plain("00000000-0", 8_000_000, 8_399_999, descending));
    return rules;
  }

  private static int[] w(int... weights) {
    return weights;
  }

  @Override
  public long size() {
    return rule.last() - rule.first() + 1;
  }

  @Override
  public int minChars() {
    return mask.length;
  }

  @Override
  public int maxChars() {
    return mask.length;
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long digits = rule.complete(rule.first() + index);
    long unit = 1;
    for (int k = 0; k < mask.length; k++) {
      unit *= mask[k] == '0' ? 10 : 1;
    }
    for (byte place : mask) {
      if (place != '0') {
        out.put(place);
        continue;
      }
      unit /= 10;
      out.put('0' + (int) (digits / unit % 10));
    }
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    put(CellRandom.below(bits, size()), out);
  }

  /** How a state's numbers look, where they begin and end, and how check digits complete them. */
  private sealed interface Rule {
    String mask();

    long first();

    long last();

    long complete(long body);
  }

  /** Check digits behind the body, each 11 less the rest of the digits times their weights. */
  private static final class Plain implements Rule {
    private final String mask;
    private final long first;
    private final long last;
    private final int[][] weights;

    Plain(String mask, long first, long last, int[]... weights) {
      this.mask = mask;
      this.first = first;
      this.last = last;
      this.weights = weights.clone();
    }

    @Override
    public String mask() {
      return mask;
    }

    @Override
    public long first() {
      return first;
    }

    @Override
    public long last() {
      return last;
    }

    @Override
    public long complete(long body) {
      long digits = body;
      for (int[] row : weights) {
        digits = digits * 10 + Modulo11.digit(weighted(digits, row));
      }
      return digits;
    }
  }

  /** The ninth digit checks the first eight, the last one all before it; the rest is the digit. */
  private record SaoPaulo() implements Rule {
    private static final int[] FIRST = {1, 3, 4, 5, 6, 7, 8, 10};
    private static final int[] SECOND = {3, 2, 10, 9, 8, 7, 6, 5, 4, 3, 2};

    @Override
    public String mask() {
      return "000.000.000.000";
    }

    @Override
    public long first() {
      return 1_000_000_000L;
    }

    @Override
    public long last() {
      return 7_999_999_999L;
    }

    @Override
    public long complete(long body) {
      long lead = body / 100;
      long eleven = (lead * 10 + weighted(lead, FIRST) % 11 % 10) * 100 + body % 100;
      return eleven * 10 + weighted(eleven, SECOND) % 11 % 10;
    }
  }

  private static long weighted(long digits, int[] weights) {
    long sum = 0;
    long rest = digits;
    for (int k = weights.length - 1; k >= 0; k--) {
      sum += rest % 10 * weights[k];
      rest /= 10;
    }
    return sum;
  }
}
