package io.datalchemy.generator.faker;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.DECIMAL;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;

import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.number.NumberRange;
import io.datalchemy.generator.text.CharsetText;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/** Parts of addresses and places on the globe. */
final class AddressFactories {
  private static final String MODULE = "address";

  /** The locale whose list has more than its own country. */
  private static final String EVERY_COUNTRY = "en_US";

  private static final String GEOHASH = "0123456789bcdefghjkmnpqrstuvwxyz";
  private static final int GEOHASH_CHARS = 9;
  private static final int TEXT_DECIMALS = 6;
  private static final Digits SECONDARY = new Digits(1, 999, 1);

  private AddressFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        words("CityPrefix", "What names of cities begin with", "address.city_prefix"),
        words("CitySuffix", "What names of cities end with", "address.city_suffix"),
        TextFactory.of(
            declare("CountryCode", "Countries by two letters"),
            locale -> Vocabulary.of(EVERY_COUNTRY, "address.country_code")),
        words("CountryName", "Countries", "address.country"),
        words("SecondaryAddressType", "Kinds of parts of a house", "address.secondary_type"),
        words("StreetSuffix", "Kinds of street", "address.street_suffix"),
        words("TimeZone", "Time zones", "address.time_zone"),
        TextFactory.of(
            declare("SecondaryAddress", "Parts of a house").pii("address"),
            locale -> Sequence.of(Vocabulary.of(locale, "address.secondary_type"), " ", SECONDARY)),
        TextFactory.of(
            declare("StreetName", "Streets without house numbers").pii("address"),
            AddressFactories::street),
        declare("Geohash", "Geohashes")
            .withDefault("precision", INTEGER, "9", "How many characters")
            .within(1, 12)
            .made(AddressFactories::geohash),
        degrees("Latitude", "Degrees north of the equator", 90),
        degrees("Longitude", "Degrees east of Greenwich", 180));
  }

  private static DeclarationBuilder declare(String name, String summary) {
    return TextFactory.declare(MODULE, name, summary);
  }

  private static GeneratorFactory words(String name, String summary, String topic) {
    return TextFactory.words(declare(name, summary), topic);
  }

  private static Piece street(String locale) {
    String folder = Vocabulary.isEnglish(locale) ? "english" : "brazil";
    return Dictionary.of(WordList.load(folder + "/streets.txt"));
  }

  private static ValueGenerator geohash(GeneratorRequest request) {
    int chars = Math.toIntExact(request.params().integer("precision").orElse((long) GEOHASH_CHARS));
    int[] characters = GEOHASH.codePoints().toArray();
    return TextGenerator.fitting(new CharsetText(characters, chars, chars), request);
  }

  private static GeneratorFactory degrees(String name, String summary, int most) {
    return declare(name, summary)
        .withDefault("min", DECIMAL, "-" + most, "The smallest value")
        .within(-most, most)
        .withDefault("max", DECIMAL, Integer.toString(most), "The largest value")
        .within(-most, most)
        .optional("scale", INTEGER, "Digits after the point; the column's, or 6 in a text")
        .within(0, 15)
        .produces(TypeFamily.DECIMAL, TypeFamily.FLOAT, TypeFamily.TEXT)
        .made(request -> NumberRange.decimal(withScale(request), -most, most));
  }

  /** Texts of six decimals, a tenth of a metre, where the column has room for them. */
  private static GeneratorRequest withScale(GeneratorRequest request) {
    Parameters params = request.params();
    boolean isOpen =
        !params.has("scale")
            && request.type().family() == TypeFamily.TEXT
            && request.maxChars() >= TEXT_DECIMALS + 5;
    return isOpen ? request.withParams(params.with("scale", TEXT_DECIMALS)) : request;
  }
}
