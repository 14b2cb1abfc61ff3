package io.datalchemy.generator.primitive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.DECIMAL;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.number.LongGenerator;
import io.datalchemy.generator.number.LongWriter;
import io.datalchemy.generator.number.NumberRange;
import io.datalchemy.generator.scalar.LongRange;
import io.datalchemy.generator.scalar.Numbers;
import io.datalchemy.type.PowersOfTen;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/** Whole numbers, decimals and floating-point numbers. */
final class NumberFactories {
  private static final TypeFamily[] NUMBERS = {
    TypeFamily.INTEGER, TypeFamily.DECIMAL, TypeFamily.FLOAT, TypeFamily.TEXT
  };
  private static final long INT_MAX = 1_000_000;
  private static final long RANGE_MAX = 10_000;

  private NumberFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        range("primitive.int", "Whole numbers", INT_MAX)
            .made(request -> NumberRange.whole(request, 0, INT_MAX)),
        range("primitive.int.range", "Whole numbers of a range", RANGE_MAX)
            .made(request -> NumberRange.whole(request, 0, RANGE_MAX)),
        DeclarationBuilder.of("primitive.int.sequence_hint", "Whole numbers that count the rows")
            .withDefault("start", INTEGER, "1", "The number of the first row")
            .withDefault("step", INTEGER, "1", "How much each row adds; not 0")
            .optional("max", INTEGER, "The last number; after it the count begins again")
            .produces(NUMBERS)
            .made(NumberFactories::sequence),
        range("primitive.float", "Numbers with decimals", RANGE_MAX)
            .made(request -> NumberRange.decimal(request, 0, RANGE_MAX)),
        range("primitive.float.range", "Numbers with decimals of a range", RANGE_MAX)
            .made(request -> NumberRange.decimal(request, 0, RANGE_MAX)),
        range("primitive.decimal.numeric", "Decimal numbers of a range", RANGE_MAX)
            .optional("scale", INTEGER, "Digits after the point, the column's if left out")
            .within(0, 18)
            .made(request -> NumberRange.decimal(request, 0, RANGE_MAX)));
  }

  private static DeclarationBuilder range(String id, String summary, long max) {
    return DeclarationBuilder.of(id, summary)
        .withDefault("min", DECIMAL, "0", "The smallest number")
        .withDefault("max", DECIMAL, Long.toString(max), "The largest number")
        .distributable()
        .produces(NUMBERS);
  }

  private static LongGenerator sequence(GeneratorRequest request) {
    long start = request.params().integer("start").orElse(1L);
    long step = request.params().integer("step").orElse(1L);
    if (step == 0) {
      throw new IllegalArgumentException("step: must not be 0");
    }
    long unit = PowersOfTen.of(Numbers.decimals(request.type())) * request.type().unit();
    long end = step > 0 ? largest(request) / unit : smallest(request) / unit;
    long last = request.params().integer("max").map(max -> nearer(max, end, step)).orElse(end);
    if (step > 0 ? start > last || start < smallest(request) / unit : start < last) {
      throw new IllegalArgumentException(
          "start: must be between " + smallest(request) / unit + " and " + last + ", was " + start);
    }
    long span = Math.abs((last - start) / step);
    long count = span < 0 || span == Long.MAX_VALUE ? Long.MAX_VALUE : span + 1;
    return LongGenerator.sequence(new LongRange(start * unit, step * unit, count), writer(request));
  }

  private static long nearer(long max, long end, long step) {
    return step > 0 ? Math.min(max, end) : Math.max(max, end);
  }

  private static LongWriter writer(GeneratorRequest request) {
    return switch (request.type().family()) {
      case FLOAT -> LongWriter.floating(request.type(), 0);
      case TEXT -> LongWriter.numberText(0);
      default -> LongWriter.stored();
    };
  }

  private static long largest(GeneratorRequest request) {
    return switch (request.type().family()) {
      case FLOAT -> request.type().name().equals("float4") ? 1L << 24 : 1L << 53;
      case TEXT -> PowersOfTen.of(Math.min(18, request.maxChars())) - 1;
      default -> Numbers.largest(request.type());
    };
  }

  private static long smallest(GeneratorRequest request) {
    return switch (request.type().family()) {
      case FLOAT -> -largest(request);
      case TEXT -> 1 - PowersOfTen.of(Math.min(18, request.maxChars()) - 1);
      default -> Numbers.smallest(request.type());
    };
  }
}
