package io.datalchemy.catalogue;

import java.util.List;
import java.util.Objects;

/** A transform to apply to generated values, with its parameters. */
public record TransformCall(String id, Parameters params) {
  private static final String MASK = "transform.mask";
  private static final List<String> FORMS = List.of("cpf", "cnpj", "phone", "email", "card");

  public TransformCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(params, "params");
  }

  /** The call as it is for values of a generator: a mask keeps their form unless it says which. */
  public TransformCall after(GeneratorDeclaration generator) {
    boolean isOpen =
        id.equals(MASK)
            && params.text("mode").filter("format_preserving"::equals).isPresent()
            && !params.has("format");
    return generator
        .piiTag()
        .filter(tag -> isOpen && FORMS.contains(tag))
        .map(tag -> new TransformCall(id, params.with("format", tag)))
        .orElse(this);
  }
}
