package io.datalchemy.generator.bank;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.BOOLEAN;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.brazil.BrazilGenerators;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.TextGenerator;
import java.util.List;

/** The {@code semantic.br.*} generators of banks and payments. */
public final class BankGenerators implements GeneratorProvider {
  private static final long BRANCHES = 9999;
  private static final int BRANCH_DIGITS = 4;
  private static final int BRANCH_CHARS = 6;
  private static final long FIRST_ACCOUNT = 10_000;
  private static final long LAST_ACCOUNT = 99_999_999;
  private static final int ACCOUNT_CHARS = 10;

  @Override
  public List<GeneratorFactory> factories() {
    return List.of(
        DeclarationBuilder.of("semantic.br.bank.code", "Clearing codes of banks")
            .made(request -> TextGenerator.fitting(Banks.brazil().codeDictionary(), request)),
        DeclarationBuilder.of("semantic.br.bank.name", "Banks")
            .made(request -> TextGenerator.fitting(Banks.brazil().nameDictionary(), request)),
        BrazilGenerators.formattable(
                DeclarationBuilder.of("semantic.br.bank.agency", "Bank branches")
                    .withDefault("digit", BOOLEAN, "false", "With a check digit"))
            .pii("bank_account")
            .made(BankGenerators::branch),
        BrazilGenerators.formattable(
                DeclarationBuilder.of(
                    "semantic.br.bank.account", "Bank accounts with right check digits"))
            .pii("bank_account")
            .made(
                request ->
                    BrazilGenerators.formatted(
                        request,
                        ACCOUNT_CHARS,
                        hasHyphen -> new CheckedNumber(FIRST_ACCOUNT, LAST_ACCOUNT, 1, hasHyphen))),
        DeclarationBuilder.of("semantic.br.pix_key", "PIX keys")
            .optional("type", TEXT, "cpf, cnpj, phone, email or random; all if left out")
            .pii("pix_key")
            .made(BankGenerators::pixKey),
        BrazilGenerators.formattable(
                DeclarationBuilder.of(
                    "semantic.br.boleto", "Lines of boletos to type, with right check digits"))
            .made(BankGenerators::line),
        DeclarationBuilder.of(
                "semantic.br.boleto.barcode", "Bar codes of boletos, with right check digits")
            .made(request -> boleto(request, Boleto.Form.BAR_CODE)));
  }

  private static ValueGenerator branch(GeneratorRequest request) {
    if (!request.params().bool("digit").orElse(false)) {
      return TextGenerator.fitting(new Digits(1, BRANCHES, BRANCH_DIGITS), request);
    }
    return BrazilGenerators.formatted(
        request,
        BRANCH_CHARS,
        hasHyphen -> new CheckedNumber(1, BRANCHES, BRANCH_DIGITS, hasHyphen));
  }

  private static ValueGenerator pixKey(GeneratorRequest request) {
    return TextGenerator.fitting(
        request.params().text("type").map(PixKeys::of).orElseGet(PixKeys::mixed), request);
  }

  private static ValueGenerator line(GeneratorRequest request) {
    boolean isFormatted =
        request.params().bool("formatted").orElse(request.maxChars() >= Boleto.FORMATTED_CHARS);
    return boleto(request, isFormatted ? Boleto.Form.FORMATTED_LINE : Boleto.Form.LINE);
  }

  private static ValueGenerator boleto(GeneratorRequest request, Boleto.Form form) {
    return TextGenerator.fitting(
        new Boleto(Banks.brazil().numbers(), request.asOf(), form), request);
  }
}
