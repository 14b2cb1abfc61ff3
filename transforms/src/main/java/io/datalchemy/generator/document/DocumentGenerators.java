package io.datalchemy.generator.document;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.DECIMAL;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.brazil.BrazilGenerators;
import io.datalchemy.generator.text.Literal;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Variants;
import java.math.BigDecimal;
import java.util.List;

/** The {@code semantic.br.*} documents of voters, patients, vehicles and taxpayers. */
public final class DocumentGenerators implements GeneratorProvider {
  @Override
  public List<GeneratorFactory> factories() {
    return List.of(
        BrazilGenerators.formattable(
                DeclarationBuilder.of(
                        "semantic.br.titulo_eleitor", "Voters' titles with right check digits")
                    .optional("uf", TEXT, "The state; if left out, all by their voters"))
            .pii("voter_title")
            .made(DocumentGenerators::voterTitle),
        BrazilGenerators.formattable(
                DeclarationBuilder.of("semantic.br.cns", "Health cards with right check digits"))
            .pii("cns")
            .made(
                request ->
                    BrazilGenerators.formatted(
                        request, HealthCard.FORMATTED_CHARS, HealthCard::of)),
        BrazilGenerators.plain(
            "semantic.br.renavam",
            "Vehicle registrations with right check digits",
            Vehicles::renavam,
            "renavam"),
        BrazilGenerators.formattable(
                DeclarationBuilder.of("semantic.br.plate", "Number plates")
                    .withDefault("style", TEXT, "mercosul", "mercosul, old or mixed"))
            .pii("plate")
            .made(DocumentGenerators::plate),
        BrazilGenerators.formattable(
                DeclarationBuilder.of(
                        "semantic.br.inscricao_estadual",
                        "Registrations with a state's tax office, with right check digits")
                    .withDefault("uf", TEXT, "SP", "SP, RJ, RS, PR, SC, PE, CE or ES")
                    .withDefault("exempt_rate", DECIMAL, "0", "The share of ISENTO, from 0 to 1"))
            .pii("state_registration")
            .made(DocumentGenerators::registration));
  }

  private static ValueGenerator voterTitle(GeneratorRequest request) {
    return BrazilGenerators.formatted(
        request,
        VoterTitle.FORMATTED_CHARS,
        isFormatted ->
            request
                .params()
                .text("uf")
                .map(state -> VoterTitle.of(state, isFormatted))
                .orElseGet(() -> VoterTitle.ofAll(isFormatted)));
  }

  private static ValueGenerator plate(GeneratorRequest request) {
    String style = request.params().text("style").orElse("mercosul");
    return BrazilGenerators.formatted(
        request, Vehicles.OLD_PLATE_CHARS, hasHyphen -> Vehicles.plates(style, hasHyphen));
  }

  private static ValueGenerator registration(GeneratorRequest request) {
    String state = request.params().text("uf").orElse("SP");
    double exempt = request.params().decimal("exempt_rate").orElse(BigDecimal.ZERO).doubleValue();
    if (exempt < 0 || exempt > 1) {
      throw new IllegalArgumentException("exempt_rate: must be from 0 to 1, was " + exempt);
    }
    return BrazilGenerators.formatted(
        request,
        StateRegistration.FORMATTED_CHARS,
        isFormatted -> withExempt(StateRegistration.of(state, isFormatted), exempt));
  }

  private static Piece withExempt(Piece numbers, double exempt) {
    return exempt == 0
        ? numbers
        : Variants.weighted(new double[] {1 - exempt, exempt}, numbers, new Literal("ISENTO"));
  }
}
