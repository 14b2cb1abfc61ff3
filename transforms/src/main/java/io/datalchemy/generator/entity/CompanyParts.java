package io.datalchemy.generator.entity;

import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.person.Surnames;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a company: called by its owners and by what it does, at a domain of that name within
 * one that is reserved (RFC 2606).
 */
final class CompanyParts {
  private static final int LEAST_NAME = 12;
  private static final byte[] MAILBOX = bytes("contato@");
  private static final byte[] SCHEME = bytes("https://");
  private static final byte[] DOMAIN = bytes(".example.com");

  private final Word[] owners;
  private final Dictionary ownerShares;
  private final Word[] sectors;
  private final Word[] forms;
  private final int room;

  private CompanyParts(int room) {
    this.room = room;
    ownerShares = Surnames.brazil().bare();
    owners = words(ownerShares.words());
    sectors = words(WordList.load("brazil/company_sectors.txt"));
    forms = words(List.of("Ltda", "S.A.", "ME", "EPP"));
  }

  static Map<String, PartForm> all() {
    Map<String, PartForm> parts = new LinkedHashMap<>();
    parts.put("name", PartForm.text(LEAST_NAME, "company", CompanyParts::name));
    parts.put("trade_name", PartForm.text(LEAST_NAME, "company", CompanyParts::tradeName));
    parts.put("email", PartForm.text(30, "email", request -> at(MAILBOX, request)));
    parts.put("url", PartForm.text(30, "url", request -> at(SCHEME, request)));
    parts.put("phone", PartForm.text(11, "phone", AddressParts::phone));
    return parts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Word[] words(List<String> texts) {
    return texts.stream().map(Word::new).toArray(Word[]::new);
  }

  private static Part name(GeneratorRequest request) {
    CompanyParts company = new CompanyParts(request.maxChars());
    return Part.text(company::putName);
  }

  private static Part tradeName(GeneratorRequest request) {
    CompanyParts company = new CompanyParts(request.maxChars());
    return Part.text(company::putTradeName);
  }

  /** An address whose host has the company's name, with a number where it must differ. */
  private static Part at(byte[] before, GeneratorRequest request) {
    int room = request.maxChars() - before.length - DOMAIN.length;
    CompanyParts company = new CompanyParts(Math.min(63, room));
    int digits = MailNames.digits(request, room - 2);
    return Part.numbered(
        PowersOfTen.of(digits),
        (facts, out) -> {
          out.put(before);
          company.putHost(facts, digits, out);
          out.put(DOMAIN);
        });
  }

  private Word owner(Facts facts) {
    return owners[ownerShares.indexFor(facts.bits(Fact.OWNERS))];
  }

  /** Another than the first. */
  private Word partner(Facts facts) {
    int first = ownerShares.indexFor(facts.bits(Fact.OWNERS));
    int second = ownerShares.indexFor(CellRandom.more(facts.bits(Fact.OWNERS), 1));
    return owners[second == first ? (first + 1) % owners.length : second];
  }

  private static Word pick(Word[] words, long bits) {
    return words[(int) CellRandom.below(bits, words.length)];
  }

  private Word sector(Facts facts) {
    return pick(sectors, facts.bits(Fact.SECTOR));
  }

  /** {@code Souza & Lima Transportes Ltda}, without the partner where there is no room. */
  private void putName(Facts facts, ColumnVector out) {
    Word form = pick(forms, facts.bits(Fact.LEGAL_FORM));
    int rest = room - putOwner(facts, out) - sector(facts).chars() - form.chars() - 2;
    if (partner(facts).chars() + 3 <= rest) {
      out.put(' ');
      out.put('&');
      out.put(' ');
      partner(facts).put(rest, out);
      rest -= partner(facts).chars() + 3;
    }
    if (rest >= 0) {
      out.put(' ');
      sector(facts).put(room, out);
      out.put(' ');
      form.put(room, out);
    }
  }

  /** {@code Souza Transportes}. */
  private void putTradeName(Facts facts, ColumnVector out) {
    int rest = room - putOwner(facts, out) - 1;
    if (sector(facts).chars() <= rest) {
      out.put(' ');
      sector(facts).put(rest, out);
    }
  }

  private int putOwner(Facts facts, ColumnVector out) {
    Word owner = owner(facts);
    owner.put(room, out);
    return Math.min(room, owner.chars());
  }

  private void putHost(Facts facts, int digits, ColumnVector out) {
    int letters = facts.isNumbered() ? room - digits : room;
    owner(facts).putFolded(letters, out);
    int rest = letters - owner(facts).foldedChars();
    if (sector(facts).foldedChars() <= rest) {
      sector(facts).putFolded(rest, out);
    }
    if (facts.isNumbered()) {
      out.putDigits(facts.number(1), 1);
    }
  }
}
