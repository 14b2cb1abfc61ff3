package io.datalchemy.generator.brazil;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.DECIMAL;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.number.NumberRange;
import io.datalchemy.generator.text.AsciiFolding;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.PersonNames;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/** Money, companies, products and their pages. */
final class CommerceFactories {
  private static final long MONEY_MIN = 10;
  private static final long MONEY_MAX = 10_000;

  private CommerceFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        DeclarationBuilder.of("semantic.br.money.brl", "Amounts in reais")
            .withDefault("min", DECIMAL, "10", "The smallest amount")
            .withDefault("max", DECIMAL, "10000", "The largest amount")
            .distributable()
            .produces(TypeFamily.DECIMAL, TypeFamily.INTEGER, TypeFamily.FLOAT, TypeFamily.TEXT)
            .made(CommerceFactories::money),
        text("semantic.br.company.name", "Companies", company()),
        text("semantic.br.product.name", "Products", product()),
        text("semantic.br.url", "Pages in reserved domains", url()));
  }

  private static GeneratorFactory text(String id, String summary, Piece piece) {
    return DeclarationBuilder.of(id, summary)
        .made(request -> TextGenerator.fitting(piece, request));
  }

  private static ValueGenerator money(GeneratorRequest request) {
    return request.type().family() == TypeFamily.TEXT
        ? MoneyText.generator(request, MONEY_MIN, MONEY_MAX)
        : NumberRange.decimal(request, MONEY_MIN, MONEY_MAX);
  }

  private static Piece company() {
    Dictionary owners = PersonNames.brazil().surnames();
    Dictionary sectors = Dictionary.of(WordList.load("brazil/company_sectors.txt"));
    Dictionary forms = Dictionary.of("Ltda", "S.A.", "ME", "EPP");
    return Sequence.of(owners, " & ", owners, " ", sectors, " ", forms);
  }

  private static Piece product() {
    Dictionary things = Dictionary.of(WordList.load("brazil/products.txt"));
    Dictionary lines = Dictionary.of(WordList.load("brazil/product_lines.txt"));
    return Sequence.of(things, " ", lines, " ", new Digits(100, 999, 1));
  }

  private static Piece url() {
    Dictionary sectors =
        Dictionary.of(WordList.load("brazil/company_sectors.txt")).map(AsciiFolding::fold);
    Dictionary things =
        Dictionary.of(WordList.load("brazil/products.txt"))
            .map(thing -> AsciiFolding.fold(thing).replace(' ', '-'));
    return Sequence.of(
        "https://", sectors, ".example.com/", things, "/", new Digits(1, 999_999, 1));
  }
}
