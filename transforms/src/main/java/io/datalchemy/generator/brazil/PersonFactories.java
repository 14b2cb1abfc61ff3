package io.datalchemy.generator.brazil;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.person.PersonNames;
import io.datalchemy.generator.text.TextGenerator;
import java.util.List;

/** Names, e-mail addresses and phones. */
final class PersonFactories {
  private PersonFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        BrazilGenerators.plain(
            "semantic.br.name", "Whole names", () -> PersonNames.brazil().full(), "name"),
        BrazilGenerators.plain(
            "semantic.br.first_name",
            "First names",
            () -> PersonNames.brazil().firstNames(),
            "first_name"),
        BrazilGenerators.plain(
            "semantic.br.last_name",
            "Surnames",
            () -> PersonNames.brazil().families().written(),
            "last_name"),
        BrazilGenerators.plain(
            "semantic.br.email.safe",
            "E-mail addresses in reserved domains",
            () -> PersonNames.brazil().email(),
            "email"),
        DeclarationBuilder.of("semantic.br.phone", "Mobile numbers of a block that is not allotted")
            .optional(
                "format", TEXT, "national, digits or e164; if left out, national where it fits")
            .pii("phone")
            .made(PersonFactories::phone));
  }

  private static ValueGenerator phone(GeneratorRequest request) {
    String format =
        request
            .params()
            .text("format")
            .orElse(request.maxChars() >= Phones.NATIONAL_CHARS ? "national" : "digits");
    return TextGenerator.fitting(Phones.of(format), request);
  }
}
