package io.datalchemy.generator.company;

import io.datalchemy.generator.person.Surnames;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import io.datalchemy.generator.text.WordList;

/** Names of companies: the legal one of owners, activity and form, and the one over the door. */
final class CompanyNames {
  private CompanyNames() {}

  /** Legal names, razão social, such as Lopes & Andrade Comércio de Tecidos Ltda. */
  static Piece legal() {
    Dictionary owners = Surnames.brazil().bare();
    return Sequence.of(
        owners,
        " & ",
        owners,
        " ",
        Activities.brazil().legalWords(),
        " ",
        Dictionary.of("Ltda", "S.A.", "ME", "EPP"));
  }

  /**
   * Trade names, nome fantasia, such as Padaria Boa Vista, Padaria Andrade or Padaria Sá & Leal.
   */
  static Piece trade() {
    Dictionary kinds = Activities.brazil().tradeWords();
    Dictionary owners = Surnames.brazil().bare();
    return Variants.weighted(
        new double[] {6, 3, 1},
        Sequence.of(kinds, " ", Dictionary.of(WordList.load("brazil/trade_names.txt"))),
        Sequence.of(kinds, " ", owners),
        Sequence.of(kinds, " ", owners, " & ", owners));
  }
}
