package io.datalchemy.generator.entity;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.BOOLEAN;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.COLUMNS;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.LIST;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorFactory.GeneratorProvider;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.type.TypeFamily;
import java.util.List;
import java.util.Map;

/** The generators of records: {@code semantic.br.person}, {@code .company} and {@code .address}. */
public final class EntityGenerators implements GeneratorProvider {
  private static final Digits HOUSE_NUMBER = new Digits(1, 2999, 1);

  @Override
  public List<GeneratorFactory> factories() {
    return List.of(address(), person(), company());
  }

  private static GeneratorFactory address() {
    Map<String, PartForm> parts = AddressParts.all();
    DeclarationBuilder declaration =
        DeclarationBuilder.of(
                "semantic.br.address",
                "A part of an address that agrees with its others; a street with a house number"
                    + " where no part is named")
            .optional("part", TEXT, "Which part: " + names(parts));
    return new RecordFactory(
        common(declaration)
            .optional("formatted", BOOLEAN, "Of a CEP: with a hyphen")
            .optional("format", TEXT, "Of a phone: national, digits or e164")
            .pii("address")
            .produces(TypeFamily.TEXT, TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT)
            .declared(),
        parts,
        EntityGenerators::streetWithNumber);
  }

  private static GeneratorFactory person() {
    Map<String, PartForm> parts = PersonParts.all();
    DeclarationBuilder declaration =
        DeclarationBuilder.of(
                "semantic.br.person", "A part of a person that agrees with the person's others")
            .withDefault("part", TEXT, "name", "Which part: " + names(parts));
    return new RecordFactory(
        common(declaration)
            .optional("formatted", BOOLEAN, "Of a CPF: with dots and a hyphen")
            .optional("format", TEXT, "Of a phone: national, digits or e164")
            .optional("digits", INTEGER, "Of an e-mail or username: those that tell rows apart")
            .optional("values", LIST, "Of the sex: the texts for women and for men")
            .pii("name")
            .produces(TypeFamily.TEXT, TypeFamily.DATE, TypeFamily.INTEGER)
            .declared(),
        parts,
        request -> RecordFactory.part("name", parts, request));
  }

  private static GeneratorFactory company() {
    Map<String, PartForm> parts = CompanyParts.all();
    DeclarationBuilder declaration =
        DeclarationBuilder.of(
                "semantic.br.company", "A part of a company that agrees with the company's others")
            .withDefault("part", TEXT, "name", "Which part: " + names(parts));
    return new RecordFactory(
        common(declaration)
            .optional("format", TEXT, "Of a phone: national, digits or e164")
            .optional("digits", INTEGER, "Of an e-mail or URL: those that tell rows apart")
            .pii("company")
            .produces(TypeFamily.TEXT)
            .declared(),
        parts,
        request -> RecordFactory.part("name", parts, request));
  }

  private static DeclarationBuilder common(DeclarationBuilder declaration) {
    return declaration
        .optional("entity", TEXT, "Which of several records of the row; columns of one agree")
        .optional("input_columns", COLUMNS, "Columns whose values the record follows")
        .optional(
            "input_parts",
            LIST,
            "Which part each of them holds: uf, state, city, cep, ddd, ibge_code, sex, birth_date");
  }

  private static String names(Map<String, PartForm> parts) {
    return String.join(", ", parts.keySet());
  }

  private static ValueGenerator streetWithNumber(GeneratorRequest request) {
    if (request.type().family() != TypeFamily.TEXT) {
      throw new IllegalArgumentException(
          "part: must be named for a column of " + request.type().name());
    }
    Dictionary streets = Dictionary.of(WordList.load("brazil/streets.txt"));
    return TextGenerator.fitting(Sequence.of(streets, ", ", HOUSE_NUMBER), request);
  }
}
