package io.datalchemy.generator.faker;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;

import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.CharsetText;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.NetworkAddresses;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.Variants;
import io.datalchemy.type.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What browsers and servers send, and what people type into them. */
final class InternetFactories {
  private static final String MODULE = "internet";
  private static final int MIN_PASSWORD = 8;
  private static final int MAX_PASSWORD = 20;
  private static final int LONGEST_PASSWORD = 1000;
  private static final String TYPED =
      "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#$%&*+-=?@_";

  private InternetFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        TextFactory.words(
            TextFactory.declare(MODULE, "DomainSuffix", "Top-level domains"),
            "internet.domain_suffix"),
        TextFactory.of(
            TextFactory.declare(MODULE, "FreeEmailProvider", "Mail domains, of the reserved ones"),
            locale ->
                Dictionary.of(
                    Stream.of("", "mail.", "webmail.", "post.")
                        .flatMap(
                            host -> Stream.of("com", "net", "org").map(t -> host + "example." + t))
                        .toList())),
        TextFactory.declare(MODULE, "IP", "Addresses of nobody's host, of version 4 or 6")
            .pii("ip")
            .produces(TypeFamily.TEXT, TypeFamily.INET)
            .made(InternetFactories::address),
        TextFactory.declare(MODULE, "Password", "Passwords that nobody uses")
            .withDefault("min_len", INTEGER, "8", "How many characters at least")
            .within(1, LONGEST_PASSWORD)
            .withDefault("max_len", INTEGER, "20", "How many characters at most")
            .within(1, LONGEST_PASSWORD)
            .pii("password")
            .made(InternetFactories::password),
        TextFactory.of(
            TextFactory.declare(MODULE, "UserAgent", "What browsers call themselves"),
            InternetFactories::browsers));
  }

  private static ValueGenerator address(GeneratorRequest request) {
    return TextGenerator.fitting(
        Variants.of(NetworkAddresses.inet(false, false), NetworkAddresses.inet(true, false)),
        request);
  }

  private static ValueGenerator password(GeneratorRequest request) {
    int room = Math.min(request.maxChars(), LONGEST_PASSWORD);
    long asked = request.params().integer("min_len").orElse((long) Math.min(MIN_PASSWORD, room));
    long most = request.params().integer("max_len").orElse(Math.max(asked, MAX_PASSWORD));
    if (asked > most) {
      throw new IllegalArgumentException(
          "min_len: must not be above max_len, was " + asked + " with max_len " + most);
    }
    int max = (int) Math.min(most, Math.max(asked, room));
    int[] characters =
        (request.caseInsensitive()
                ? TYPED.codePoints().map(Character::toLowerCase)
                : TYPED.codePoints())
            .distinct()
            .toArray();
    return TextGenerator.fitting(new CharsetText(characters, (int) asked, max), request);
  }

  private static Dictionary browsers(String locale) {
    List<String> names = new ArrayList<>();
    for (String browser : List.of("chrome", "edge", "firefox", "mobile", "safari")) {
      names.addAll(Vocabulary.words(locale, "http.user_agent." + browser));
    }
    return Dictionary.of(names);
  }
}
