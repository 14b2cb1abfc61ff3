package io.datalchemy.generator.entity;

import io.datalchemy.catalogue.GeneratorDeclaration;
import io.datalchemy.catalogue.Parameters;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.problem.NearMatch;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One kind of record, as a generator one of whose parameters says what a column tells of it.
 *
 * @param withoutPart what a call without that parameter makes
 */
record RecordFactory(
    GeneratorDeclaration declaration,
    Map<String, PartForm> parts,
    Function<GeneratorRequest, ValueGenerator> withoutPart)
    implements GeneratorFactory {

  @Override
  public ValueGenerator create(GeneratorRequest request) {
    Optional<String> part = request.params().text("part");
    if (part.isEmpty()) {
      return withoutPart.apply(request);
    }
    return part(part.get(), parts, request);
  }

  /** A part by its name. */
  static ValueGenerator part(String name, Map<String, PartForm> parts, GeneratorRequest request) {
    PartForm form = parts.get(name);
    if (form == null) {
      throw new IllegalArgumentException(
          "part: unknown '" + name + "'; " + NearMatch.hint(name, parts.keySet()));
    }
    return RecordGenerator.of(form.make(name, request), request);
  }

  @Override
  public Optional<String> piiTag(Parameters params) {
    return params
        .text("part")
        .flatMap(part -> Optional.ofNullable(parts.get(part)))
        .map(PartForm::piiTag)
        .or(declaration::piiTag);
  }
}
