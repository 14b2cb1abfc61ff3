package io.datalchemy.generator.brazil;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.BOOLEAN;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.TextGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The {@code semantic.br.*} generators. */
public final class BrazilGenerators implements GeneratorProvider {
  @Override
  public List<GeneratorFactory> factories() {
    List<GeneratorFactory> all = new ArrayList<>();
    all.addAll(PersonFactories.all());
    all.addAll(documents());
    all.addAll(PlaceFactories.all());
    all.addAll(CommerceFactories.all());
    return all;
  }

  private static List<GeneratorFactory> documents() {
    return List.of(
        document("semantic.br.cpf", "CPFs with right check digits", "cpf")
            .made(request -> formatted(request, Documents.CPF_CHARS, Documents::cpf)),
        document("semantic.br.cnpj", "CNPJs with right check digits", "cnpj")
            .withDefault(
                "alphanumeric", BOOLEAN, "false", "Digits and letters, as issued since July 2026")
            .withDefault(
                "branches",
                INTEGER,
                "1",
                "The highest branch number, 9999 at most, with letters 1679615")
            .made(BrazilGenerators::cnpj),
        document("semantic.br.rg", "Identity cards of São Paulo's form", "rg")
            .made(request -> formatted(request, Documents.RG_CHARS, Documents::rg)),
        document("semantic.br.pis", "PIS and PASEP numbers with right check digits", "pis")
            .made(request -> formatted(request, Documents.PIS_CHARS, Documents::pis)),
        plain(
            "semantic.br.cnh", "Driving licences with right check digits", Documents::cnh, "cnh"));
  }

  private static DeclarationBuilder document(String id, String summary, String tag) {
    return formattable(DeclarationBuilder.of(id, summary)).pii(tag);
  }

  /** Adds the parameter that says whether separators are written. */
  public static DeclarationBuilder formattable(DeclarationBuilder declaration) {
    return declaration.optional(
        "formatted", BOOLEAN, "With separators; if left out, where the column has room for them");
  }

  /** A text generator without parameters. */
  public static GeneratorFactory plain(
      String id, String summary, Supplier<Piece> piece, String tag) {
    return DeclarationBuilder.of(id, summary)
        .pii(tag)
        .made(request -> TextGenerator.fitting(piece.get(), request));
  }

  /** Texts with or without separators, by parameter or by the column's room. */
  public static ValueGenerator formatted(
      GeneratorRequest request, int formattedChars, Function<Boolean, Piece> piece) {
    boolean isFormatted =
        request.params().bool("formatted").orElse(request.maxChars() >= formattedChars);
    return TextGenerator.fitting(piece.apply(isFormatted), request);
  }

  private static ValueGenerator cnpj(GeneratorRequest request) {
    boolean isAlphanumeric = request.params().bool("alphanumeric").orElse(false);
    long branches = request.params().integer("branches").orElse(1L);
    long most = Cnpj.maxBranches(isAlphanumeric);
    if (branches < 1 || branches > most) {
      throw new IllegalArgumentException(
          "branches: must be from 1 to " + most + ", was " + branches);
    }
    return formatted(
        request, Documents.CNPJ_CHARS, isIn -> new Cnpj(isAlphanumeric, branches, isIn));
  }
}
