package io.datalchemy.generator.primitive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.DATE;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TIME;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TIMESTAMP;

import io.datalchemy.catalogue.ParameterDeclaration;
import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.number.MomentRange;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/** Dates, times and timestamps. */
final class MomentFactories {
  private MomentFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        dates("primitive.date").made(MomentRange::dates),
        dates("primitive.date.range").made(MomentRange::dates),
        times("primitive.time").made(MomentRange::times),
        times("primitive.time.range").made(MomentRange::times),
        timestamps("primitive.timestamp").made(MomentRange::timestamps),
        timestamps("primitive.timestamp.range").made(MomentRange::timestamps));
  }

  private static DeclarationBuilder dates(String id) {
    return window(id, "Dates", DATE)
        .produces(TypeFamily.DATE, TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ, TypeFamily.TEXT);
  }

  private static DeclarationBuilder timestamps(String id) {
    return precision(window(id, "Moments", TIMESTAMP))
        .produces(TypeFamily.TIMESTAMP, TypeFamily.TIMESTAMPTZ, TypeFamily.DATE, TypeFamily.TEXT);
  }

  private static DeclarationBuilder times(String id) {
    return precision(
            DeclarationBuilder.of(id, "Times of the day")
                .withDefault("min", TIME, "00:00:00", "The earliest")
                .withDefault("max", TIME, "23:59:59.999999", "The latest")
                .distributable())
        .produces(TypeFamily.TIME, TypeFamily.TEXT);
  }

  private static DeclarationBuilder window(
      String id, String summary, ParameterDeclaration.Type type) {
    return DeclarationBuilder.of(id, summary)
        .optional("min", type, "The earliest; five years before the latest if left out")
        .optional("max", type, "The latest; the plan's as_of if left out")
        .optional(
            "distinct_by",
            TEXT,
            "The period that a unique index cuts to, minute to year: one value in each")
        .distributable();
  }

  private static DeclarationBuilder precision(DeclarationBuilder declaration) {
    return declaration
        .withDefault(
            "precision", INTEGER, "0", "Digits of a second's fraction, the column's at most")
        .within(0, 6);
  }
}
