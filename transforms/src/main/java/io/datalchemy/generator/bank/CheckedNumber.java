package io.datalchemy.generator.bank;

import io.datalchemy.generator.brazil.Documents;
import io.datalchemy.generator.document.Modulo11;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.vector.ColumnVector;

/**
 * Numbers of branches and accounts with a check digit as Banco do Brasil has it: modulo 11, X for
 * 10 (Banco do Brasil, "Layout de arquivos CNAB 240", dígito verificador).
 *
 * @param minDigits how many digits the number has at least, zeros in front
 */
record CheckedNumber(long first, long last, int minDigits, boolean hyphen) implements Piece {
  @Override
  public long size() {
    return last - first + 1;
  }

  @Override
  public int minChars() {
    return Math.max(minDigits, Long.toString(first).length()) + (hyphen ? 2 : 1);
  }

  @Override
  public int maxChars() {
    return Math.max(minDigits, Long.toString(last).length()) + (hyphen ? 2 : 1);
  }

  @Override
  public boolean caseInsensitive() {
    return true;
  }

  @Override
  public void put(long index, ColumnVector out) {
    long number = first + index;
    out.putDigits(number, minDigits);
    Documents.separator('-', hyphen, out);
    int digit = Modulo11.complement(Modulo11.sum(number, 18, 0));
    out.put(digit == 10 ? 'X' : '0' + digit % 11);
  }

  @Override
  public Piece within(int chars) {
    long largest = last;
    while (chars < new CheckedNumber(first, largest, minDigits, hyphen).maxChars()) {
      largest = largest / 10;
    }
    if (largest < first) {
      throw new IllegalArgumentException("chars: must be at least " + minChars());
    }
    return new CheckedNumber(first, largest, minDigits, hyphen);
  }
}
