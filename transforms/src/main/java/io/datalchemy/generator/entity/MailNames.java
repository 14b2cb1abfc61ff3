package io.datalchemy.generator.entity;

import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.random.CellRandom;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.vector.ColumnVector;
import java.nio.charset.StandardCharsets;

/**
 * Names to log in with and e-mail addresses, of the first and the last word of a name without
 * accents, and a number behind them: {@code maria.silva7}.
 *
 * <p>What does not fit is cut from the name, never from the number, which tells rows apart.
 */
final class MailNames {
  /** The characters of the longest reserved domain with its sign, and of the shortest name. */
  static final int LEAST_ADDRESS = 20;

  /** The characters of a login name at least. */
  static final int LEAST_NAME = 8;

  private static final int MOST_LOCAL = 64;
  private static final int MOST_DIGITS = 9;
  private static final int LEAST_LETTERS = 5;
  private static final long USUAL_NUMBERS = 1000;
  private static final byte[][] DOMAINS = {
    bytes("@example.com"), bytes("@example.org"), bytes("@example.net")
  };

  private MailNames() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static Part address(GeneratorRequest request) {
    int room = Math.min(MOST_LOCAL, request.maxChars() - DOMAINS[0].length);
    int digits = digits(request, room - LEAST_LETTERS + 2);
    return Part.numbered(
        PowersOfTen.of(digits),
        (facts, out) -> {
          put(facts, room, digits, out);
          int domain = (int) CellRandom.below(facts.bits(Fact.MAIL_DOMAIN), DOMAINS.length);
          out.put(DOMAINS[domain]);
        });
  }

  static Part login(GeneratorRequest request) {
    int room = Math.min(MOST_LOCAL, request.maxChars());
    int digits = digits(request, room - LEAST_LETTERS + 2);
    return Part.numbered(PowersOfTen.of(digits), (facts, out) -> put(facts, room, digits, out));
  }

  /** The digits that tell rows apart: so many as the call asks for, or as there is room for. */
  static int digits(GeneratorRequest request, int room) {
    int most = Math.min(MOST_DIGITS, room);
    long asked = request.params().integer("digits").orElse((long) most);
    if (asked < 1 || asked > most) {
      throw new IllegalArgumentException("digits: must be from 1 to " + most + ", was " + asked);
    }
    return (int) asked;
  }

  private static void put(Facts facts, int room, int digits, ColumnVector out) {
    Names names = Names.brazil();
    Word first = names.first(facts);
    Word last = names.last(facts);
    int reserved = facts.isNumbered() ? digits : 3;
    int letters = room - reserved;
    first.putFolded(letters, out);
    int rest = letters - first.foldedChars() - 1;
    if (rest > 0) {
      out.put('.');
      last.putFolded(rest, out);
    }
    out.putDigits(facts.number(Math.min(USUAL_NUMBERS, PowersOfTen.of(digits))), 1);
  }
}
