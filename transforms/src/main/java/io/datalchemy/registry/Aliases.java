package io.datalchemy.registry;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ids of plans in version 0.2 that are other names of a generator: they take its parameters, fill
 * its column types and draw its values.
 */
final class Aliases {
  private static final String TABLE =
      """
      faker.address.raw.BuildingNumber = semantic.address.building_number
      faker.address.raw.CityName = semantic.address.city
      faker.address.raw.PostCode = semantic.address.postcode
      faker.address.raw.StateAbbr = semantic.address.state_abbr
      faker.address.raw.StateName = semantic.address.state
      faker.address.raw.ZipCode = semantic.address.zipcode
      faker.boolean.raw.Boolean = primitive.bool
      faker.chrono.raw.Date = primitive.date
      faker.chrono.raw.DateTime = primitive.timestamp
      faker.chrono.raw.DateTimeAfter = primitive.timestamp
      faker.chrono.raw.DateTimeBefore = primitive.timestamp
      faker.chrono.raw.DateTimeBetween = primitive.timestamp
      faker.chrono.raw.Duration = primitive.interval
      faker.chrono.raw.Time = primitive.time
      faker.color.raw.HexColor = semantic.color.hex
      faker.company.raw.CompanyName = semantic.company.name
      faker.internet.raw.FreeEmail = semantic.person.free_email
      faker.internet.raw.IPv4 = semantic.internet.ipv4
      faker.internet.raw.IPv6 = semantic.internet.ipv6
      faker.internet.raw.MACAddress = semantic.internet.mac
      faker.internet.raw.SafeEmail = semantic.person.email
      faker.internet.raw.Username = semantic.person.username
      faker.lorem.raw.Word = semantic.lorem.word
      faker.name.raw.FirstName = semantic.person.first_name
      faker.name.raw.LastName = semantic.person.last_name
      faker.name.raw.Name = semantic.person.name
      faker.phone_number.raw.CellNumber = semantic.person.cell
      faker.phone_number.raw.PhoneNumber = semantic.person.phone
      faker.time.raw.Date = primitive.date
      faker.time.raw.DateTime = primitive.timestamp
      faker.time.raw.DateTimeAfter = primitive.timestamp
      faker.time.raw.DateTimeBefore = primitive.timestamp
      faker.time.raw.DateTimeBetween = primitive.timestamp
      faker.time.raw.Duration = primitive.interval
      faker.time.raw.Time = primitive.time
      semantic.address.country = faker.address.raw.CountryName
      semantic.address.country_code = faker.address.raw.CountryCode
      semantic.address.secondary = faker.address.raw.SecondaryAddress
      semantic.address.secondary_type = faker.address.raw.SecondaryAddressType
      semantic.address.street_suffix = faker.address.raw.StreetSuffix
      semantic.address.timezone = faker.address.raw.TimeZone
      semantic.barcode.isbn10 = faker.barcode.raw.Isbn10
      semantic.barcode.isbn13 = faker.barcode.raw.Isbn13
      semantic.color.hsl = faker.color.raw.HslColor
      semantic.color.rgb = faker.color.raw.RgbColor
      semantic.company.bs = faker.company.raw.Bs
      semantic.company.bs_adj = faker.company.raw.BsAdj
      semantic.company.bs_noun = faker.company.raw.BsNoun
      semantic.company.bs_verb = faker.company.raw.BsVerb
      semantic.company.buzzword = faker.company.raw.Buzzword
      semantic.company.catch_phrase = faker.company.raw.CatchPhrase
      semantic.company.industry = faker.company.raw.Industry
      semantic.company.profession = faker.company.raw.Profession
      semantic.company.suffix = faker.company.raw.CompanySuffix
      semantic.finance.bic = faker.finance.raw.Bic
      semantic.finance.currency_name = faker.currency.raw.CurrencyName
      semantic.finance.currency_symbol = faker.currency.raw.CurrencySymbol
      semantic.finance.isin = faker.finance.raw.Isin
      semantic.http.status_code = faker.http.raw.RfcStatusCode
      semantic.internet.domain_suffix = faker.internet.raw.DomainSuffix
      semantic.internet.free_email_provider = faker.internet.raw.FreeEmailProvider
      semantic.internet.password = faker.internet.raw.Password
      semantic.internet.user_agent = faker.internet.raw.UserAgent
      semantic.markdown.bold = faker.markdown.raw.BoldWord
      semantic.markdown.italic = faker.markdown.raw.ItalicWord
      semantic.markdown.link = faker.markdown.raw.Link
      semantic.person.suffix = faker.name.raw.Suffix
      semantic.person.title = faker.name.raw.Title
      """;

  private Aliases() {}

  /** The aliases, each of one of these factories. */
  static List<GeneratorFactory> of(List<GeneratorFactory> factories) {
    Map<String, GeneratorFactory> byId = new LinkedHashMap<>();
    factories.forEach(factory -> byId.put(factory.declaration().id(), factory));
    List<GeneratorFactory> aliases = new ArrayList<>();
    TABLE.lines().map(line -> line.split(" = ")).forEach(pair -> aliases.add(alias(pair, byId)));
    return aliases;
  }

  private static GeneratorFactory alias(String[] pair, Map<String, GeneratorFactory> byId) {
    GeneratorFactory target = byId.get(pair[1]);
    if (target == null) {
      throw new IllegalStateException("alias " + pair[0] + ": there is no " + pair[1]);
    }
    GeneratorDeclaration of = target.declaration();
    return new Alias(
        new GeneratorDeclaration(
            pair[0],
            of.summary() + ": another name of " + of.id(),
            of.parameters(),
            of.produces(),
            of.piiTag(),
            of.outputVersion()),
        target);
  }

  private record Alias(GeneratorDeclaration declaration, GeneratorFactory target)
      implements GeneratorFactory {
    @Override
    public ValueGenerator create(GeneratorRequest request) {
      return target.create(request);
    }

    @Override
    public ValueGenerator create(GeneratorRequest request, PartMaker parts) {
      return target.create(request, parts);
    }
  }
}
