package io.datalchemy.generator.entity;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.BOOLEAN;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.COLUMNS;
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

/** The generators of records: {@code semantic.br.person}, {@code .company} and {@code .address}. */
public final class EntityGenerators implements GeneratorProvider {
  private static final Digits HOUSE_NUMBER = new Digits(1, 2999, 1);

  @Override
  public List<GeneratorFactory> factories() {
    return List.of(
        new RecordFactory(
            common(
                    DeclarationBuilder.of(
                            "semantic.br.address",
                            "Parts of an address that agree; streets with house numbers without part")
                        .optional("part", TEXT, "One of " + names(AddressParts.all().keySet())))
                .optional("formatted", BOOLEAN, "For cep: with a hyphen")
                .optional("format", TEXT, "For phone: national, digits or e164")
                .pii("address")
                .produces(
                    TypeFamily.TEXT, TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT)
                .declared(),
            AddressParts.all(),
            EntityGenerators::streetWithNumber));
  }

  private static ValueGenerator streetWithNumber(GeneratorRequest request) {
    Dictionary streets = Dictionary.of(WordList.load("brazil/streets.txt"));
    return TextGenerator.fitting(Sequence.of(streets, ", ", HOUSE_NUMBER), request);
  }

  private static DeclarationBuilder common(DeclarationBuilder declaration) {
    return declaration
        .optional("entity", TEXT, "Which of several records of the row; columns that name one agree")
        .optional("input_columns", COLUMNS, "Columns whose values the record follows")
        .optional(
            "input_parts",
            LIST,
            "What each of input_columns is: uf, state, city, cep, ddd, ibge_code, sex, birth_date");
  }

  private static String names(Iterable<String> parts) {
    return String.join(", ", parts);
  }
}
