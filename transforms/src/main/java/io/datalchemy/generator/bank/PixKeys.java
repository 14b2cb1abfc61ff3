package io.datalchemy.generator.bank;

import io.datalchemy.generator.brazil.Cnpj;
import io.datalchemy.generator.brazil.Documents;
import io.datalchemy.generator.brazil.Phones;
import io.datalchemy.generator.person.PersonNames;
import io.datalchemy.generator.primitive.UuidText;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Variants;

/**
 * Keys of the instant payment system (Banco Central, "Manual operacional do DICT"): CPF and CNPJ
 * without separators, phones with +55, e-mail addresses in lower case, and random keys, which are
 * UUIDs of version 4.
 */
final class PixKeys {
  /** Shares of the kinds of keys: our estimates, of no published table. */
  private static final double[] SHARES = {24, 3, 18, 14, 41};

  private PixKeys() {}

  /** Keys of one kind. */
  static Piece of(String type) {
    return switch (type) {
      case "cpf" -> Documents.cpf(false);
      case "cnpj" -> new Cnpj(false, 1, false);
      case "phone" -> Phones.of("e164");
      case "email" -> PersonNames.brazil().email();
      case "random" -> new UuidText(true);
      default ->
          throw new IllegalArgumentException(
              "type: must be cpf, cnpj, phone, email or random, was '" + type + "'");
    };
  }

  /** Keys of all kinds, each as usual as it is. */
  static Piece mixed() {
    return Variants.weighted(SHARES, of("cpf"), of("cnpj"), of("phone"), of("email"), of("random"));
  }
}
