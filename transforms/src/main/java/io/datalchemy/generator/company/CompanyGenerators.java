package io.datalchemy.generator.company;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.brazil.BrazilGenerators;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.TextGenerator;
import java.util.List;
import java.util.function.Supplier;

/** The {@code semantic.br.*} generators of companies, what they do and what they sell. */
public final class CompanyGenerators implements GeneratorProvider {
  private static final int CODE_CHARS = 9;
  private static final long INVOICE = 55;
  private static final long CONSUMER_INVOICE = 65;

  @Override
  public List<GeneratorFactory> factories() {
    return List.of(
        text("semantic.br.company.name", "Legal names of companies", CompanyNames::legal),
        text("semantic.br.company.trade_name", "Trade names of companies", CompanyNames::trade),
        BrazilGenerators.formattable(
                DeclarationBuilder.of("semantic.br.cnae", "Codes of economic activities"))
            .made(
                request ->
                    BrazilGenerators.formatted(request, CODE_CHARS, Activities.brazil()::codes)),
        text("semantic.br.cnae.name", "Economic activities", () -> Activities.brazil().names()),
        DeclarationBuilder.of("semantic.br.product.name", "Products")
            .optional("category", TEXT, "One of those of semantic.br.product.category; else all")
            .made(CompanyGenerators::product),
        text(
            "semantic.br.product.category",
            "Categories of products",
            () -> Products.brazil().categories()),
        DeclarationBuilder.of(
                "semantic.br.nfe_key", "Access keys of invoices, with right check digits")
            .withDefault("model", INTEGER, "55", "55, or 65 for those to consumers")
            .made(CompanyGenerators::invoiceKey));
  }

  private static GeneratorFactory text(String id, String summary, Supplier<Piece> piece) {
    return DeclarationBuilder.of(id, summary)
        .made(request -> TextGenerator.fitting(piece.get(), request));
  }

  private static ValueGenerator product(GeneratorRequest request) {
    Products products = Products.brazil();
    List<String> things =
        request.params().text("category").map(products::of).orElseGet(products::all);
    return TextGenerator.fitting(Products.named(things), request);
  }

  private static ValueGenerator invoiceKey(GeneratorRequest request) {
    long model = request.params().integer("model").orElse(INVOICE);
    if (model != INVOICE && model != CONSUMER_INVOICE) {
      throw new IllegalArgumentException("model: must be 55 or 65, was " + model);
    }
    return TextGenerator.fitting(new InvoiceKey((int) model, request.asOf()), request);
  }
}
