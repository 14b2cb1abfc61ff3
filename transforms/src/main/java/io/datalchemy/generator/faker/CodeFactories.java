package io.datalchemy.generator.faker;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.choice.ChoiceGenerator;
import io.datalchemy.generator.notation.ArticleNumber;
import io.datalchemy.generator.number.NumberRange;
import io.datalchemy.generator.text.CharsetText;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.Variants;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/** Codes of books, banks, securities, cards, money and web servers. */
final class CodeFactories {
  private static final TypeFamily[] NUMBERS = {
    TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT, TypeFamily.TEXT
  };
  private static final int[] LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".codePoints().toArray();

  /** The registry of the IANA, "Hypertext Transfer Protocol (HTTP) Status Code Registry". */
  private static final List<String> REGISTERED =
      List.of(
          "100 101 102 103 200 201 202 203 204 205 206 207 208 226 300 301 302 303 304 305 307 308"
              .concat(" 400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416 417")
              .concat(" 421 422 423 424 425 426 428 429 431 451 500 501 502 503 504 505 506 507")
              .concat(" 508 510 511")
              .split(" "));

  private CodeFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        TextFactory.of(barcode("Isbn", "Book numbers of ten or thirteen digits"), l -> isbn(l)),
        TextFactory.of(barcode("Isbn10", "Book numbers of ten digits"), l -> new Isbn10(group(l))),
        TextFactory.of(
            barcode("Isbn13", "Book numbers of thirteen digits"),
            l -> new ArticleNumber("978" + group(l), "")),
        TextFactory.of(
            TextFactory.declare("finance", "Bic", "Banks' codes, of the kind kept for tests"),
            CodeFactories::bic),
        TextFactory.of(
            TextFactory.declare("finance", "Isin", "Securities' numbers with right check digits"),
            locale -> new Isin(country(locale))),
        TextFactory.declare(
                "creditcard",
                "CreditCardNumber",
                "Card numbers that begin as the networks' published test cards do")
            .optional("network", TEXT, "visa, mastercard, amex or discover; any if left out")
            .pii("card")
            .made(request -> TextGenerator.fitting(card(request), request)),
        currency("CurrencyCode", "Currencies by three letters", "currency.code"),
        currency("CurrencyName", "Currencies", "currency.name"),
        currency("CurrencySymbol", "Signs of currencies", "currency.symbol"),
        TextFactory.declare("number", "Digit", "Digits")
            .produces(NUMBERS)
            .made(request -> NumberRange.whole(request, 0, 9)),
        TextFactory.declare("http", "RfcStatusCode", "Registered status codes of web servers")
            .produces(NUMBERS)
            .made(CodeFactories::registered),
        TextFactory.declare("http", "ValidStatusCode", "Status codes, registered or not")
            .produces(NUMBERS)
            .made(request -> NumberRange.whole(request, 100, 599)));
  }

  private static DeclarationBuilder barcode(String name, String summary) {
    return TextFactory.declare("barcode", name, summary + ", with right check digits");
  }

  private static GeneratorFactory currency(String name, String summary, String topic) {
    return TextFactory.words(TextFactory.declare("currency", name, summary), topic);
  }

  private static Piece isbn(String locale) {
    return Variants.of(new Isbn10(group(locale)), new ArticleNumber("978" + group(locale), ""));
  }

  /** The agency's group: Brazil, or English. */
  private static String group(String locale) {
    return Vocabulary.isEnglish(locale) ? "1" : "85";
  }

  private static String country(String locale) {
    return Vocabulary.isEnglish(locale) ? "US" : "BR";
  }

  /** Codes whose location ends in 0 are those of test and training systems (ISO 9362). */
  private static Piece bic(String locale) {
    return Sequence.of(
        new CharsetText(LETTERS, 4, 4), country(locale), new CharsetText(LETTERS, 1, 1), "0");
  }

  private static Piece card(GeneratorRequest request) {
    Piece visa = Variants.of(new CardNumber(400_000, 16), new CardNumber(411_111, 16));
    Piece mastercard = Variants.of(new CardNumber(510_510, 16), new CardNumber(555_555, 16));
    Piece amex = Variants.of(new CardNumber(371_449, 15), new CardNumber(378_282, 15));
    Piece discover = Variants.of(new CardNumber(601_100, 16), new CardNumber(601_111, 16));
    String network = request.params().text("network").orElse("any");
    return switch (network) {
      case "any" -> Variants.of(visa, mastercard, amex, discover);
      case "visa" -> visa;
      case "mastercard" -> mastercard;
      case "amex" -> amex;
      case "discover" -> discover;
      default ->
          throw new IllegalArgumentException(
              "network: must be visa, mastercard, amex or discover, was '" + network + "'");
    };
  }

  private static ValueGenerator registered(GeneratorRequest request) {
    return request.type().family() == TypeFamily.TEXT
        ? TextGenerator.fitting(Dictionary.of(REGISTERED), request)
        : ChoiceGenerator.of("type", REGISTERED, request.type(), false);
  }
}
