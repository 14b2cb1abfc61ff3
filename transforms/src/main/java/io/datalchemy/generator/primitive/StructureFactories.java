package io.datalchemy.generator.primitive;

import static io.datalchemy.catalogue.ParameterDeclaration.Type.GENERATOR;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.GENERATORS;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.INTEGER;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.SCALAR;
import static io.datalchemy.catalogue.ParameterDeclaration.Type.TEXT;

import io.datalchemy.generator.DeclarationBuilder;
import io.datalchemy.generator.GeneratorFactory;
import io.datalchemy.generator.GeneratorRequest;
import io.datalchemy.generator.ValueGenerator;
import io.datalchemy.generator.notation.Notations;
import io.datalchemy.generator.number.Slots;
import io.datalchemy.generator.text.Dictionary;
import io.datalchemy.generator.text.Digits;
import io.datalchemy.generator.text.Piece;
import io.datalchemy.generator.text.Sequence;
import io.datalchemy.generator.text.TextGenerator;
import io.datalchemy.generator.text.WordList;
import io.datalchemy.type.TypeFamily;
import java.util.List;

/** Values with parts: json, xml, arrays, ranges, intervals and times with an offset. */
final class StructureFactories {
  private static final Dictionary WORDS = Dictionary.of(WordList.load("lorem.txt"));
  private static final Digits HOURS = new Digits(0, 23, 2);
  private static final Digits SIXTY = new Digits(0, 59, 2);

  private StructureFactories() {}

  static List<GeneratorFactory> all() {
    return List.of(
        DeclarationBuilder.of("primitive.json", "Small JSON objects")
            .optional(
                "template", TEXT, "A JSON text in which {index}, {word} and {bool} are filled in")
            .produces(TypeFamily.JSON, TypeFamily.TEXT)
            .made(JsonTemplate::generator),
        DeclarationBuilder.of("primitive.xml", "Small XML elements")
            .produces(TypeFamily.XML, TypeFamily.TEXT)
            .made(request -> TextGenerator.fitting(xml(), request)),
        DeclarationBuilder.of("primitive.array", "Arrays of the element type's primitive values")
            .withDefault("min_items", INTEGER, "1", "How many elements at least")
            .within(0, 10_000)
            .withDefault("max_items", INTEGER, "4", "How many elements at most")
            .within(0, 10_000)
            .withDefault("dimensions", INTEGER, "1", "How many; inner ones have two items each")
            .within(1, 6)
            .optional("element", GENERATOR, "What makes the elements, by their type if left out")
            .produces(TypeFamily.ARRAY)
            .madeOfParts(ArrayGenerator::generator),
        DeclarationBuilder.of("primitive.composite", "Values of composite types")
            .optional("fields", GENERATORS, "What makes each field, by their types if left out")
            .produces(TypeFamily.COMPOSITE)
            .madeOfParts(CompositeGenerator::generator),
        DeclarationBuilder.of("primitive.range", "Ranges of numbers, dates and timestamps")
            .optional("element", GENERATOR, "What makes the only value of each range")
            .produces(TypeFamily.RANGE)
            .madeOfParts(RangeGenerator::generator),
        DeclarationBuilder.of("primitive.slot", "Ranges that do not overlap, or their ends")
            .optional("slots", INTEGER, "How many there can be at once")
            .optional("part", TEXT, "range, or start or end for a column of its own")
            .withDefault("bounds", TEXT, "[)", "[] where the end belongs to the range")
            .optional("min", SCALAR, "The first number or moment")
            .optional("max", SCALAR, "The last number or moment")
            .produces(
                TypeFamily.RANGE,
                TypeFamily.INTEGER,
                TypeFamily.DECIMAL,
                TypeFamily.DATE,
                TypeFamily.TIMESTAMP,
                TypeFamily.TIMESTAMPTZ)
            .made(Slots::generator),
        DeclarationBuilder.of("primitive.notation", "Values of types with a notation of their own")
            .produces(TypeFamily.NOTATION)
            .made(StructureFactories::notation),
        DeclarationBuilder.of("primitive.interval", "Intervals of days and hours")
            .withDefault("max_days", INTEGER, "365", "How many days at most")
            .within(1, 100_000_000)
            .produces(TypeFamily.INTERVAL, TypeFamily.TEXT)
            .made(StructureFactories::interval),
        DeclarationBuilder.of("primitive.timetz", "Times of the day at Brasília's offset")
            .produces(TypeFamily.TIMETZ, TypeFamily.TEXT)
            .made(request -> TextGenerator.fitting(timetz(), request)));
  }

  private static ValueGenerator notation(GeneratorRequest request) {
    String name = request.type().name();
    return TextGenerator.fitting(
        Notations.of(name)
            .orElseThrow(() -> new IllegalArgumentException("type: unknown notation of " + name)),
        request);
  }

  private static Piece xml() {
    return Sequence.of("<item id=\"", new Digits(1, 999_999_999, 1), "\">", WORDS, "</item>");
  }

  private static Piece timetz() {
    return Sequence.of(HOURS, ":", SIXTY, ":", SIXTY, "-03");
  }

  private static ValueGenerator interval(GeneratorRequest request) {
    long maxDays = request.params().integer("max_days").orElse(365L);
    if (maxDays < 1 || maxDays > 100_000_000) {
      throw new IllegalArgumentException("max_days: must be from 1 to 100000000, was " + maxDays);
    }
    if (!request.type().labels().isEmpty()) {
      return TextGenerator.fitting(IntervalText.of(request.type().labels(), maxDays), request);
    }
    Digits days = new Digits(0, maxDays - 1, 1);
    return TextGenerator.fitting(
        Sequence.of(days, " days ", HOURS, ":", SIXTY, ":", SIXTY), request);
  }
}
