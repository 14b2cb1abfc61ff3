package io.datalchemy.generator.semantic;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.generator.number.MomentRange;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.HexText;
import io.datalchemy.generator.text.NetworkAddresses;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.type.TypeFamily;
import java.util.List;
import java.util.function.Function;

/** The {@code semantic.*} generators that follow the locale, {@code pt_BR} or {@code en_US}. */
public final class SemanticGenerators implements GeneratorProvider {
  private static final String[] CURRENCIES = {"BRL", "USD", "EUR", "GBP", "ARS", "CLP", "JPY"};

  @Override
  public List<GeneratorFactory> factories() {
    return List.of(
        pii("person.name", "Whole names", "name", LocalePieces::name),
        pii("person.first_name", "First names", "first_name", LocalePieces::firstName),
        pii("person.last_name", "Surnames", "last_name", LocalePieces::lastName),
        pii("person.username", "Names to log in with", "username", LocalePieces::username),
        pii("person.email", "E-mail addresses in reserved domains", "email", LocalePieces::email),
        pii(
            "person.free_email",
            "E-mail addresses in reserved domains",
            "email",
            LocalePieces::email),
        pii("person.phone", "Phones that ring nobody", "phone", LocalePieces::phone),
        pii("person.cell", "Phones that ring nobody", "phone", LocalePieces::phone),
        pii("address.city", "Cities", "city", LocalePieces::city),
        pii("address.state", "States", "state", locale -> LocalePieces.state(locale, false)),
        pii(
            "address.state_abbr",
            "Short states",
            "state",
            locale -> LocalePieces.state(locale, true)),
        pii("address.street", "Streets with house numbers", "address", LocalePieces::street),
        pii("address.postcode", "Post codes", "postcode", LocalePieces::postcode),
        pii("address.zipcode", "Post codes", "postcode", LocalePieces::postcode),
        pii("address.building_number", "House numbers", "address", LocalePieces::houseNumber),
        text("company.name", "Companies", LocalePieces::company),
        text("lorem.word", "Filler words", locale -> Dictionary.of(WordList.load("lorem.txt"))),
        text("finance.currency_code", "Currencies", locale -> Dictionary.of(CURRENCIES)),
        text("color.hex", "Colours", locale -> Sequence.of("#", new HexText(3, 3))),
        address("internet.ipv4", TypeFamily.INET, NetworkAddresses.inet(false, false)),
        address("internet.ipv6", TypeFamily.INET, NetworkAddresses.inet(true, false)),
        address("internet.mac", TypeFamily.MACADDR, NetworkAddresses.hardware(false)),
        DeclarationBuilder.of("semantic.time.date", "Dates of the last five years")
            .produces(
                TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ, TypeFamily.TEXT)
            .made(MomentRange::dates),
        DeclarationBuilder.of("semantic.time.datetime", "Moments of the last five years")
            .produces(
                TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ, TypeFamily.DATE, TypeFamily.TEXT)
            .made(MomentRange::timestamps));
  }

  private static GeneratorFactory pii(
      String name, String summary, String tag, Function<String, Piece> piece) {
    return DeclarationBuilder.of("semantic." + name, summary)
        .pii(tag)
        .made(request -> TextGenerator.fitting(piece.apply(request.locale()), request));
  }

  private static GeneratorFactory text(String name, String summary, Function<String, Piece> piece) {
    return DeclarationBuilder.of("semantic." + name, summary)
        .made(request -> TextGenerator.fitting(piece.apply(request.locale()), request));
  }

  private static GeneratorFactory address(String name, TypeFamily family, Piece piece) {
    return DeclarationBuilder.of("semantic." + name, "Addresses of nobody's host")
        .pii("ip")
        .produces(TypeFamily.TEXT, family)
        .made(request -> TextGenerator.fitting(piece, request));
  }
}
