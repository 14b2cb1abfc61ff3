package io.datalchemy.generator.brazil;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.NetworkAddresses;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/** Places and addresses, of streets and of hosts. */
final class PlaceFactories {
  private static final int CEP_CHARS = 9;

  private PlaceFactories() {}

  static List<GeneratorFactory> all() {
    Places places = Places.brazil();
    Dictionary neighborhoods = Dictionary.of(WordList.load("brazil/neighborhoods.txt"));
    return List.of(
        BrazilGenerators.formattable(
                DeclarationBuilder.of("semantic.br.cep", "CEPs of existing ranges"))
            .pii("postcode")
            .made(request -> BrazilGenerators.formatted(request, CEP_CHARS, places::ceps)),
        BrazilGenerators.plain("semantic.br.uf", "States by two letters", places::states, "state"),
        BrazilGenerators.plain("semantic.br.city", "Cities", places::cities, "city"),
        BrazilGenerators.plain(
            "semantic.br.neighborhood", "Neighbourhoods", () -> neighborhoods, "address"),
        DeclarationBuilder.of("semantic.br.ip", "Private network addresses")
            .pii("ip")
            .produces(TypeFamily.TEXT, TypeFamily.INET)
            .made(request -> TextGenerator.fitting(NetworkAddresses.inet(false, false), request)));
  }
}
