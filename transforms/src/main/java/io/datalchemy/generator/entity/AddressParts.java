package io.datalchemy.generator.entity;

import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.brazil.Phones;
import io.datalchemy.generator.place.City;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Literal;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.Variants;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.vector.ColumnVector;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of an address: all within one city, and on one street. */
final class AddressParts {
  private static final int CEP_CHARS = 9;
  private static final int LONGEST_STATE = 19;
  private static final int LEAST_CITY = 5;
  private static final long HOUSES = 2999;

  /** How far from its city's seat an address lies at most, in 0.00001 degrees: about 3 km. */
  private static final int SPREAD = 3000;

  private AddressParts() {}

  static Map<String, PartForm> all() {
    Map<String, PartForm> parts = new LinkedHashMap<>();
    parts.put("line", PartForm.text(11, "address", request -> street(request, true)));
    parts.put("street", PartForm.text(7, "address", request -> street(request, false)));
    parts.put("number", PartForm.text(4, "address", AddressParts::number).and(TypeFamily.INTEGER));
    parts.put("complement", PartForm.text(6, "address", AddressParts::complement));
    parts.put("neighborhood", PartForm.text(6, "address", AddressParts::neighborhood));
    parts.put("city", PartForm.text(LEAST_CITY, "city", AddressParts::city));
    parts.put("uf", PartForm.text(2, "state", request -> uf()));
    parts.put("state", PartForm.text(LONGEST_STATE, "state", request -> state()));
    parts.put("cep", PartForm.text(8, "postcode", AddressParts::cep).and(TypeFamily.INTEGER));
    parts.put("ddd", PartForm.text(2, "phone", AddressParts::ddd).and(TypeFamily.INTEGER));
    parts.put("phone", PartForm.text(11, "phone", AddressParts::phone));
    parts.put("ibge_code", PartForm.text(7, "city", AddressParts::code).and(TypeFamily.INTEGER));
    parts.put("latitude", coordinate(City::latitude));
    parts.put("longitude", coordinate(City::longitude));
    parts.put("country", PartForm.text(6, "country", request -> literal(new Literal("Brasil"))));
    return parts;
  }

  private static Part street(GeneratorRequest request, boolean isLine) {
    int numberRoom = isLine ? 6 : 0;
    Dictionary streets =
        Dictionary.of(WordList.load("brazil/streets.txt")).within(request.maxChars() - numberRoom);
    return Part.text(
        (facts, out) -> {
          streets.draw(facts.bits(Fact.STREET), out);
          if (isLine) {
            out.put(',');
            out.put(' ');
            out.putDigits(houseNumber(facts), 1);
          }
        });
  }

  private static Part number(GeneratorRequest request) {
    return Part.number(request.type(), 1, HOUSES, AddressParts::houseNumber);
  }

  private static long houseNumber(Facts facts) {
    return 1 + CellRandom.below(facts.bits(Fact.HOUSE_NUMBER), HOUSES);
  }

  private static Part complement(GeneratorRequest request) {
    Digits number = new Digits(1, 999, 1);
    Piece all =
        Variants.of(
            Sequence.of("Apto ", number),
            Sequence.of("Casa ", new Digits(1, 99, 1)),
            Sequence.of("Sala ", number),
            Sequence.of("Bloco ", new Digits(1, 9, 1)));
    Piece fitting = request.maxChars() < all.maxChars() ? all.within(request.maxChars()) : all;
    return Part.text((facts, out) -> fitting.draw(facts.own(), out));
  }

  private static Part neighborhood(GeneratorRequest request) {
    Dictionary all =
        Dictionary.of(WordList.load("brazil/neighborhoods.txt")).within(request.maxChars());
    return Part.text((facts, out) -> all.draw(facts.bits(Fact.NEIGHBORHOOD), out));
  }

  private static Part city(GeneratorRequest request) {
    int room = request.maxChars();
    return Part.text((facts, out) -> facts.city().putName(room, out));
  }

  private static Part uf() {
    return Part.text((facts, out) -> facts.city().state().putAbbreviation(out));
  }

  private static Part state() {
    return Part.text((facts, out) -> facts.city().state().putName(out));
  }

  private static Part cep(GeneratorRequest request) {
    if (request.type().family() == TypeFamily.INTEGER) {
      return Part.number(request.type(), 8, 99_999_999, facts -> facts.city().cep(facts.own()));
    }
    boolean isFormatted =
        request.params().bool("formatted").orElse(request.maxChars() >= CEP_CHARS);
    return Part.text(
        (facts, out) -> {
          int cep = facts.city().cep(facts.own());
          out.putDigits(cep / 1000, 5);
          separator('-', isFormatted, out);
          out.putDigits(cep % 1000, 3);
        });
  }

  private static void separator(int c, boolean isFormatted, ColumnVector out) {
    if (isFormatted) {
      out.put(c);
    }
  }

  private static Part ddd(GeneratorRequest request) {
    return Part.number(request.type(), 2, 99, facts -> facts.city().areaCode());
  }

  /** A phone of the city's area code; also of persons and companies. */
  static Part phone(GeneratorRequest request) {
    Phones.Format format = Phones.Format.of(request.params().text("format"), request.maxChars());
    if (format.chars() > request.maxChars()) {
      throw new IllegalArgumentException(
          "format: must fit " + request.maxChars() + " characters, has " + format.chars());
    }
    return Part.numbered(
        Phones.NUMBERS,
        (facts, out) -> format.put(facts.city().areaCode(), facts.number(Phones.NUMBERS), out));
  }

  private static Part code(GeneratorRequest request) {
    return Part.number(request.type(), 7, 9_999_999, facts -> facts.city().code());
  }

  private static PartForm coordinate(java.util.function.ToLongFunction<City> hundredths) {
    return PartForm.text(
            9,
            "address",
            request ->
                Part.degrees(
                    request.type(),
                    facts ->
                        hundredths.applyAsLong(facts.city()) * 1000
                            + CellRandom.below(facts.own(), 2 * SPREAD + 1L)
                            - SPREAD))
        .and(TypeFamily.DECIMAL, TypeFamily.FLOAT);
  }

  private static Part literal(Literal text) {
    return Part.text((facts, out) -> text.put(0, out));
  }
}
