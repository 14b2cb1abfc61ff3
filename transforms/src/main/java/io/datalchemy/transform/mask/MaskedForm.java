package io.datalchemy.transform.mask;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What stays as it is when a text is masked, beside its length, its separators and the kinds of its
 * characters.
 *
 * <p>Each form is a set of texts and a bijection of it; all other texts are substituted until none
 * falls into the set, so that different texts stay different whatever they are.
 */
public enum MaskedForm {
  /** Any text; from an at sign on it stays, so that a reserved domain stays one. */
  TEXT,
  /** An e-mail address: the domain stays. */
  EMAIL,
  /** A CPF with right check digits, which the masked one has too; the digit of the region stays. */
  CPF {
    @Override
    boolean holds(Characters text) {
      return text.isDigits(11) && !text.isRepdigit() && CheckSums.isCpf(text.symbols());
    }

    @Override
    void mask(Characters text, KeyedSubstitution substitution) {
      do {
        substitution.substitute(text.symbols(), 0, 8);
        CheckSums.closeCpf(text.symbols());
      } while (text.isRepdigit());
    }
  },
  /** A CNPJ with right check digits, which the masked one has too; the branch stays. */
  CNPJ {
    @Override
    boolean holds(Characters text) {
      return text.isCnpj() && !text.isZero(8) && CheckSums.isCnpj(text.symbols());
    }

    @Override
    void mask(Characters text, KeyedSubstitution substitution) {
      do {
        substitution.substitute(text.symbols(), 0, 8);
      } while (text.isZero(8));
      CheckSums.closeCnpj(text.symbols());
    }
  },
  /** A card's number by Luhn's rule, which the masked one meets too; the first six digits stay. */
  CARD {
    @Override
    boolean holds(Characters text) {
      return text.isDigits(13, 19) && CheckSums.isLuhn(text.symbols(), text.count());
    }

    @Override
    void mask(Characters text, KeyedSubstitution substitution) {
      substitution.substitute(text.symbols(), 6, text.count() - 1);
      CheckSums.closeLuhn(text.symbols(), text.count());
    }
  },
  /**
   * A phone of a block that rings nobody, of which nothing else stays open: 90 in Brazil, 555-01 in
   * North America.
   */
  PHONE {
    @Override
    boolean holds(Characters text) {
      return openDigits(text) > 0;
    }

    @Override
    void mask(Characters text, KeyedSubstitution substitution) {
      substitution.substitute(text.symbols(), text.count() - openDigits(text), text.count());
    }

    private int openDigits(Characters text) {
      if (text.isDigits(10, 13)) {
        String digits = new String(text.symbols(), 0, text.count(), StandardCharsets.US_ASCII);
        if (digits.matches("(55)?[1-9]{2}90[0-9]{7}")) {
          return 7;
        }
        if (digits.matches("1?[2-9][0-9]{2}55501[0-9]{2}")) {
          return 2;
        }
      }
      return 0;
    }
  };

  /** Whether the letters and digits are those of the form. */
  boolean holds(Characters text) {
    return false;
  }

  /** Masks a text of the form in its place. */
  void mask(Characters text, KeyedSubstitution substitution) {
    throw new IllegalStateException(this + " masks every text alike");
  }

  /**
   * The form of a name.
   *
   * @throws IllegalArgumentException if there is none, naming the parameter {@code format}
   */
  public static MaskedForm of(String name) {
    for (MaskedForm form : values()) {
      if (form.lowerCase().equals(name)) {
        return form;
      }
    }
    throw new IllegalArgumentException(
        "format: must be one of "
            + Arrays.stream(values()).map(MaskedForm::lowerCase).collect(Collectors.joining(", "))
            + ", was '"
            + name
            + "'");
  }

  private String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Masks the first {@code length} bytes of a text in their place. */
  public void apply(byte[] text, int length, KeyedSubstitution substitution) {
    Characters characters = Characters.of(text, length);
    if (holds(characters)) {
      mask(characters, substitution);
      characters.writeTo(text);
      return;
    }
    int end = 0;
    while (end < length && text[end] != '@') {
      end++;
    }
    do {
      substitution.substitute(text, 0, end);
    } while (holds(Characters.of(text, length)));
  }
}
