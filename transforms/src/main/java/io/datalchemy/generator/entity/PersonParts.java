package io.datalchemy.generator.entity;

import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.brazil.RegionalCpf;
import io.datalchemy.generator.person.Sex;
import io.datalchemy.generator.text.Literal;
import io.datalchemy.type.TypeFamily;
import io.datalchemy.vector.ColumnVector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The parts of a person: all of one who has a sex, a day of birth, parents and a place. */
final class PersonParts {
  private static final int LEAST_NAME = 8;
  private static final long MOST_CPF = 99_999_999_999L;
  private static final long CPFS = RegionalCpf.NUMBERS;

  private PersonParts() {}

  static Map<String, PartForm> all() {
    Map<String, PartForm> parts = new LinkedHashMap<>();
    parts.put("name", PartForm.text(LEAST_NAME, "name", PersonParts::name));
    parts.put("first_name", PartForm.text(LEAST_NAME, "first_name", PersonParts::firstName));
    parts.put("last_name", PartForm.text(LEAST_NAME, "last_name", PersonParts::lastName));
    parts.put("sex", PartForm.text(1, "sex", PersonParts::sex));
    parts.put(
        "birth_date",
        new PartForm(Set.of(TypeFamily.DATE), 0, "birth_date", request -> birthDate()));
    parts.put("cpf", PartForm.text(11, "cpf", PersonParts::cpf).and(TypeFamily.INTEGER));
    parts.put("email", PartForm.text(MailNames.LEAST_ADDRESS, "email", MailNames::address));
    parts.put("phone", PartForm.text(11, "phone", AddressParts::phone));
    parts.put("username", PartForm.text(MailNames.LEAST_NAME, "username", MailNames::login));
    parts.put("mother_name", PartForm.text(LEAST_NAME, "name", r -> parent(r, Sex.FEMALE)));
    parts.put("father_name", PartForm.text(LEAST_NAME, "name", r -> parent(r, Sex.MALE)));
    return parts;
  }

  private static Part name(GeneratorRequest request) {
    Names names = Names.brazil();
    int room = request.maxChars();
    return Part.text(
        (facts, out) -> {
          Word last = names.last(facts);
          int rest = room - last.chars() - 1;
          Word given = names.given(facts);
          if (given.chars() > rest) {
            putShort(names.first(facts), last, room, out);
            return;
          }
          given.put(room, out);
          out.put(' ');
          rest -= given.chars() + 1;
          if (names.hasMiddle(facts) && names.middle(facts).chars() <= rest) {
            names.middle(facts).put(rest, out);
            out.put(' ');
          }
          last.put(room, out);
        });
  }

  /** Two words where there is room for them, else as much of the first as there is. */
  private static void putShort(Word first, Word last, int room, ColumnVector out) {
    first.put(room, out);
    if (first.chars() + 1 + last.chars() <= room) {
      out.put(' ');
      last.put(room, out);
    }
  }

  private static Part firstName(GeneratorRequest request) {
    Names names = Names.brazil();
    int room = request.maxChars();
    return Part.text(
        (facts, out) -> {
          Word given = names.given(facts);
          (given.chars() <= room ? given : names.first(facts)).put(room, out);
        });
  }

  private static Part lastName(GeneratorRequest request) {
    Names names = Names.brazil();
    int room = request.maxChars();
    return Part.text(
        (facts, out) -> {
          Word last = names.last(facts);
          int rest = room - last.chars() - 1;
          if (names.hasMiddle(facts) && names.middle(facts).chars() <= rest) {
            names.middle(facts).put(rest, out);
            out.put(' ');
          }
          last.put(room, out);
        });
  }

  /** The child's name has the mother's surname and then the father's, and so have theirs. */
  private static Part parent(GeneratorRequest request, Sex sex) {
    Names names = Names.brazil();
    Function<Facts, Word> surname = sex == Sex.FEMALE ? names::middle : names::last;
    int room = request.maxChars();
    return Part.text(
        (facts, out) -> putShort(names.parent(facts, sex), surname.apply(facts), room, out));
  }

  private static Part sex(GeneratorRequest request) {
    List<String> values = request.params().texts("values");
    if (!values.isEmpty() && values.size() != 2) {
      throw new IllegalArgumentException(
          "values: must be two, for women and for men, were " + values.size());
    }
    boolean isShort = request.maxChars() < "masculino".length();
    Literal female = new Literal(values.isEmpty() ? isShort ? "F" : "feminino" : values.get(0));
    Literal male = new Literal(values.isEmpty() ? isShort ? "M" : "masculino" : values.get(1));
    int longest = Math.max(female.maxChars(), male.maxChars());
    if (longest > request.maxChars()) {
      throw new IllegalArgumentException(
          "values: must fit " + request.maxChars() + " characters, one has " + longest);
    }
    return Part.text((facts, out) -> (facts.sex() == Sex.FEMALE ? female : male).put(0, out));
  }

  private static Part birthDate() {
    return new Part(0, (facts, out, i) -> out.setLong(i, facts.birthDay()));
  }

  private static Part cpf(GeneratorRequest request) {
    if (request.type().family() == TypeFamily.INTEGER) {
      Part number =
          Part.number(request.type(), 11, MOST_CPF, facts -> RegionalCpf.digits(cpfBase(facts)));
      return new Part(CPFS, number.writer());
    }
    boolean isFormatted =
        request
            .params()
            .bool("formatted")
            .orElse(request.maxChars() >= RegionalCpf.FORMATTED_CHARS);
    if (isFormatted && request.maxChars() < RegionalCpf.FORMATTED_CHARS) {
      throw new IllegalArgumentException(
          "formatted: must fit " + request.maxChars() + " characters, has 14");
    }
    return Part.numbered(CPFS, (facts, out) -> RegionalCpf.put(cpfBase(facts), isFormatted, out));
  }

  private static long cpfBase(Facts facts) {
    return RegionalCpf.base(facts.number(CPFS), facts.city().state().taxRegion());
  }
}
