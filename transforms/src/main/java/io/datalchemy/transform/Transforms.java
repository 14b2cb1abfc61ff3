package io.datalchemy.transform;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.CHOICES;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.DECIMAL;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.EXPRESSION;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.catalogue.ParameterRange;
import io.datalchemy.catalogue.TransformDeclaration;
import io.datalchemy.generator.GeneratorRequest;
import java.util.List;
import java.util.function.Function;

/** The {@code transform.*} factories. */
public final class Transforms {
  private Transforms() {}

  /** All of them. */
  public static List<TransformFactory> factories() {
    return List.of(
        made(
            "transform.null_rate",
            "Makes a share of the values NULL",
            NullRate::transform,
            ParameterDeclaration.required("rate", DECIMAL, "The share")
                .within(ParameterRange.of(0, 1))),
        made(
            "transform.truncate",
            "Cuts text to a number of characters",
            TextTransform::truncate,
            ParameterDeclaration.required("max_len", INTEGER, "How many characters are kept")
                .within(ParameterRange.from(0))),
        made(
            "transform.format",
            "Puts the value into a text, cut to the column's length",
            TextTransform::format,
            ParameterDeclaration.optional("format", TEXT, "The text, with {value} in it"),
            ParameterDeclaration.optional("template", TEXT, "Another name of format")),
        made(
            "transform.prefix_suffix",
            "Puts texts around the value, which is cut where the column is too short",
            TextTransform::prefixSuffix,
            ParameterDeclaration.withDefault("prefix", TEXT, "", "What stands before"),
            ParameterDeclaration.withDefault("suffix", TEXT, "", "What stands behind")),
        made(
            "transform.casing",
            "Changes the case of letters",
            TextTransform::casing,
            ParameterDeclaration.required("mode", TEXT, "upper, lower or title")),
        made(
            "transform.weighted_choice",
            "Puts one of some values in place of the value",
            WeightedChoice::transform,
            ParameterDeclaration.required("choices", CHOICES, "The values and their weights")),
        made(
            "transform.expression",
            "What an SQL expression over the value, called value, comes to",
            ExpressionTransform::transform,
            ParameterDeclaration.required("expression", EXPRESSION, "Such as upper(value)")),
        made(
            "transform.mask",
            "Hides the value; the key is DATALCHEMY_MASK_KEY or in DATALCHEMY_MASK_KEY_FILE, or else"
                + " of the seed",
            Mask::transform,
            ParameterDeclaration.withDefault(
                "mode", TEXT, "redact", "hash, redact or format_preserving"),
            ParameterDeclaration.withDefault(
                "mask_char", TEXT, "*", "The character that redact writes"),
            ParameterDeclaration.optional(
                "format",
                TEXT,
                "What format_preserving keeps: cpf, cnpj, phone, email, card or text; as the generator"
                    + " has it if left out")));
  }

  private static TransformFactory made(
      String id,
      String summary,
      Function<GeneratorRequest, ValueTransform> maker,
      ParameterDeclaration... parameters) {
    return new MadeBy(new TransformDeclaration(id, summary, List.of(parameters), 1), maker);
  }

  private record MadeBy(
      TransformDeclaration declaration, Function<GeneratorRequest, ValueTransform> maker)
      implements TransformFactory {
    @Override
    public ValueTransform create(GeneratorRequest request) {
      return maker.apply(request);
    }
  }
}
