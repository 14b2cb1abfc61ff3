package io.datalchemy.generator.document;

import io.datalchemy.generator.brazil.Documents;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.random.AliasTable;
import io.datalchemy.random.CellRandom;
import io.datalchemy.vector.ColumnVector;
import java.util.ArrayList;
import java.util.List;

/**
 * Voters' titles: eight digits, the state's code, and two check digits (TSE, Resolução 21.538/2003,
 * article 12; states by the electorate of 2022, in thousands).
 *
 * <p>A check digit is the rest of its sum modulo 11, 0 for 10; in São Paulo and Minas Gerais a rest
 * of 0 gives 1.
 */
final class VoterTitle implements Piece {
  static final int FORMATTED_CHARS = 14;

  private static final int PLAIN_CHARS = 12;
  private static final long SEQUENCES = 99_999_999;
  private static final List<String> STATES =
      List.of(
          "SP", "MG", "RJ", "RS", "BA", "PR", "CE", "PE", "SC", "GO", "MA", "PB", "PA", "ES", "PI",
          "RN", "AL", "MT", "MS", "DF", "SE", "AM", "RO", "AC", "AP", "RR", "TO");
  private static final double[] THOUSANDS = {
    34_667, 16_291, 12_827, 8_593, 11_291, 8_475, 6_820, 7_018, 5_489, 4_870, 5_042, 3_091, 6_082,
    2_921, 2_573, 2_554, 2_326, 2_469, 1_996, 2_203, 1_671, 2_647, 1_230, 588, 550, 366, 1_094
  };

  private final int[] codes;
  private final AliasTable shares;
  private final boolean formatted;

  private VoterTitle(int[] codes, AliasTable shares, boolean formatted) {
    this.codes = codes;
    this.shares = shares;
    this.formatted = formatted;
  }

  /** Titles of all states, as many of each as it has voters. */
  static VoterTitle ofAll(boolean formatted) {
    List<Integer> codes = new ArrayList<>();
    STATES.forEach(state -> codes.add(codes.size() + 1));
    return new VoterTitle(
        codes.stream().mapToInt(Integer::intValue).toArray(), AliasTable.of(THOUSANDS), formatted);
  }

  /** Titles of one state, by its two letters. */
  static VoterTitle of(String state, boolean formatted) {
    int place = STATES.indexOf(state);
    if (place < 0) {
      throw new IllegalArgumentException(
          "uf: must be one of " + String.join(", ", STATES) + ", was '" + state + "'");
    }
    return new VoterTitle(new int[] {place + 1}, AliasTable.of(1), formatted);
  }

  @Override
  public long size() {
    return SEQUENCES * codes.length;
  }

  @Override
  public int minChars() {
    return formatted ? FORMATTED_CHARS : PLAIN_CHARS;
  }

  @Override
  public int maxChars() {
    return minChars();
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    put(1 + index % SEQUENCES, codes[(int) (index / SEQUENCES)], out);
  }

  @Override
  public void draw(long bits, ColumnVector out) {
    put(1 + CellRandom.below(bits, SEQUENCES), codes[shares.draw(CellRandom.more(bits, 1))], out);
  }

  private void put(long sequence, int state, ColumnVector out) {
    int first = digit(ascending(sequence), state);
    int second = digit(state / 10 * 7L + state % 10 * 8L + first * 9L, state);
    out.putDigits(sequence / 10_000, 4);
    Documents.separator(' ', formatted, out);
    out.putDigits(sequence % 10_000, 4);
    Documents.separator(' ', formatted, out);
    out.putDigits(state, 2);
    out.putDigits(first * 10L + second, 2);
  }

  /** The digits times 2 to 9 from the left. */
  private static long ascending(long sequence) {
    long sum = 0;
    long rest = sequence;
    for (int weight = 9; weight >= 2; weight--) {
      sum += rest % 10 * weight;
      rest /= 10;
    }
    return sum;
  }

  private static int digit(long sum, int state) {
    int rest = (int) (sum % 11);
    return rest == 0 && state <= 2 ? 1 : rest % 10;
  }
}
